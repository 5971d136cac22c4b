package loopmind.tools;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Song;

/**
 * Where the current song lies, with its history. Only tools edit it, and only within a turn: all
 * edits of one message become one version, or none of them does.
 *
 * <p>Not for several threads at once: whoever serves several callers lets one turn end before the
 * next begins, which {@link #turn} does by locking.
 */
public final class SongDesk {

  private final Consumer<History> keep;
  private Optional<History> history;
  private Optional<Turn> turn = Optional.empty();

  /** What is being edited while a turn lasts. */
  private static final class Turn {
    Optional<History> history;
    Optional<Song> edited = Optional.empty();
    boolean moved;

    Turn(Optional<History> history) {
      this.history = history;
    }

    /** The song as edited so far. */
    Optional<Song> song() {
      return edited.isPresent() ? edited : history.map(History::song);
    }
  }

  /**
   * @param history of the song that lies on the desk at first; empty for none
   * @param keep saves a history, and returns only when it is safe; called before a turn is
   *     acknowledged. Where it throws, the turn has not happened
   */
  public SongDesk(Optional<History> history, Consumer<History> keep) {
    this.history = history;
    this.keep = keep;
  }

  /** The song on the desk, as last acknowledged or, within a turn, as edited so far. */
  public synchronized Optional<Song> current() {
    return turn.isPresent() ? turn.get().song() : history.map(History::song);
  }

  /**
   * @throws EditRefused where there is no song yet
   */
  public Song song() {
    return current()
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no song yet. Ask for one first, such as \"dark trap at 140\"."));
  }

  /**
   * The song that the message of this turn speaks of: as it was before the message, or as an undo
   * in it left it. Outside a turn the song on the desk.
   */
  synchronized Optional<Song> spokenOf() {
    return (turn.isPresent() ? turn.get().history : history).map(History::song);
  }

  public synchronized Optional<History> history() {
    return history;
  }

  /**
   * Runs the tool calls of one message: one version for all of them, or, where one throws, none.
   *
   * @param message what the person said; shown in the history
   * @param calls what to do
   * @return what {@code calls} returned, when the new version is saved
   */
  public synchronized <T> T turn(String message, Supplier<T> calls) {
    if (turn.isPresent()) {
      throw new IllegalStateException("A turn cannot begin within another.");
    }
    Turn begun = new Turn(history);
    turn = Optional.of(begun);
    try {
      T answer = calls.get();
      Optional<History> after = begun.history;
      if (begun.edited.isPresent()) {
        Song song = begun.edited.get();
        after =
            Optional.of(after.map(h -> h.with(message, song)).orElse(History.of(message, song)));
      }
      if (begun.edited.isPresent() || begun.moved) {
        after.ifPresent(keep);
      }
      history = after;
      return answer;
    } finally {
      turn = Optional.empty();
    }
  }

  /** Replaces the song by an edit of it. */
  synchronized Song apply(UnaryOperator<Song> edit) {
    Song edited = edit.apply(song());
    open().edited = Optional.of(edited);
    return edited;
  }

  /** Puts a new song on the desk. */
  synchronized void lay(Song song) {
    open().edited = Optional.of(song);
  }

  /** Goes to another version of the history. */
  synchronized Song move(UnaryOperator<History> step) {
    Turn now = open();
    song(); // there must be one
    History moved = step.apply(now.history.orElseThrow());
    now.history = Optional.of(moved);
    now.edited = Optional.empty();
    now.moved = true;
    return moved.song();
  }

  private Turn open() {
    return turn.orElseThrow(
        () -> new IllegalStateException("A song is edited only within a turn."));
  }
}

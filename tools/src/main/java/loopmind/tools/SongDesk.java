package loopmind.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFile;

/**
 * Where the current song lies, with its history and the conversation about it. Only tools edit it,
 * and only within a turn: all edits of one message become one version, or none of them does. What
 * was acknowledged is saved.
 *
 * <p>For any number of threads: whoever serves several callers lets one turn end before the next
 * begins, which {@link #turn} does by locking.
 */
public final class SongDesk {

  private static final Supplier<Optional<Instant>> NEVER = Optional::empty;

  private final Consumer<SongFile.Content> keep;
  private final Supplier<Optional<Instant>> now;
  private final SongListeners listeners = new SongListeners();

  /** Said before there was a song to save it with. */
  private final List<Turn.Said> early = new ArrayList<>();

  private Optional<SongFile.Content> content;
  private Optional<Turn> turn = Optional.empty();

  /**
   * A desk that keeps the history alone, and looks at no clock.
   *
   * @param history of the song that lies on the desk at first; empty for none
   * @param keep saves a history, and returns only when it is safe; called before a turn is
   *     acknowledged. Where it throws, the turn has not happened
   */
  public SongDesk(Optional<History> history, Consumer<History> keep) {
    this(
        history.map(one -> new SongFile.Content(one, Optional.empty())),
        content -> keep.accept(content.history()),
        NEVER);
  }

  /**
   * A desk that keeps everything, and notes when each version was made.
   *
   * @param content what lies on the desk at first; empty for none
   * @param keep saves it, and returns only when it is safe; called before a turn is acknowledged.
   *     Where it throws, the turn has not happened
   * @param clock says when versions are made
   */
  public SongDesk(
      Optional<SongFile.Content> content, Consumer<SongFile.Content> keep, InstantSource clock) {
    this.content = content;
    this.keep = keep;
    this.now = () -> Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private SongDesk(
      Optional<SongFile.Content> content,
      Consumer<SongFile.Content> keep,
      Supplier<Optional<Instant>> now) {
    this.content = content;
    this.keep = keep;
    this.now = now;
  }

  /**
   * A desk that keeps everything but times, so that the same messages give the same file.
   *
   * @param content what lies on the desk at first; empty for none
   * @param keep saves it, as that of the other desks does
   */
  public static SongDesk withoutClock(
      Optional<SongFile.Content> content, Consumer<SongFile.Content> keep) {
    return new SongDesk(content, keep, NEVER);
  }

  /** The song on the desk, as last acknowledged or, within a turn, as edited so far. */
  public synchronized Optional<Song> current() {
    return turn.isPresent() ? turn.get().song() : history().map(History::song);
  }

  /**
   * @throws EditRefused where there is no song yet
   */
  public Song song() {
    return current().orElseThrow(SongDesk::noSong);
  }

  /**
   * The song that the message of this turn speaks of: as it was before the message, or as an undo
   * in it left it. Outside a turn the song on the desk.
   */
  synchronized Optional<Song> spokenOf() {
    return turn.map(now -> now.history).orElseGet(this::history).map(History::song);
  }

  private static EditRefused noSong() {
    return new EditRefused(
        "There is no song yet. Ask for one first, such as \"dark trap at 140\".");
  }

  /** Every version of the song, as last acknowledged; empty where there is no song yet. */
  public synchronized Optional<History> history() {
    return content.map(SongFile.Content::history);
  }

  /** The conversation about the song, the latest last; of a long one the end. */
  public synchronized List<Saying> sayings() {
    return content
        .map(SongFile.Content::sayings)
        .orElseGet(() -> early.stream().map(said -> said.at(1)).toList());
  }

  /**
   * Runs the tool calls of one message: one version for all of them, or, where one throws, none.
   * The new version is made from the one that the calls went to last, so that "no, like this" is a
   * branch of the version before, and what it corrects stays in the history.
   *
   * @param message what the person said; shown in the history
   * @param calls what to do
   * @return what {@code calls} returned, when the new version is saved
   */
  public synchronized <T> T turn(String message, Supplier<T> calls) {
    if (turn.isPresent()) {
      throw new IllegalStateException("A turn cannot begin within another.");
    }
    Turn begun = new Turn(history());
    turn = Optional.of(begun);
    T answer;
    try {
      answer = calls.get();
      begun.edited.ifPresent(song -> begun.history = Optional.of(grown(begun, message, song)));
    } finally {
      turn = Optional.empty();
    }
    acknowledge(begun.history, begun.said);
    return answer;
  }

  private History grown(Turn begun, String message, Song song) {
    Optional<History> old = begun.history;
    Optional<Instant> time = now.get();
    if (time.isPresent()) {
      return old.map(one -> one.with(message, song, time.get()))
          .orElseGet(() -> History.of(message, song, time.get()));
    }
    return old.map(one -> one.with(message, song)).orElseGet(() -> History.of(message, song));
  }

  /** Saves what came of a turn or command; then it is so, and everybody hears of it. */
  private void acknowledge(Optional<History> after, List<Turn.Said> said) {
    if (after.isEmpty()) {
      early.addAll(said);
      return;
    }
    History history = after.get();
    Optional<History> before = history();
    if (before.filter(history::equals).isPresent() && said.isEmpty()) {
      return;
    }
    boolean moved = before.filter(old -> old.number() == history.number()).isEmpty();
    List<Saying> sayings = new ArrayList<>(sayings());
    said.forEach(one -> sayings.add(one.at(history.number())));
    // the report is that of a render of another version
    Optional<JsonNode> report =
        moved ? Optional.empty() : content.flatMap(SongFile.Content::report);
    put(new SongFile.Content(history, sayings, report));
    if (moved) {
      listeners.tell(new SongChanged(before.map(History::song), history.song(), history.number()));
    }
  }

  private void put(SongFile.Content next) {
    keep.accept(next);
    content = Optional.of(next);
    early.clear();
  }

  /**
   * Calls a listener after each change of the song is saved, in the order of the changes, on the
   * thread that made it and before another can be made; so it should be quick, and leave long work
   * to others. Where it throws, the change and the other listeners are as if it had not.
   *
   * @return to be run when it should be called no more
   */
  public Runnable onChange(Consumer<SongChanged> listener) {
    return listeners.add(listener);
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
    History moved = step.apply(now.history.orElseThrow(SongDesk::noSong));
    now.history = Optional.of(moved);
    now.edited = Optional.empty();
    return moved.song();
  }

  private Turn open() {
    return turn.orElseThrow(
        () -> new IllegalStateException("A song is edited only within a turn."));
  }

  /**
   * Remembers one turn of the conversation. Within a {@link #turn} it is saved with it, or not at
   * all where the turn fails.
   *
   * @param user what the person said
   * @param calls the tool calls, an array
   * @param answer what the person is told
   */
  public synchronized void say(String user, JsonNode calls, String answer) {
    Turn.Said said = new Turn.Said(user, calls, answer);
    if (turn.isPresent()) {
      turn.get().said.add(said);
    } else {
      acknowledge(history(), List.of(said));
    }
  }

  /**
   * Keeps the report of a render of the version that lies on the desk.
   *
   * @throws EditRefused where there is no song yet
   */
  public synchronized void keepReport(JsonNode report) {
    History history = between();
    put(new SongFile.Content(history, sayings(), Optional.of(report)));
  }

  /**
   * Gives the version on the desk a name; a name of another version moves here.
   *
   * @return a sentence for the person, when it is saved
   * @throws EditRefused where there is no song yet, or this cannot be a name
   */
  public synchronized String name(String name) {
    History before = between();
    OptionalInt until = before.numberOf(name);
    acknowledge(Optional.of(before.named(name)), List.of());
    String sentence = "Version %d is now called \"%s\"".formatted(before.number(), name.strip());
    return until.isPresent() && until.getAsInt() != before.number()
        ? sentence + "; until now version %d was.".formatted(until.getAsInt())
        : sentence + ".";
  }

  /**
   * Puts another version on the desk, on whatever branch of the history.
   *
   * @param nameOrNumber a name given before, or a number counted from 1
   * @return a sentence for the person, when it is saved
   * @throws EditRefused where there is no such version
   */
  public synchronized String goTo(String nameOrNumber) {
    History there = between().at(nameOrNumber);
    acknowledge(Optional.of(there), List.of());
    return "This is version %d. The song is now %s"
        .formatted(there.number(), ComposeSong.summary(there.song()));
  }

  /** All versions, the oldest first; none where there is no song yet. */
  public List<History.Entry> versions() {
    return history().map(History::list).orElse(List.of());
  }

  /** The last version of every branch; none where there is no song yet. */
  public List<History.Entry> branches() {
    return history().map(History::branches).orElse(List.of());
  }

  /** The history, for a command that stands for itself. */
  private History between() {
    if (turn.isPresent()) {
      throw new IllegalStateException("This is a command of its own, and no part of a turn.");
    }
    return history().orElseThrow(SongDesk::noSong);
  }
}

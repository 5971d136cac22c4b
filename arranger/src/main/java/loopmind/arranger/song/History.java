package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every version of a song and where in them one stands; immutable. A new version drops what had
 * been undone.
 *
 * @param versions the oldest first; at least one
 * @param current index of the version one stands on
 */
public record History(List<Version> versions, int current) {

  /**
   * One version.
   *
   * @param message what the person said to get it, or what was done
   * @param song the song after it
   */
  public record Version(String message, Song song) {}

  public History {
    versions = List.copyOf(versions);
    if (current < 0 || current >= versions.size()) {
      throw new IllegalArgumentException(
          "A history of %d versions has no version %d.".formatted(versions.size(), current));
    }
  }

  public static History of(String message, Song song) {
    return new History(List.of(new Version(message, song)), 0);
  }

  public Song song() {
    return versions.get(current).song();
  }

  /** This history with one more version after the current one. */
  public History with(String message, Song song) {
    List<Version> kept = new ArrayList<>(versions.subList(0, current + 1));
    kept.add(new Version(message, song));
    return new History(kept, current + 1);
  }

  /**
   * @param steps how many versions back, 1 or more
   * @throws EditRefused where there are not so many
   */
  public History undone(int steps) {
    if (steps > current) {
      throw new EditRefused(
          current == 0
              ? "There is nothing to undo: this is the first version of the song."
              : "Only %d step%s can be undone, not %d."
                  .formatted(current, current == 1 ? "" : "s", steps));
    }
    return new History(versions, current - check(steps));
  }

  /**
   * @param steps how many versions forward, 1 or more
   * @throws EditRefused where there are not so many
   */
  public History redone(int steps) {
    int left = versions.size() - 1 - current;
    if (steps > left) {
      throw new EditRefused(
          left == 0
              ? "There is nothing to redo: this is the latest version of the song."
              : "Only %d step%s can be redone, not %d."
                  .formatted(left, left == 1 ? "" : "s", steps));
    }
    return new History(versions, current + check(steps));
  }

  private static int check(int steps) {
    if (steps < 1) {
      throw new EditRefused("Undo and redo go 1 step or more, not %d.", steps);
    }
    return steps;
  }

  /** The message that led to the current version; empty for the first. */
  public Optional<String> lastMessage() {
    return current == 0 ? Optional.empty() : Optional.of(versions.get(current).message());
  }
}

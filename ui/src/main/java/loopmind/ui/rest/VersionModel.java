package loopmind.ui.rest;

import java.time.Instant;
import java.util.List;
import loopmind.arranger.song.History;

/**
 * A version of the song.
 *
 * @param number counted from 1
 * @param message that led to it
 * @param names that it was given
 * @param parent number of the version before; 0 for the first
 * @param savedAt when it was made, ISO 8601; empty where nobody looked at a clock
 * @param current whether the song is this version
 */
public record VersionModel(
    int number, String message, List<String> names, int parent, String savedAt, boolean current) {

  public static VersionModel of(History.Entry entry) {
    return new VersionModel(
        entry.number(),
        entry.message(),
        entry.names(),
        entry.parent().orElse(0),
        entry.savedAt().map(Instant::toString).orElse(""),
        entry.current());
  }
}

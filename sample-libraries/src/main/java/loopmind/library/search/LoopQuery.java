package loopmind.library.search;

import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bpm;

/**
 * What is looked for.
 *
 * @param words how it should sound, in a person's own words; may be blank
 * @param like a loop it should sound like
 * @param role only loops of this role
 * @param tempo only loops that can be brought to this tempo, half or double of it
 * @param key only loops that fit this key, as they are or a little shifted
 * @param limit how many at most, 1 or more
 */
public record LoopQuery(
    String words,
    Optional<Loop> like,
    Optional<Role> role,
    Optional<Bpm> tempo,
    Optional<MusicalKey> key,
    int limit) {

  public LoopQuery {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "A search finds at least 1 loop, but was asked for %d.".formatted(limit));
    }
  }

  /** Words alone. */
  public static LoopQuery of(String words, int limit) {
    return new LoopQuery(
        words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }
}

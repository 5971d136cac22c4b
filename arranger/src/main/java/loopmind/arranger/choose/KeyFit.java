package loopmind.arranger.choose;

import java.util.Optional;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;

/**
 * A loop's key brought to the song's by the smallest shift after which both have the same notes.
 *
 * @param semitones -5 to 6
 * @param score 0 to 1
 * @param reason in words
 */
record KeyFit(int semitones, double score, String reason) {

  /** Beyond this shift a loop is used only where nothing closer is there. */
  static final int MOST_SHIFT = 5;

  /** A key heard with less confidence is no ground for a shift. */
  private static final double DOUBT = 0.2;

  static KeyFit of(Loop loop, MusicalKey song) {
    return of(loop, loop.role(), song);
  }

  /** The fit of a loop that plays another role than its own. */
  static KeyFit of(Loop loop, Role role, MusicalKey song) {
    if (!role.isTonal()) {
      return new KeyFit(0, 1, "has no key to clash");
    }
    if (loop.key().isEmpty() || loop.key().get().confidence() < DOUBT) {
      return new KeyFit(0, 0.45, "no clear key");
    }
    KeyFact heard = loop.key().get();
    int shift = heard.key().shiftTo(song);
    double trust = 0.7 + 0.3 * heard.confidence();
    double score = Math.max(0, 1 - Math.abs(shift) / 8.0) * trust;
    return new KeyFit(shift, score, reason(heard.key(), shift, song));
  }

  /** The key a loop is heard in, where that is heard clearly enough to shift by it. */
  static Optional<MusicalKey> clear(Loop loop) {
    return loop.key().filter(heard -> heard.confidence() >= DOUBT).map(KeyFact::key);
  }

  private static String reason(MusicalKey heard, int shift, MusicalKey song) {
    if (shift == 0) {
      return heard.equals(song)
          ? "same key (%s)".formatted(song)
          : "same notes (%s is relative to %s)".formatted(heard, song);
    }
    return "%s, moved %s %d semitone%s to %s"
        .formatted(
            heard,
            shift > 0 ? "up" : "down",
            Math.abs(shift),
            Math.abs(shift) == 1 ? "" : "s",
            heard.transposed(shift));
  }
}

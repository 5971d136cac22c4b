package loopmind.library.catalogue;

import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bpm;

/**
 * What the user knows better than what was heard; it always wins.
 *
 * @param role that it has; empty where what was heard is right
 * @param instrument likewise; blank where what was heard is right
 * @param bpm its tempo; empty where what was heard is right
 * @param key its key; empty where what was heard is right
 */
public record Correction(
    Optional<Role> role, String instrument, Optional<Bpm> bpm, Optional<MusicalKey> key) {

  private static final int LONGEST_INSTRUMENT = 30;

  /** Nothing is corrected. */
  public static final Correction NONE =
      new Correction(Optional.empty(), "", Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException where the instrument is no word
   */
  public Correction {
    instrument = instrument.strip().toLowerCase(Locale.ROOT);
    if (instrument.length() > LONGEST_INSTRUMENT
        || instrument.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "An instrument is a word or two, %d characters at most.".formatted(LONGEST_INSTRUMENT));
    }
  }

  /** The loop with what is known better. */
  public Loop of(Loop loop) {
    return equals(NONE)
        ? loop
        : loop.corrected(role, instrument.isEmpty() ? loop.instrument() : instrument, bpm, key);
  }
}

package loopmind.arranger.song;

import loopmind.arranger.units.Lufs;

/**
 * How the whole song is mixed and mastered.
 *
 * @param mode which chain
 * @param loudness of the master, {@value #QUIETEST_LUFS} to {@value #LOUDEST_LUFS} LUFS
 */
public record MixSettings(MixMode mode, Lufs loudness) {

  public static final int QUIETEST_LUFS = -24, LOUDEST_LUFS = -6;

  public MixSettings {
    if (loudness.value() < QUIETEST_LUFS || loudness.value() > LOUDEST_LUFS) {
      throw new EditRefused(
          "The master would be at %s LUFS. Choose %d to %d LUFS.",
          loudness.value(), QUIETEST_LUFS, LOUDEST_LUFS);
    }
  }
}

package loopmind.mixer.master;

import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;

/**
 * What a master became, as measured on the sound that was given out.
 *
 * @param loudness integrated
 * @param truePeak highest
 * @param gain that the mix was turned up by before the limiter
 * @param passes how often the limiter went through the song to find it
 * @param recipe by which a stretch of the same song sounds the same
 */
public record Mastered(
    Lufs loudness, Decibels truePeak, Decibels gain, int passes, MasterRecipe recipe) {

  Mastered trimmed(Decibels trim) {
    return new Mastered(
        new Lufs(loudness.value() + trim.value()),
        truePeak.plus(trim),
        gain.plus(trim),
        passes,
        recipe);
  }
}

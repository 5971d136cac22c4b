package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.BiquadShape;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.SpectrumLikeness;
import org.junit.jupiter.api.Test;

class SpectrumMatchTest {

  private static final SampleRate RATE = SampleRate.STUDIO;
  private static final int FRAMES = 480_000;

  /** White noise: third octaves rise by 1 dB each. */
  private static Reel noise() {
    Random random = new Random(3);
    float[][] sound = new float[2][FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      float one = (float) (random.nextGaussian() * 0.05);
      sound[0][i] = one;
      sound[1][i] = one;
    }
    Reel reel = new Reel(RATE, 2, FRAMES);
    reel.write(0, sound, FRAMES);
    return reel;
  }

  private static SpectralProfile profile(Reel reel) {
    float[][] sound = new float[2][FRAMES];
    reel.read(0, sound, FRAMES);
    Spectrum spectrum = new Spectrum(RATE);
    spectrum.add(sound, 0, FRAMES);
    return spectrum.profile();
  }

  /** A slope in dB a third octave, with a hump of 6 dB around 500 Hz. */
  private static SpectralProfile target(double slope) {
    List<Double> levels = new ArrayList<>();
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double octaves = Math.log(SpectralProfile.centreHz(band) / 500) / Math.log(2);
      levels.add(-30 + slope * band + 6 * Math.exp(-octaves * octaves));
    }
    return new SpectralProfile(levels);
  }

  @Test
  void theMixGetsTheSpectrumOfTheTrack() {
    SpectralProfile target = target(0.3);
    try (Reel mix = noise()) {
      assertThat(SpectrumLikeness.of(profile(mix), target)).isLessThan(0.7);
      SpectrumMatch.apply(mix, target, () -> false);
      // bells reach their neighbours, so half a dB a band is what they can do
      assertThat(SpectrumLikeness.of(profile(mix), target)).isGreaterThan(0.95);
    }
  }

  @Test
  void noFrequencyIsMovedFurtherThanABellGoesByMuch() {
    try (Reel mix = noise()) {
      BiquadShape[] shapes = SpectrumMatch.shapes(profile(mix), target(-6), RATE);
      for (double hz = 40; hz < 16_000; hz *= 1.1) {
        // between two bells that are at their limit the response may bulge a little
        assertThat(Math.abs(SpectrumMatch.responseDb(shapes, hz, RATE)))
            .isLessThan(SpectrumMatch.MOST_DB + 3);
      }
    }
  }

  @Test
  void theSameSpectrumAsksForNothing() {
    try (Reel mix = noise()) {
      SpectralProfile own = profile(mix);
      BiquadShape[] shapes = SpectrumMatch.shapes(own, own, RATE);
      assertThat(SpectrumMatch.responseDb(shapes, 1_000, RATE)).isZero();
      assertThat(SpectrumLikeness.of(own, own)).isEqualTo(1);
    }
  }
}

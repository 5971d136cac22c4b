package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;

final class SpectrumTest {

  private static final SampleRate RATE = SampleRate.STUDIO;

  private static AudioBuffer mono(float[] samples) {
    return new AudioBuffer(new float[][] {samples}, RATE);
  }

  @Test
  void readsTheLevelOfASineInItsOwnBand() {
    Spectrum spectrum = Spectrum.of(mono(Signals.sine(1000, RATE.hz(), 0.5, 0, 480_000)));
    // a sine of peak 0.5 has a level of −9.03 dB; its swelling ends cost less than 0.1 dB
    assertThat(spectrum.levelsDb()[15]).isCloseTo(-9.03, within(0.15));
    assertThat(spectrum.levelsDb()[12]).isLessThan(-60);
  }

  @Test
  void whiteNoiseRisesByTheWidthOfItsBands() {
    Random random = new Random(1);
    float[] noise = new float[480_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    double[] levels = Spectrum.of(mono(noise)).levelsDb();
    // a third octave is 1 dB wider than the one below; 10 s average the noise to a few tenths
    assertThat(levels[24] - levels[12]).isCloseTo(12.04, within(0.5));
    double whole = 10 * Math.log10(0.01);
    assertThat(10 * Math.log10(Spectrum.of(mono(noise)).power(0, 24_000)))
        .isCloseTo(whole, within(0.05));
  }

  @Test
  void theProfileIsRelativeToTheWhole() {
    SpectralProfile profile =
        Spectrum.of(mono(Signals.sine(1000, RATE.hz(), 0.01, 0, 96_000))).profile();
    assertThat(profile.levelsDb().get(15)).isCloseTo(0, within(0.1));
    assertThat(profile.shareBelow(500)).isLessThan(0.001);
  }

  @Test
  void silenceLiesOnTheFloor() {
    assertThat(Spectrum.of(mono(new float[100])).profile().levelsDb())
        .containsOnly(SpectralProfile.FLOOR_DB);
  }
}

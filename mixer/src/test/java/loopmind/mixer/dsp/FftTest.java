package loopmind.mixer.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 64, 1024})
  void agreesWithTheSumThatDefinesIt(int size) {
    double[] signal = noise(size);
    var fft = new Fft(size);
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    fft.forward(signal, re, im);
    for (int k = 0; k < fft.bins(); k++) {
      double expectedRe = 0;
      double expectedIm = 0;
      for (int i = 0; i < size; i++) {
        // whole turns are taken out first, or the cosine of a large angle would lose digits
        double angle = -2 * Math.PI * ((long) k * i % size) / size;
        expectedRe += signal[i] * Math.cos(angle);
        expectedIm += signal[i] * Math.sin(angle);
      }
      // rounding of a sum of up to 1024 terms near 1
      assertThat(re[k]).isCloseTo(expectedRe, within(1e-11));
      assertThat(im[k]).isCloseTo(expectedIm, within(1e-11));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16, 2048, 65_536})
  void givesTheSignalBack(int size) {
    double[] signal = noise(size);
    var fft = new Fft(size);
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    double[] back = new double[size];
    fft.forward(signal, re, im);
    fft.inverse(re, im, back);
    // the error of a round trip that the contract states
    assertThat(back).containsExactly(signal, within(1e-14));
  }

  @Test
  void hearsSilenceOutsideTheSignal() {
    var fft = new Fft(16);
    double[] flat = Windows.hann(16);
    double[] re = new double[9];
    double[] im = new double[9];
    float[] click = {1};
    fft.forward(click, 1, flat, re, im);
    assertThat(re).containsOnly(0);
    fft.forward(click, -8, flat, re, im);
    for (int k = 0; k < 9; k++) {
      // a click at the middle, where the window is 1: flat, alternating in sign
      assertThat(re[k]).isCloseTo(k % 2 == 0 ? 1 : -1, within(1e-15));
    }
  }

  @Test
  void refusesASizeThatIsNoPowerOfTwo() {
    assertThatThrownBy(() -> new Fft(1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000");
  }

  private static double[] noise(int size) {
    var random = new SplittableRandom(7);
    double[] signal = new double[size];
    for (int i = 0; i < size; i++) {
      signal[i] = random.nextDouble(-1, 1);
    }
    return signal;
  }
}

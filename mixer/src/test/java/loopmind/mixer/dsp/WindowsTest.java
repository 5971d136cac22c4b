package loopmind.mixer.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WindowsTest {

  @Test
  void hannWindowsAtHalfOverlapSumToOne() {
    double[] hann = Windows.hann(64);
    double[] root = Windows.rootHann(64);
    for (int i = 0; i < 32; i++) {
      assertThat(hann[i] + hann[i + 32]).isCloseTo(1, within(1e-15));
      assertThat(root[i] * root[i] + root[i + 32] * root[i + 32]).isCloseTo(1, within(1e-15));
    }
  }

  @Test
  void sideLobesLieWhereTheDesignSays() {
    // Harris 1978, table I: highest side lobe −31.5 dB (he rounds to −32) and −92 dB
    assertThat(highestSideLobeDb(Windows.hann(256), 2)).isCloseTo(-31.5, within(0.3));
    assertThat(highestSideLobeDb(Windows.blackmanHarris(256), 4)).isCloseTo(-92, within(0.5));
  }

  /** Over a transform 16 times as long as the window, beyond {@code mainLobe} of its bins. */
  private static double highestSideLobeDb(double[] window, int mainLobe) {
    var fft = new Fft(window.length * 16);
    double[] signal = new double[fft.size()];
    System.arraycopy(window, 0, signal, 0, window.length);
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    fft.forward(signal, re, im);
    double highest = 0;
    for (int k = mainLobe * 16; k < fft.bins(); k++) {
      highest = Math.max(highest, Math.hypot(re[k], im[k]));
    }
    return 20 * Math.log10(highest / re[0]);
  }
}

package loopmind.mixer.dsp;

/**
 * Weights for a slice of sound, so that its edges do not smear its spectrum.
 *
 * <p>All are periodic (the weight after the last equals the first), as overlapping windows and
 * spectra need: F. J. Harris, "On the use of windows for harmonic analysis", Proc. IEEE 1978.
 */
public final class Windows {

  private Windows() {}

  /** Raised cosine: side lobes at −31 dB, falling 18 dB an octave; sums to 1 at half overlap. */
  public static double[] hann(int size) {
    return cosines(size, 0.5, 0.5, 0, 0);
  }

  /** The root of {@link #hann}: applied before and after a transform, it sums to 1. */
  public static double[] rootHann(int size) {
    double[] window = hann(size);
    for (int i = 0; i < size; i++) {
      window[i] = Math.sqrt(window[i]);
    }
    return window;
  }

  /** Four cosines: side lobes at −92 dB, main lobe twice as wide as that of {@link #hann}. */
  public static double[] blackmanHarris(int size) {
    return cosines(size, 0.35875, 0.48829, 0.14128, 0.01168);
  }

  private static double[] cosines(int size, double a0, double a1, double a2, double a3) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "A window needs at least 1 sample, but was given %d.".formatted(size));
    }
    double[] window = new double[size];
    for (int i = 0; i < size; i++) {
      double x = 2 * Math.PI * i / size;
      window[i] = a0 - a1 * Math.cos(x) + a2 * Math.cos(2 * x) - a3 * Math.cos(3 * x);
    }
    return window;
  }

  /**
   * The Kaiser window at one point: the best trade of stop band against width that has a formula.
   *
   * @param x −1 to 1 from edge to edge; 0 outside
   * @param beta 0 is a rectangle; {@link #kaiserBeta} gives it for a stop band
   */
  static double kaiser(double x, double beta) {
    return Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
  }

  /**
   * Kaiser's formula for the shape parameter of a stop band; good above 50 dB.
   *
   * @param stopBandDb attenuation, more than 50 dB
   */
  static double kaiserBeta(double stopBandDb) {
    return 0.1102 * (stopBandDb - 8.7);
  }

  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}

package loopmind.mixer.dsp;

/**
 * The weights of a low-pass that reads between samples: a sinc under a Kaiser window, tabulated at
 * {@value #PHASES} places between two samples; weights between those are interpolated linearly,
 * which adds errors below −115 dB: J. O. Smith, <i>Digital Audio Resampling</i>, "Theory of Ideal
 * Bandlimited Interpolation".
 */
final class SincTable {

  static final int PHASES = 512;

  /** Weights of one read; a multiple of 4. */
  final int taps;

  /** Weights of phase p begin at p × taps; one phase more than {@link #PHASES} closes the last. */
  final float[] weights;

  /**
   * @param edge where the stop band begins, in cycles a sample: at most 0.5
   * @param passed which share of the edge is passed unchanged; below 1
   * @param stopBandDb attenuation above the edge
   */
  SincTable(double edge, double passed, double stopBandDb) {
    double transition = 2 * Math.PI * edge * (1 - passed);
    int needed = (int) Math.ceil((stopBandDb - 7.95) / (2.285 * transition)) + 1;
    taps = (needed + 3) / 4 * 4;
    double cutoff = edge * (1 + passed) / 2;
    double beta = Windows.kaiserBeta(stopBandDb);
    weights = new float[(PHASES + 1) * taps];
    double[] row = new double[taps];
    for (int p = 0; p <= PHASES; p++) {
      double sum = 0;
      for (int t = 0; t < taps; t++) {
        // the read lies between tap taps/2 − 1 and the next one
        double x = t - (taps / 2 - 1) - (double) p / PHASES;
        row[t] = sinc(2 * cutoff * x) * Windows.kaiser(x / (taps / 2.0), beta);
        sum += row[t];
      }
      for (int t = 0; t < taps; t++) {
        // every phase passes a constant unchanged
        weights[p * taps + t] = (float) (row[t] / sum);
      }
    }
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}

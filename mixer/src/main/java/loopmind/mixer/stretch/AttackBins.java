package loopmind.mixer.stretch;

/** Which bins an attack begins in: those at least 6 dB louder after it than before. */
final class AttackBins {

  private static final double RISE_OF_POWER = 4;

  private final boolean[][] fresh;
  private final boolean[] none;

  AttackBins(SpectrumReader reader, TimeMap map, int onsets) {
    int bins = reader.bins();
    fresh = new boolean[onsets][bins];
    none = new boolean[bins];
    double[][] re = new double[reader.channels()][bins];
    double[][] im = new double[reader.channels()][bins];
    double[] before = new double[bins];
    double[] after = new double[bins];
    for (int k = 0; k < onsets; k++) {
      int at = map.sourceOfOnset(k);
      reader.read(at - reader.size() / 2, re, im);
      power(re, im, before);
      reader.read(at + reader.size() / 2, re, im);
      power(re, im, after);
      for (int b = 0; b < bins; b++) {
        fresh[k][b] = after[b] > RISE_OF_POWER * before[b];
      }
    }
  }

  /** Summed over neighbours and channels, so that a partial between two bins is not missed. */
  private static void power(double[][] re, double[][] im, double[] power) {
    for (int b = 0; b < power.length; b++) {
      power[b] = 0;
      for (int k = Math.max(0, b - 1); k <= Math.min(power.length - 1, b + 1); k++) {
        for (int c = 0; c < re.length; c++) {
          power[b] += re[c][k] * re[c][k] + im[c][k] * im[c][k];
        }
      }
    }
  }

  /** The bins that onset {@code k} begins in. */
  boolean[] at(int k) {
    return fresh[k];
  }

  /** No bin. */
  boolean[] none() {
    return none;
  }
}

package loopmind.library.listen;

/**
 * How much the pitch classes change at each step: 1 minus the cosine between the two steps before
 * and the two after, where that is a maximum. C. Harte et al., "Detecting harmonic change in
 * musical audio", 2006, on chroma instead of the tonal centroid.
 */
final class HarmonyChange {

  private static final double AUDIBLE_SHARE = 0.3;

  private HarmonyChange() {}

  /**
   * @param direction filled with the chroma of each step, of unit length where it sounds
   */
  static double[] of(ToneMap tones, double[][] direction) {
    int steps = tones.steps();
    double[][] chroma = new double[steps][];
    double[] norms = new double[steps];
    double loudest = 1e-9;
    for (int t = 0; t < steps; t++) {
      chroma[t] = tones.chroma(t);
      norms[t] = Math.sqrt(dot(chroma[t], chroma[t]));
      loudest = Math.max(loudest, norms[t]);
      direction[t] = new double[12];
      for (int i = 0; i < 12; i++) {
        direction[t][i] = chroma[t][i] / Math.max(norms[t], 1e-9);
      }
    }
    double[] raw = new double[steps];
    for (int t = 0; t < steps; t++) {
      double[] before = pair(chroma, t - 1, t - 2);
      double[] after = pair(chroma, t + 1, t + 2);
      double lengths = Math.sqrt(dot(before, before) * dot(after, after));
      double cosine = dot(before, after) / Math.max(lengths, 1e-9);
      raw[t] = Math.clamp(1 - cosine, 0, 1) * Math.min(1, norms[t] / (AUDIBLE_SHARE * loudest));
    }
    double[] change = new double[steps];
    for (int t = 0; t < steps; t++) {
      boolean peak = raw[t] >= raw[Math.floorMod(t - 1, steps)] && raw[t] >= raw[(t + 1) % steps];
      change[t] = peak ? raw[t] : 0;
    }
    return change;
  }

  private static double[] pair(double[][] chroma, int a, int b) {
    double[] sum = new double[12];
    for (int i = 0; i < 12; i++) {
      sum[i] =
          chroma[Math.floorMod(a, chroma.length)][i] + chroma[Math.floorMod(b, chroma.length)][i];
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }
}

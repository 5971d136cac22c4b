package loopmind.library.listen;

/** How much a stretch, read as a circle, resembles itself some steps later: its autocorrelation. */
final class Repetition {

  private Repetition() {}

  /** Of the steps from {@code from} to {@code to} of several rows together, −1 to 1. */
  static double of(int from, int to, int lag, float[]... rows) {
    int length = to - from;
    double same = 0;
    double all = 0;
    for (float[] row : rows) {
      double mean = 0;
      for (int t = from; t < to; t++) {
        mean += row[t];
      }
      mean /= length;
      for (int t = 0; t < length; t++) {
        double here = row[from + t] - mean;
        same += here * (row[from + (t + lag) % length] - mean);
        all += here * here;
      }
    }
    return same / Math.max(all, 1e-9);
  }

  /** Of vectors, −1 to 1. */
  static double of(double[][] vectors, int lag) {
    int width = vectors[0].length;
    double[] mean = new double[width];
    for (double[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        mean[i] += vector[i] / vectors.length;
      }
    }
    double same = 0;
    double all = 0;
    for (int t = 0; t < vectors.length; t++) {
      double[] later = vectors[(t + lag) % vectors.length];
      for (int i = 0; i < width; i++) {
        double here = vectors[t][i] - mean[i];
        same += here * (later[i] - mean[i]);
        all += here * here;
      }
    }
    return same / Math.max(all, 1e-9);
  }
}

package loopmind.mixer.render;

import java.util.List;

/**
 * Reads a part through its warps. Between frames it is read by a cubic through four of them
 * (Hermite, after Catmull and Rom): good for what falls in pitch or rises by less than an octave.
 */
final class Bending {

  /** Reads as it is: adds {@code count} frames from {@code from} on to {@code out}. */
  interface Source {
    void read(long from, int count, float[][] out, int at);
  }

  /** Places that lie no further apart are read in one go. */
  private static final double NEAR = 4;

  private final Source source;
  private final List<Warp> warps;

  Bending(Source source, List<Warp> warps) {
    this.source = source;
    this.warps = warps;
  }

  void read(long from, int count, float[][] out, int at) {
    double[] places = new double[count];
    double[] gains = new double[count];
    for (int i = 0; i < count; i++) {
      double place = from + i;
      double gain = 1;
      for (Warp warp : warps) {
        if (warp.holds(place)) {
          gain *= warp.gain(place);
          place = warp.source(place);
        }
      }
      places[i] = place;
      gains[i] = gain;
    }
    for (int i = 0; i < count; ) {
      int end = i + 1;
      while (end < count && Math.abs(places[end] - places[end - 1]) <= NEAR) {
        end++;
      }
      run(places, gains, i, end, out, at);
      i = end;
    }
  }

  private void run(double[] places, double[] gains, int from, int to, float[][] out, int at) {
    double lowest = Double.MAX_VALUE;
    double highest = -Double.MAX_VALUE;
    for (int i = from; i < to; i++) {
      lowest = Math.min(lowest, places[i]);
      highest = Math.max(highest, places[i]);
    }
    long first = (long) Math.floor(lowest) - 1;
    int room = (int) (Math.floor(highest) + 3 - first);
    float[][] heard = new float[2][room];
    source.read(first, room, heard, 0);
    for (int i = from; i < to; i++) {
      int index = (int) (Math.floor(places[i]) - first);
      double part = places[i] - Math.floor(places[i]);
      for (int c = 0; c < 2; c++) {
        out[c][at + i] += (float) (gains[i] * between(heard[c], index, part));
      }
    }
  }

  private static double between(float[] x, int i, double t) {
    if (t == 0) {
      return x[i];
    }
    double slope = (x[i + 1] - x[i - 1]) / 2.0;
    double next = (x[i + 2] - x[i]) / 2.0;
    double rise = x[i + 1] - x[i];
    return x[i] + t * (slope + t * (3 * rise - 2 * slope - next + t * (slope + next - 2 * rise)));
  }
}

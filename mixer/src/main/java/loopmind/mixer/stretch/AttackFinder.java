package loopmind.mixer.stretch;

import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Finds the frame in which an attack begins, near a place where one is known to be.
 *
 * <p>First the 6 ms on both sides of a moment are compared band by band: the moment where most
 * bands rise most lies at the attack, whatever rings on in other bands. Then, within 4 ms, the
 * frame is taken at which power and the power of the highs rise most steeply over 2 ms.
 */
final class AttackFinder {

  private static final int BANDS = 10, STEP = 16;

  private final float[] circle;
  private final int span;
  private final int size;
  private final Fft fft;
  private final double[] window;
  private final double[] re;
  private final double[] im;

  AttackFinder(float[] circle, int hz) {
    this.circle = circle;
    span = hz / 500;
    size = Integer.highestOneBit(hz / 150); // 256 at 44.1 and 48 kHz
    fft = new Fft(size);
    window = Windows.hann(size);
    re = new double[fft.bins()];
    im = new double[fft.bins()];
  }

  /** The frame of the attack between {@code from} and {@code to}, which may lie on any turn. */
  int between(int from, int to) {
    int rough = bandRise(from, to);
    return Math.floorMod(steepest(rough - size / 4, rough + size * 3 / 4), circle.length);
  }

  private int bandRise(int from, int to) {
    int steps = (to - from) / STEP + 1;
    int apart = size / STEP;
    double[][] level = new double[steps + apart][];
    float[] part = new float[to - from + 2 * size + STEP];
    for (int i = 0; i < part.length; i++) {
      part[i] = at(from - size + i);
    }
    double[] loudest = new double[BANDS];
    for (int s = 0; s < level.length; s++) {
      level[s] = bands(part, s * STEP);
      for (int b = 0; b < BANDS; b++) {
        loudest[b] = Math.max(loudest[b], level[s][b]);
      }
    }
    double all = 1e-12;
    for (double band : loudest) {
      all = Math.max(all, band);
    }
    int best = 0;
    double highest = -1;
    for (int s = 0; s < steps; s++) {
      double rise = 0;
      for (int b = 0; b < BANDS; b++) {
        double floor = 1e-3 * loudest[b] + 1e-7 * all;
        rise += Math.max(0, Math.log((level[s + apart][b] + floor) / (level[s][b] + floor)));
      }
      if (rise > highest) {
        highest = rise;
        best = s;
      }
    }
    return from + best * STEP;
  }

  private double[] bands(float[] part, int start) {
    fft.forward(part, start, window, re, im);
    double[] power = new double[BANDS];
    for (int k = 1; k < fft.bins(); k++) {
      // two bands an octave at the bottom, fewer bins than bands would need
      int band = (int) (1.43 * Math.log(k) / Math.log(2));
      power[Math.min(BANDS - 1, band)] += re[k] * re[k] + im[k] * im[k];
    }
    return power;
  }

  private int steepest(int from, int to) {
    int begin = from - span;
    double[] full = new double[to - from + 2 * span + 2];
    double[] high = new double[full.length];
    for (int i = 0; i + 1 < full.length; i++) {
      double x = at(begin + i);
      double step = x - at(begin + i - 1);
      full[i + 1] = full[i] + x * x;
      high[i + 1] = high[i] + step * step;
    }
    double floorFull = 1e-4 * full[full.length - 1] / full.length * span + 1e-15;
    double floorHigh = 1e-4 * high[high.length - 1] / high.length * span + 1e-15;
    int best = from;
    double steepest = Double.NEGATIVE_INFINITY;
    for (int i = span; i + span < full.length; i++) {
      double rise = rise(full, i, floorFull) + rise(high, i, floorHigh);
      if (rise > steepest) {
        steepest = rise;
        best = begin + i;
      }
    }
    return best;
  }

  private double rise(double[] sums, int i, double floor) {
    double after = sums[i + span] - sums[i] + floor;
    return Math.log(after / (sums[i] - sums[i - span] + floor));
  }

  private float at(int frame) {
    return circle[Math.floorMod(frame, circle.length)];
  }
}

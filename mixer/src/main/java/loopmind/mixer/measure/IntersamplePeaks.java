package loopmind.mixer.measure;

import java.util.Arrays;

/**
 * How far one channel swings at and between its frames: the sound is interpolated to {@value
 * #OVERSAMPLING} times its rate by windowed sinc, as annex 2 of ITU-R BS.1770-4 asks.
 *
 * <p>Between the interpolated points a parabola through a maximum and its neighbours finds the
 * rest, so that a sine reads within 0.05 dB up to 0.44 of the sample rate, where four points alone
 * may miss 0.5 dB. Holds the state of one channel.
 *
 * <p>Kaiser window: J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window
 * function", 1974.
 */
public final class IntersamplePeaks {

  public static final int OVERSAMPLING = 4;

  /** Frames by which an answer comes later than its frame. */
  public static final int LATENCY = 20;

  private static final int TAPS = 2 * LATENCY;
  private static final int BLOCK = 1024;
  private static final double KAISER_BETA = 6.5;
  private static final float NEAR_MAXIMUM = 0.9f;
  private static final float[][] PHASES = phases();

  private final float[] window = new float[TAPS + BLOCK];
  private final float[][] between = new float[OVERSAMPLING][BLOCK];
  private final float[] block = new float[BLOCK];
  private float beforeBlock;
  private float afterBlock;
  private float largest;

  private static float[][] phases() {
    float[][] phases = new float[OVERSAMPLING][TAPS];
    for (int phase = 1; phase < OVERSAMPLING; phase++) {
      double sum = 0;
      double[] taps = new double[TAPS];
      for (int tap = 0; tap < TAPS; tap++) {
        double distance = tap - (LATENCY - 1) - phase / (double) OVERSAMPLING;
        taps[tap] = sinc(distance) * kaiser(distance / LATENCY);
        sum += taps[tap];
      }
      for (int tap = 0; tap < TAPS; tap++) {
        phases[phase][tap] = (float) (taps[tap] / sum);
      }
    }
    return phases;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - x * x))) / bessel(KAISER_BETA);
  }

  /** Modified Bessel function of the first kind, order 0, by its series. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x / (2 * k) * x / (2 * k);
      sum += term;
    }
    return sum;
  }

  /**
   * Follows the peaks frame by frame: {@link #largest} does not hear what goes through here.
   *
   * @param count how many samples to take from {@code samples[from]}
   * @param peaks where the largest magnitude from each frame to the next is written, {@link
   *     #LATENCY} frames late: {@code peaks[peaksFrom]} belongs to frame {@code from − LATENCY}
   */
  public void follow(float[] samples, int from, int count, float[] peaks, int peaksFrom) {
    for (int done = 0; done < count; ) {
      int part = Math.min(BLOCK, count - done);
      interpolate(samples, from + done, part);
      for (int i = 0; i < part; i++) {
        // only the top of a swing lies higher than the points around it
        boolean top =
            (i == 0 || block[i] >= block[i - 1]) && (i + 1 == part || block[i] >= block[i + 1]);
        peaks[peaksFrom + done + i] = top ? refined(i, part) : block[i];
      }
      beforeBlock = between[OVERSAMPLING - 1][part - 1];
      done += part;
    }
  }

  /** Takes the next {@code count} samples from {@code samples[from]}. */
  public void add(float[] samples, int from, int count) {
    for (int done = 0; done < count; ) {
      int part = Math.min(BLOCK, count - done);
      interpolate(samples, from + done, part);
      findLargest(part);
      done += part;
    }
  }

  /** The largest magnitude so far, relative to full scale 1, as if silence followed. */
  public double largest() {
    IntersamplePeaks end = new IntersamplePeaks();
    System.arraycopy(window, 0, end.window, 0, TAPS);
    end.beforeBlock = beforeBlock;
    end.largest = largest;
    end.add(new float[TAPS], 0, TAPS);
    return end.largest;
  }

  private void interpolate(float[] samples, int from, int count) {
    System.arraycopy(samples, from, window, TAPS, count);
    // output frame i lies at window[i + LATENCY]
    System.arraycopy(window, LATENCY, between[0], 0, count);
    for (int i = 0; i < count; i++) {
      block[i] = Math.abs(between[0][i]);
    }
    for (int phase = 1; phase < OVERSAMPLING; phase++) {
      convolve(between[phase], PHASES[phase], count);
      float[] points = between[phase];
      for (int i = 0; i < count; i++) {
        block[i] = Math.max(block[i], Math.abs(points[i]));
      }
    }
    afterBlock = window[count + LATENCY];
    System.arraycopy(window, count, window, 0, TAPS);
  }

  private void convolve(float[] out, float[] taps, int count) {
    Arrays.fill(out, 0, count, 0);
    for (int tap = 0; tap < TAPS; tap += 4) {
      float t0 = taps[tap];
      float t1 = taps[tap + 1];
      float t2 = taps[tap + 2];
      float t3 = taps[tap + 3];
      int at = tap + 1;
      for (int i = 0; i < count; i++) {
        out[i] +=
            t0 * window[i + at]
                + t1 * window[i + at + 1]
                + t2 * window[i + at + 2]
                + t3 * window[i + at + 3];
      }
    }
  }

  private void findLargest(int count) {
    for (int i = 0; i < count; i++) {
      if (block[i] > NEAR_MAXIMUM * largest) {
        largest = Math.max(largest, refined(i, count));
      }
    }
    beforeBlock = between[OVERSAMPLING - 1][count - 1];
  }

  /**
   * The largest magnitude near the points of frame {@code i}, by a parabola through three points.
   */
  private float refined(int i, int count) {
    float best = block[i];
    for (int phase = 0; phase < OVERSAMPLING; phase++) {
      float here = Math.abs(between[phase][i]);
      if (here < NEAR_MAXIMUM * best) {
        continue;
      }
      float before = Math.abs(phase > 0 ? between[phase - 1][i] : lastOf(i - 1));
      float after =
          Math.abs(phase + 1 < OVERSAMPLING ? between[phase + 1][i] : firstOf(i + 1, count));
      float bend = before - 2 * here + after;
      if (here >= before && here >= after && bend < 0) {
        float slope = before - after;
        best = Math.max(best, here - slope * slope / (8 * bend));
      }
    }
    return best;
  }

  private float lastOf(int frame) {
    return frame < 0 ? beforeBlock : between[OVERSAMPLING - 1][frame];
  }

  private float firstOf(int frame, int count) {
    return frame < count ? between[0][frame] : afterBlock;
  }
}

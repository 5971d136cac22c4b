package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;

/**
 * Peaks of successive spectra, collected, and then laid on an axis of notes that is tuned to all of
 * them together.
 */
final class TonePeaks {

  static final int BINS_A_NOTE = 3;

  /** From a third below the lowest note up to what its harmonics reach; the rest stays empty. */
  static final int BINS = (132 - ToneMap.LOWEST_NOTE) * BINS_A_NOTE + 2;

  private static final double HIGHEST_HZ = 5000, LOWEST_HZ = 28, TUNED_ABOVE_HZ = 100;
  private static final double FLOOR = 1e-4;
  private static final double TONAL = 1.6, NARROW = 2.5, LEAST_AGREEMENT = 0.15;
  private static final double SURROUNDINGS = 0.06; // of the frequency, to each side

  /** The peaks of one window: MIDI pitch, root of the magnitude, height above surroundings. */
  private record Window(float[] pitches, float[] roots, float[] heights) {}

  private final int window;
  private final int rateHz;
  private final List<Window> windows = new ArrayList<>();
  private double[] sums = new double[0];
  private double tunedRe;
  private double tunedIm;
  private double tunedAll;
  private double narrowPower;
  private double allPower;

  TonePeaks(int window, int rateHz) {
    this.window = window;
    this.rateHz = rateHz;
  }

  /** Collects the peaks of the next window. */
  void add(double[] magnitudes) {
    sums = sums.length == 0 ? new double[magnitudes.length + 1] : sums;
    for (int k = 0; k < magnitudes.length; k++) {
      sums[k + 1] = sums[k] + magnitudes[k];
      allPower += magnitudes[k] * magnitudes[k];
    }
    int last = (int) Math.min(magnitudes.length - 2.0, HIGHEST_HZ * window / rateHz);
    int first = (int) Math.max(2, LOWEST_HZ * window / rateHz);
    float[] pitches = new float[last + 1];
    float[] roots = new float[last + 1];
    float[] heights = new float[last + 1];
    int count = 0;
    for (int k = first; k <= last; k++) {
      double here = magnitudes[k];
      if (here > FLOOR && here > magnitudes[k - 1] && here >= magnitudes[k + 1]) {
        double offset = offset(magnitudes, k);
        double top = here * Math.exp(-0.25 * slope(magnitudes, k) * offset);
        double height = top / Math.max(surroundings(k, magnitudes.length), 1e-9);
        double hz = (k + offset) * rateHz / window;
        double pitch = 69 + 12 * Math.log(hz / 440) / Math.log(2);
        note(pitch, hz, top, height);
        pitches[count] = (float) pitch;
        roots[count] = (float) Math.sqrt(top);
        heights[count++] = (float) height;
      }
    }
    windows.add(
        new Window(
            java.util.Arrays.copyOf(pitches, count),
            java.util.Arrays.copyOf(roots, count),
            java.util.Arrays.copyOf(heights, count)));
  }

  private static double slope(double[] magnitudes, int k) {
    return Math.log(Math.max(magnitudes[k - 1], 1e-9))
        - Math.log(Math.max(magnitudes[k + 1], 1e-9));
  }

  /** Where between two bins the parabola through three log magnitudes has its top. */
  private static double offset(double[] magnitudes, int k) {
    double before = Math.log(Math.max(magnitudes[k - 1], 1e-9));
    double here = Math.log(Math.max(magnitudes[k], 1e-9));
    double after = Math.log(Math.max(magnitudes[k + 1], 1e-9));
    return Math.clamp(0.5 * (before - after) / (before - 2 * here + after - 1e-12), -0.5, 0.5);
  }

  private double surroundings(int k, int bins) {
    int reach = (int) Math.max(3, k * SURROUNDINGS);
    int from = Math.max(0, k - reach);
    int to = Math.min(bins, k + reach + 1);
    return (sums[to] - sums[from]) / (to - from);
  }

  private void note(double pitch, double hz, double top, double height) {
    if (height > NARROW) {
      narrowPower += top * top;
    }
    if (height > TONAL && hz > TUNED_ABOVE_HZ) {
      double off = 2 * Math.PI * (pitch - Math.rint(pitch));
      tunedRe += Math.sqrt(top) * Math.cos(off);
      tunedIm += Math.sqrt(top) * Math.sin(off);
      tunedAll += Math.sqrt(top);
    }
  }

  double agreement() {
    return tunedAll > 0 ? Math.hypot(tunedRe, tunedIm) / tunedAll : 0;
  }

  /** Semitones above the nearest tempered pitch; 0 where the peaks do not agree on one. */
  double tuning() {
    return agreement() < LEAST_AGREEMENT ? 0 : Math.atan2(tunedIm, tunedRe) / (2 * Math.PI);
  }

  double share() {
    return allPower > 0 ? narrowPower / allPower : 0;
  }

  /** The peaks of one window on the axis of notes, in a new array. */
  float[] axis(int step) {
    Window peaks = windows.get(step);
    float[] axis = new float[BINS];
    double tuning = tuning();
    for (int i = 0; i < peaks.pitches.length; i++) {
      double place = (peaks.pitches[i] - tuning - ToneMap.LOWEST_NOTE) * BINS_A_NOTE;
      int bin = (int) Math.rint(place) + 1;
      if (bin >= 0 && bin < BINS) {
        double weight = Math.clamp(peaks.heights[i] - 1.0, 0, 3) / 3;
        axis[bin] = (float) Math.max(axis[bin], peaks.roots[i] * weight);
      }
    }
    return axis;
  }
}

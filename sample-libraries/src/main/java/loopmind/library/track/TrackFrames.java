package loopmind.library.track;

import java.util.Arrays;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * A track in windows of about 43 ms, a quarter apart: how strongly sound begins in each (spectral
 * flux), its level in {@value #BANDS} bands and its pitch classes. Takes sound a block at a time
 * and keeps some numbers a window, so that a long track needs little memory.
 */
final class TrackFrames {

  static final int BANDS = 12, PITCHES = 12;
  private static final double WINDOW_S = 0.043, LOWEST_HZ = 40, HIGHEST_HZ = 15_000;
  private static final double LOWEST_NOTE_HZ = 110, HIGHEST_NOTE_HZ = 3_500;
  private static final double COMPRESSION = 300;
  private static final int LOW_BANDS = 3;

  private final SampleRate rate;
  private final Fft fft;
  private final int window;
  private final int hop;
  private final double[] weights;
  private final double[] real;
  private final double[] imaginary;
  private final float[] waiting;
  private final int[] bandOf;
  private final int[] pitchOf;
  private final int[] binsIn = new int[BANDS];
  private final double[] before;
  private int filled;
  private float[] flux = new float[4096];
  private float[] lows = new float[4096];
  private float[][] features = new float[4096][];
  private int count;

  TrackFrames(SampleRate rate) {
    this.rate = rate;
    window = nearestPowerOfTwo(WINDOW_S * rate.hz());
    hop = window / 4;
    fft = new Fft(window);
    weights = Windows.hann(window);
    real = new double[fft.bins()];
    imaginary = new double[fft.bins()];
    before = new double[fft.bins()];
    waiting = new float[window];
    bandOf = new int[fft.bins()];
    pitchOf = new int[fft.bins()];
    for (int bin = 0; bin < fft.bins(); bin++) {
      double hz = (double) bin * rate.hz() / window;
      bandOf[bin] = band(hz);
      if (bandOf[bin] >= 0) {
        binsIn[bandOf[bin]]++;
      }
      boolean pitched = hz > LOWEST_NOTE_HZ && hz < HIGHEST_NOTE_HZ;
      pitchOf[bin] =
          pitched
              ? Math.floorMod((int) Math.rint(69 + 12 * Math.log(hz / 440) / Math.log(2)), PITCHES)
              : -1;
    }
  }

  private static int nearestPowerOfTwo(double frames) {
    return 1 << (int) Math.rint(Math.log(frames) / Math.log(2));
  }

  private static int band(double hz) {
    if (hz < LOWEST_HZ || hz >= HIGHEST_HZ) {
      return -1;
    }
    return (int) (BANDS * Math.log(hz / LOWEST_HZ) / Math.log(HIGHEST_HZ / LOWEST_HZ));
  }

  /** Adds frames of the mean of all channels. */
  void add(float[] mono, int frames) {
    int taken = 0;
    while (taken < frames) {
      int part = Math.min(frames - taken, window - filled);
      System.arraycopy(mono, taken, waiting, filled, part);
      filled += part;
      taken += part;
      if (filled == window) {
        see();
        System.arraycopy(waiting, hop, waiting, 0, window - hop);
        filled = window - hop;
      }
    }
  }

  private void see() {
    fft.forward(waiting, 0, weights, real, imaginary);
    float[] feature = new float[BANDS + PITCHES];
    double[] energies = new double[BANDS + PITCHES];
    double rise = 0;
    double lowRise = 0;
    for (int bin = 1; bin < real.length; bin++) {
      double power = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
      double level = Math.log1p(COMPRESSION * Math.sqrt(power) * 4 / window);
      double more = Math.max(0, level - before[bin]);
      before[bin] = level;
      int band = bandOf[bin];
      if (band >= 0) {
        // each band counts the same, however many bins it has
        rise += more / binsIn[band];
        lowRise += band < LOW_BANDS ? more / binsIn[band] : 0;
        energies[band] += power;
      }
      if (pitchOf[bin] >= 0) {
        energies[BANDS + pitchOf[bin]] += Math.sqrt(power);
      }
    }
    for (int i = 0; i < feature.length; i++) {
      feature[i] =
          (float) (i < BANDS ? 10 * Math.log10(energies[i] / window / window + 1e-9) : energies[i]);
    }
    if (count == flux.length) {
      flux = Arrays.copyOf(flux, 2 * count);
      lows = Arrays.copyOf(lows, 2 * count);
      features = Arrays.copyOf(features, 2 * count);
    }
    flux[count] = (float) rise;
    lows[count] = (float) lowRise;
    features[count++] = feature;
  }

  int count() {
    return count;
  }

  double stepSeconds() {
    return (double) hop / rate.hz();
  }

  /** The moment that a window speaks of: a rise is seen when it has come a third into it. */
  double secondsAt(double step) {
    return (step * hop + 0.66 * window) / rate.hz();
  }

  /** The window that speaks of a moment; not whole, and not below 0. */
  double stepAt(double seconds) {
    return Math.max(0, (seconds * rate.hz() - 0.66 * window) / hop);
  }

  /** How strongly sound begins, one value a window, the mean of the second around taken out. */
  double[] rises() {
    return standingOut(flux);
  }

  /** The same below about 180 Hz. */
  double[] lowRises() {
    return standingOut(lows);
  }

  private double[] standingOut(float[] values) {
    int reach = (int) (0.5 / stepSeconds());
    double[] sums = new double[count + 1];
    for (int t = 0; t < count; t++) {
      sums[t + 1] = sums[t] + values[t];
    }
    double[] out = new double[count];
    for (int t = 0; t < count; t++) {
      int from = Math.max(0, t - reach);
      int to = Math.min(count, t + reach + 1);
      out[t] = Math.max(0, values[t] - (sums[to] - sums[from]) / (to - from));
    }
    return out;
  }

  /** Levels in dB of the bands, then magnitudes of the pitch classes. */
  float[] features(int step) {
    return features[step];
  }
}

package loopmind.library.bars;

import java.util.Arrays;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * A track in windows of about 43 ms, a quarter apart: how strongly sound begins in each (spectral
 * flux), its level in {@value #BANDS} bands, its pitch classes and its grain. Takes sound a block
 * at a time and keeps some numbers a window, so that a long track needs little memory.
 */
public final class TrackFrames {

  public static final int BANDS = 12, PITCHES = 12;
  private static final double WINDOW_S = 0.043, LOWEST_HZ = 40, HIGHEST_HZ = 15_000;
  private static final double LOWEST_NOTE_HZ = 110, HIGHEST_NOTE_HZ = 3_500;
  private static final double COMPRESSION = 300;
  private static final int LOW_BANDS = 3;
  private static final double LOWEST_GRAIN_HZ = 150, HIGHEST_GRAIN_HZ = 5_000;

  /** So many windows on, another part of the sound is seen. */
  private static final int APART = 4;

  /** Numbers of {@link #grain}. */
  public static final int GRAINS = 2;

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
  private final double[] levels;
  private final double[][] ridges;
  private int filled;
  private float[] flux = new float[4096];
  private float[] lows = new float[4096];
  private float[][] features = new float[4096][];
  private float[][] grains = new float[4096][];
  private int count;

  public TrackFrames(SampleRate rate) {
    this.rate = rate;
    window = nearestPowerOfTwo(WINDOW_S * rate.hz());
    hop = window / 4;
    fft = new Fft(window);
    weights = Windows.hann(window);
    real = new double[fft.bins()];
    imaginary = new double[fft.bins()];
    before = new double[fft.bins()];
    levels = new double[fft.bins()];
    ridges = new double[APART + 1][fft.bins()];
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
  public void add(float[] mono, int frames) {
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
      levels[bin] = level;
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
      grains = Arrays.copyOf(grains, 2 * count);
    }
    grains[count] = grainNow();
    flux[count] = (float) rise;
    lows[count] = (float) lowRise;
    features[count++] = feature;
  }

  /** Tones are ridges in the spectrum that stay where they are. */
  private float[] grainNow() {
    double[] now = ridges[count % ridges.length];
    double[] then = ridges[(count + 1) % ridges.length];
    int from = Math.max(2, (int) (LOWEST_GRAIN_HZ * window / rate.hz()));
    int to = Math.min(levels.length - 2, (int) (HIGHEST_GRAIN_HZ * window / rate.hz()));
    double all = 1e-9;
    double high = 0;
    double kept = 0;
    for (int bin = from; bin < to; bin++) {
      now[bin] = Math.max(0, levels[bin] - (levels[bin - 2] + levels[bin + 2]) / 2);
      all += levels[bin];
      high += now[bin];
      kept += Math.min(now[bin], then[bin]);
    }
    return new float[] {(float) (high / all), (float) (kept / (high + 1e-9))};
  }

  public int count() {
    return count;
  }

  public double stepSeconds() {
    return (double) hop / rate.hz();
  }

  /**
   * The windows from {@code from} to before {@code to} as if they were all; shared, nothing is to
   * be added to it.
   */
  public TrackFrames part(int from, int to) {
    TrackFrames part = new TrackFrames(rate);
    part.flux = Arrays.copyOfRange(flux, from, to);
    part.lows = Arrays.copyOfRange(lows, from, to);
    part.features = Arrays.copyOfRange(features, from, to);
    part.grains = Arrays.copyOfRange(grains, from, to);
    part.count = to - from;
    return part;
  }

  /** The moment that a window speaks of: a rise is seen when it has come a third into it. */
  public double secondsAt(double step) {
    return (step * hop + 0.66 * window) / rate.hz();
  }

  /** The window that speaks of a moment; not whole, and not below 0. */
  public double stepAt(double seconds) {
    return Math.max(0, (seconds * rate.hz() - 0.66 * window) / hop);
  }

  /** How strongly sound begins, one value a window, the mean of the second around taken out. */
  public double[] rises() {
    return standingOut(flux);
  }

  /** The same below about 180 Hz. */
  public double[] lowRises() {
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
  public float[] features(int step) {
    return features[step];
  }

  /**
   * How far single tones stand out between 150 and 5,000 Hz, and which share of that is there still
   * 43 ms later; both 0 to 1.
   */
  public float[] grain(int step) {
    return grains[step];
  }
}

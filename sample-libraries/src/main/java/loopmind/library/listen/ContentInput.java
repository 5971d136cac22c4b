package loopmind.library.listen;

import java.util.Arrays;
import loopmind.library.bars.TrackFrames;

/**
 * What the network of content is told of two seconds of sound: how levels lie and move in twelve
 * bands, how far tones stand out and stay, how pitch classes hold, how sounds begin, and how fast
 * the level as a whole goes up and down. Speech has four syllables a second and pauses (E.
 * Scheirer, M. Slaney, "Construction and evaluation of a robust multifeature speech/music
 * discriminator", ICASSP 1997); tones stay where they are; drums begin suddenly, over and over.
 */
final class ContentInput {

  /** Rates of the level's movement, Hz. */
  private static final double[] RATES_HZ = {1, 2, 3, 4, 5, 6, 8, 10, 12};

  private static final int LATER = 4, CHROMA_APART = 8;
  private static final double FLOOR_DB = -60, QUIET_DB = 25;
  private static final double SHORTEST_PERIOD_S = 0.25, LONGEST_PERIOD_S = 1;

  static final int COUNT =
      3 * TrackFrames.BANDS + 2 * TrackFrames.GRAINS + 3 + 6 + 3 + RATES_HZ.length + 1;

  private final TrackFrames frames;
  private final double[] rises;
  private final double[] lows;
  private final double[] totals;
  private final float[] row = new float[COUNT];
  private int filled;

  /**
   * @param frames of a whole stretch; rows of its windows are computed one after another
   */
  ContentInput(TrackFrames frames) {
    this.frames = frames;
    rises = frames.rises();
    lows = frames.lowRises();
    totals = new double[frames.count()];
    for (int t = 0; t < totals.length; t++) {
      double power = 0;
      for (int band = 0; band < TrackFrames.BANDS; band++) {
        power += Math.pow(10, frames.features(t)[band] / 10);
      }
      totals[t] = 10 * Math.log10(power);
    }
  }

  /** Level in dB of each step, over all bands. */
  double[] totals() {
    return totals;
  }

  /**
   * {@value #COUNT} numbers.
   *
   * @param from first step
   * @param to one after the last; more than {@code from}
   */
  float[] of(int from, int to) {
    filled = 0;
    double loudest = Arrays.stream(totals, from, to).max().orElse(FLOOR_DB);
    addBands(from, to, loudest);
    addGrains(from, to);
    addPitches(from, to);
    addRises(from, to);
    addLevels(from, to, loudest);
    addMovement(from, to, loudest);
    add(periodic(from, to));
    if (filled != COUNT) {
      throw new IllegalStateException("Content takes %d numbers, not %d.".formatted(COUNT, filled));
    }
    return row.clone();
  }

  private void add(double value) {
    row[filled++] = (float) value;
  }

  private double level(int step, int band, double loudest) {
    return Math.max(FLOOR_DB, frames.features(step)[band] - loudest);
  }

  private void addBands(int from, int to, double loudest) {
    for (int band = 0; band < TrackFrames.BANDS; band++) {
      double sum = 0;
      double squares = 0;
      double moved = 0;
      for (int t = from; t < to; t++) {
        double level = level(t, band, loudest);
        sum += level;
        squares += level * level;
        moved += Math.abs(level - level(Math.max(from, t - LATER), band, loudest));
      }
      int n = to - from;
      double mean = sum / n;
      add(mean / 20);
      add(Math.sqrt(Math.max(0, squares / n - mean * mean)) / 10);
      add(moved / n / 10);
    }
  }

  private void addGrains(int from, int to) {
    for (int i = 0; i < TrackFrames.GRAINS; i++) {
      double[] values = new double[to - from];
      for (int t = from; t < to; t++) {
        values[t - from] = frames.grain(t)[i];
      }
      double mean = Arrays.stream(values).average().orElse(0);
      add(mean * 4);
      add(deviation(values, mean) * 8);
    }
  }

  private static double deviation(double[] values, double mean) {
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /** How few pitch classes there are: in all, in each step, and whether they stay. */
  private void addPitches(int from, int to) {
    double[] all = new double[TrackFrames.PITCHES];
    double narrow = 0;
    double alike = 0;
    for (int t = from; t < to; t++) {
      double[] now = pitches(t);
      for (int i = 0; i < all.length; i++) {
        all[i] += now[i] / (to - from);
      }
      narrow += entropy(now) / (to - from);
      alike += cosine(now, pitches(Math.max(from, t - CHROMA_APART))) / (to - from);
    }
    add(entropy(all));
    add(narrow);
    add(alike);
  }

  private double[] pitches(int step) {
    double[] shares = new double[TrackFrames.PITCHES];
    double sum = 1e-9;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = frames.features(step)[TrackFrames.BANDS + i];
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static double entropy(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum -= share > 0 ? share * Math.log(share) : 0;
    }
    return sum / Math.log(shares.length);
  }

  private static double cosine(double[] one, double[] other) {
    double dot = 0;
    double a = 1e-9;
    double b = 1e-9;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      a += one[i] * one[i];
      b += other[i] * other[i];
    }
    return dot / Math.sqrt(a * b);
  }

  private void addRises(int from, int to) {
    double[] some = Arrays.copyOfRange(rises, from, to);
    double mean = Arrays.stream(some).average().orElse(0);
    double spread = deviation(some, mean);
    double most = Arrays.stream(some).max().orElse(0);
    double tall = mean + 2 * spread;
    add(mean);
    add(spread);
    add(Math.log1p(most / (mean + 1e-6)));
    add(Arrays.stream(some).filter(v -> v > tall).count() / (double) some.length * 10);
    double[] low = Arrays.copyOfRange(lows, from, to);
    double lowMean = Arrays.stream(low).average().orElse(0);
    add(lowMean);
    add(deviation(low, lowMean));
  }

  private void addLevels(int from, int to, double loudest) {
    double[] some = Arrays.copyOfRange(totals, from, to);
    double mean = Arrays.stream(some).average().orElse(0);
    add(Math.min(30, deviation(some, mean)) / 10);
    add(Arrays.stream(some).filter(v -> v < loudest - QUIET_DB).count() / (double) some.length);
    add(Math.min(40, loudest - mean) / 10);
  }

  /** The share of the level's movement at each rate (Goertzel's lines of its Fourier transform). */
  private void addMovement(int from, int to, double loudest) {
    int n = to - from;
    double[] levels = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      levels[i] = Math.max(-40, totals[from + i] - loudest);
      mean += levels[i] / n;
    }
    double power = 1e-3;
    for (int i = 0; i < n; i++) {
      levels[i] = (levels[i] - mean) * (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / n));
      power += levels[i] * levels[i] / n;
    }
    for (double hz : RATES_HZ) {
      double turn = 2 * Math.PI * hz * frames.stepSeconds();
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < n; i++) {
        real += levels[i] * Math.cos(turn * i);
        imaginary += levels[i] * Math.sin(turn * i);
      }
      add((real * real + imaginary * imaginary) / n / n / power * 4);
    }
  }

  /** The highest correlation of the onsets with themselves a beat later. */
  private double periodic(int from, int to) {
    double mean = Arrays.stream(rises, from, to).average().orElse(0);
    double whole = 1e-9;
    for (int t = from; t < to; t++) {
      whole += (rises[t] - mean) * (rises[t] - mean);
    }
    double best = 0;
    int last = (int) Math.min((to - from) / 2.0, LONGEST_PERIOD_S / frames.stepSeconds());
    for (int lag = (int) (SHORTEST_PERIOD_S / frames.stepSeconds()); lag <= last; lag++) {
      double sum = 0;
      for (int t = from + lag; t < to; t++) {
        sum += (rises[t] - mean) * (rises[t - lag] - mean);
      }
      best = Math.max(best, sum / whole);
    }
    return best;
  }
}

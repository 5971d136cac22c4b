package loopmind.library.bars;

import java.util.Optional;
import loopmind.arranger.units.Bpm;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.measure.TempoGrid;

/**
 * The tempo of a whole track. A comb over the autocorrelation of its onsets finds the beat roughly
 * (E. D. Scheirer, 1998; D. Ellis, "Beat tracking by dynamic programming", 2007, for the weight
 * that prefers tempi near {@value #USUAL_BPM}); {@link TempoGrid} then fits it to the whole track,
 * which is as exact as the track is long.
 */
public final class TrackTempo {

  public static final double SLOWEST_BPM = 60, FASTEST_BPM = 200;
  private static final double USUAL_BPM = 110, OCTAVES_WIDE = 0.9;

  /** Half or double is taken instead where it is by so many octaves nearer, and beats as well. */
  private static final double NEARER_OCTAVES = 0.35, BEATS_AS_WELL = 0.4;

  private static final int TEETH = 4, STEPS_AN_OCTAVE = 240;
  private static final double LONGEST_LAG_S = 4.5;

  /** Onsets that repeat less than this share of their strength have no beat. */
  private static final double LEAST_PERIODIC = 0.05;

  private final double[] correlation;
  private final double stepSeconds;

  public TrackTempo(TrackFrames frames) {
    stepSeconds = frames.stepSeconds();
    correlation = autocorrelation(frames.rises(), (int) (LONGEST_LAG_S / stepSeconds) + 2);
  }

  private static double[] autocorrelation(double[] values, int lags) {
    int size = Integer.highestOneBit(Math.max(4, values.length + lags)) * 2;
    Fft fft = new Fft(size);
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    double[] padded = new double[size];
    for (int i = 0; i < values.length; i++) {
      padded[i] = values[i] - mean;
    }
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    fft.forward(padded, real, imaginary);
    for (int bin = 0; bin < real.length; bin++) {
      real[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
      imaginary[bin] = 0;
    }
    fft.inverse(real, imaginary, padded);
    double whole = Math.max(1e-12, padded[0]);
    double[] correlation = new double[lags];
    for (int lag = 0; lag < Math.min(lags, values.length); lag++) {
      correlation[lag] = padded[lag] / whole;
    }
    return correlation;
  }

  /**
   * The likeliest tempo, a few per cent off at most; empty where nothing repeats.
   *
   * @param near of a beat, its half and its double the one that is clearly nearer to this is taken
   */
  public Optional<Bpm> rough(Bpm near) {
    double best = 0;
    double bestScore = 0;
    double octaves = Math.log(FASTEST_BPM / SLOWEST_BPM) / Math.log(2);
    for (int i = 0; i <= octaves * STEPS_AN_OCTAVE; i++) {
      double bpm = SLOWEST_BPM * Math.pow(2, (double) i / STEPS_AN_OCTAVE);
      double score = periodic(bpm) * weight(bpm);
      if (score > bestScore) {
        bestScore = score;
        best = bpm;
      }
    }
    if (periodic(best) < LEAST_PERIODIC) {
      return Optional.empty();
    }
    return Optional.of(new Bpm(octave(best, near.value())));
  }

  private double octave(double best, double near) {
    for (double other : new double[] {2 * best, best / 2}) {
      if (octaves(other, near) + NEARER_OCTAVES < octaves(best, near)
          && periodic(other) >= BEATS_AS_WELL * periodic(best)) {
        return other;
      }
    }
    return best;
  }

  private static double octaves(double one, double other) {
    return Math.abs(Math.log(one / other) / Math.log(2));
  }

  private static double weight(double bpm) {
    double off = octaves(bpm, USUAL_BPM) / OCTAVES_WIDE;
    return Math.exp(-0.5 * off * off);
  }

  /** How well onsets repeat after one to four beats: the mean of the teeth. */
  public double periodic(double bpm) {
    if (bpm <= 0) {
      return 0;
    }
    double sum = 0;
    for (int tooth = 1; tooth <= TEETH; tooth++) {
      sum += at(tooth * 60 / bpm / stepSeconds);
    }
    return sum / TEETH;
  }

  /** The largest within a step, so that rounding costs nothing. */
  private double at(double lag) {
    int low = (int) Math.floor(lag);
    if (low + 1 >= correlation.length) {
      return 0;
    }
    double share = lag - low;
    double between = (1 - share) * correlation[low] + share * correlation[low + 1];
    return Math.max(0, between);
  }
}

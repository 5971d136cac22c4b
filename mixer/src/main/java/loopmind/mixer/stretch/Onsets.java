package loopmind.mixer.stretch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Finds where the hits of a loop begin, to about a tenth of a millisecond.
 *
 * <p>First roughly: peaks of the rise of log power in bands, each compared with the loudest moment
 * of its own band, so that a hat counts beside a kick (spectral flux: S. Dixon, "Onset detection
 * revisited", DAFx 2006). Then to the frame, by {@link AttackFinder}. The loop is a circle: the
 * first window follows the last.
 */
final class Onsets {

  /** Sensitivity for drums: a ghost note counts. */
  static final double EVERY_HIT = 0.1;

  /** Sensitivity for tones: only attacks that would smear are worth a reset. */
  static final double CLEAR_ATTACKS = 0.5;

  private static final int BANDS = 24;
  private static final double MASKING_SHARE = 0.15, MASKING_SECONDS = 0.06;

  /** Where a hit begins, and the mean rise of its bands in nepers of power. */
  record Onset(int frame, double strength) {}

  private final float[] mono;
  private final int hz;
  private final int size;
  private final int hops;
  private final AttackFinder attacks;

  private Onsets(float[] mono, int hz) {
    this.mono = mono;
    this.hz = hz;
    size = Integer.highestOneBit(hz / 40); // 1024 at 44.1 and 48 kHz: 21 ms
    attacks = new AttackFinder(mono, hz);
    hops = Math.max(1, Math.round(mono.length / (size / 4f)));
  }

  /**
   * The onsets of one turn, in order of time.
   *
   * @param sensitivity least mean rise of power over all bands, in nepers; lower finds more
   */
  static List<Onset> in(float[][] circle, int hz, double sensitivity) {
    return new Onsets(Circle.mono(circle), hz).find(sensitivity);
  }

  private List<Onset> find(double sensitivity) {
    double[] flux = flux();
    double[] masked = masked(flux);
    List<Onset> rough = new ArrayList<>();
    for (int t = 0; t < hops; t++) {
      double least = Math.max(sensitivity, Math.max(masked[t], 1.6 * around(flux, t)));
      if (flux[t] >= least && isPeak(flux, t)) {
        rough.add(new Onset(refined(centre(t)), flux[t]));
      }
    }
    return apart(rough);
  }

  /** What a hit hides after it: its own unevenness, for a tenth of a second. */
  private double[] masked(double[] flux) {
    double[] masked = new double[hops];
    double fall = Math.exp(-size / 4.0 / (hz * MASKING_SECONDS));
    double level = 0;
    // the second turn begins with what the first has left
    for (int i = 0; i < 2 * hops; i++) {
      masked[i % hops] = level;
      level = Math.max(level, MASKING_SHARE * flux[i % hops]) * fall;
    }
    return masked;
  }

  private int centre(int hop) {
    return (int) ((long) hop * mono.length / hops);
  }

  private boolean isPeak(double[] flux, int t) {
    for (int d = -3; d <= 3; d++) {
      double other = flux[Math.floorMod(t + d, hops)];
      if (other > flux[t] || (other == flux[t] && d < 0)) {
        return false;
      }
    }
    return true;
  }

  /** The median of a quarter of a second around, which a roll or a noisy tail lifts. */
  private double around(double[] flux, int t) {
    int reach = Math.max(4, hz / 8 / (size / 4));
    double[] near = new double[2 * reach + 1];
    for (int d = -reach; d <= reach; d++) {
      near[d + reach] = flux[Math.floorMod(t + d, hops)];
    }
    java.util.Arrays.sort(near);
    return near[reach];
  }

  private double[] flux() {
    double[][] level = bandLevels();
    double[] flux = new double[hops];
    for (int t = 0; t < hops; t++) {
      for (int b = 0; b < BANDS; b++) {
        double before =
            Math.max(level[Math.floorMod(t - 2, hops)][b], level[Math.floorMod(t - 3, hops)][b]);
        flux[t] += Math.max(0, level[t][b] - before) / BANDS;
      }
    }
    return flux;
  }

  private double[][] bandLevels() {
    var fft = new Fft(size);
    double[] window = Windows.hann(size);
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    float[] unrolled = Circle.unrolled(mono, size);
    double[][] power = new double[hops][BANDS];
    double[] loudest = new double[BANDS];
    int[] band = bandOfBin(fft.bins());
    for (int t = 0; t < hops; t++) {
      fft.forward(unrolled, centre(t) + size / 2, window, re, im);
      for (int k = 1; k < fft.bins(); k++) {
        power[t][band[k]] += re[k] * re[k] + im[k] * im[k];
      }
      for (int b = 0; b < BANDS; b++) {
        loudest[b] = Math.max(loudest[b], power[t][b]);
      }
    }
    double all = java.util.Arrays.stream(loudest).max().orElse(0);
    for (double[] row : power) {
      for (int b = 0; b < BANDS; b++) {
        // 30 dB below the band's loudest and 80 below all: what lies lower is no hit
        row[b] = Math.log(row[b] + 1e-3 * loudest[b] + 1e-8 * all + 1e-30);
      }
    }
    return power;
  }

  private int[] bandOfBin(int bins) {
    int[] band = new int[bins];
    double octaves = Math.log((hz / 2.0) / 60);
    for (int k = 0; k < bins; k++) {
      double of = Math.log(Math.max(60, (double) k * hz / size) / 60) / octaves;
      band[k] = Math.min(BANDS - 1, (int) (of * BANDS));
    }
    return band;
  }

  /** The window rises most when the attack has come to its middle, or a little before. */
  private int refined(int centre) {
    return attacks.between(centre - size * 3 / 4, centre + size / 4);
  }

  /** In order of time; of two nearer than 12 ms the stronger stays. */
  private List<Onset> apart(List<Onset> rough) {
    int least = hz * 12 / 1000;
    List<Onset> kept = new ArrayList<>();
    rough.sort(Comparator.comparingDouble(Onset::strength).reversed());
    for (Onset onset : rough) {
      boolean free =
          kept.stream()
              .allMatch(
                  other -> {
                    int gap = Math.floorMod(onset.frame - other.frame, mono.length);
                    return Math.min(gap, mono.length - gap) >= least;
                  });
      if (free) {
        kept.add(onset);
      }
    }
    kept.sort(Comparator.comparingInt(Onset::frame));
    return kept;
  }
}

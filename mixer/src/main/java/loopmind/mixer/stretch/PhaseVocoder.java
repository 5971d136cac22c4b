package loopmind.mixer.stretch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loopmind.mixer.stretch.Onsets.Onset;

/**
 * Changes the length of a circle of tones and keeps every pitch.
 *
 * <p>The phase vocoder with identity phase locking: J. Laroche &amp; M. Dolson, "Improved phase
 * vocoder time-scale modification of audio", IEEE Trans. Speech and Audio Processing 7(3), 1999.
 * Each window is turned, partial by partial, to continue the window before; the bins around a
 * partial turn with it. Deviations from the paper:
 *
 * <ul>
 *   <li>The advance of phase is read from a second window one output hop earlier instead of the
 *       last analysed one, so that nothing has to be unwrapped and no angle is computed.
 *   <li>All channels turn alike, by the sum of their evidence, so that the stereo image stays.
 *   <li>Around an attack time runs straight ({@link TimeMap}), and partials that begin there keep
 *       their recorded phase (after A. Röbel, "A new approach to transient processing in the phase
 *       vocoder", DAFx 2003).
 *   <li>The loop is a circle: partials that sound across the seam are bent by the fraction of a
 *       turn, spread over their whole length, that makes them close.
 * </ul>
 *
 * Holds scratch memory of one run; not safe to share between threads.
 */
final class PhaseVocoder {

  /** Hops in a window. */
  private static final int OVERLAP = 4;

  private final TimeMap map;
  private final int size;
  private final int hops;
  private final SpectrumReader reader;
  private final AttackBins attacks;
  private final int bins;
  private final int channels;
  private final double[][] lastRe;
  private final double[][] lastIm;
  private final double[][] nextRe;
  private final double[][] nextIm;
  private final double[] turnRe;
  private final double[] turnIm;
  private final double[] power;
  private final int[] lastReset;
  private final double[] bend;

  /**
   * @param onsets attacks to keep; may be empty
   */
  PhaseVocoder(float[][] circle, int target, List<Onset> onsets, int hz) {
    size = Integer.highestOneBit(hz / 11); // 4096 at 48 kHz: 85 ms, bins of 12 Hz
    map = new TimeMap(circle[0].length, target, strongestFirst(onsets), size / 2);
    float[][] turned = new float[circle.length][];
    for (int c = 0; c < turned.length; c++) {
      turned[c] = Circle.turned(circle[c], map.sourceBase());
    }
    hops = Math.max(2 * OVERLAP, Math.round(target * OVERLAP / (float) size));
    reader = new SpectrumReader(turned, size, target);
    channels = circle.length;
    bins = reader.bins();
    attacks = new AttackBins(reader, map, onsets.size());
    lastRe = new double[channels][bins];
    lastIm = new double[channels][bins];
    nextRe = new double[channels][bins];
    nextIm = new double[channels][bins];
    turnRe = new double[bins];
    turnIm = new double[bins];
    power = new double[bins];
    lastReset = new int[bins];
    bend = new double[bins];
  }

  /** The circle is opened at its strongest attack, where most partials begin anew. */
  private static List<Onset> strongestFirst(List<Onset> onsets) {
    int strongest = 0;
    for (int k = 1; k < onsets.size(); k++) {
      if (onsets.get(k).strength() > onsets.get(strongest).strength()) {
        strongest = k;
      }
    }
    List<Onset> turned = new ArrayList<>(onsets);
    java.util.Collections.rotate(turned, -strongest);
    return turned;
  }

  /** One turn of the new length. */
  float[][] stretched() {
    run();
    if (closes()) {
      return turnedBack();
    }
    reader.clearOutput();
    run();
    return turnedBack();
  }

  private float[][] turnedBack() {
    float[][] out = reader.output();
    for (int c = 0; c < out.length; c++) {
      out[c] = Circle.turned(out[c], -map.targetBase());
    }
    return out;
  }

  private int placeOf(int hop) {
    return (int) ((long) hop * map.target() / hops);
  }

  private void run() {
    Arrays.fill(lastReset, 0);
    for (int i = 0; i <= hops; i++) {
      int place = placeOf(i);
      reader.read(map.sourceAt(place), nextRe, nextIm);
      if (i > 0) {
        carryOn(i, place);
      }
      for (int c = 0; c < channels; c++) {
        System.arraycopy(nextRe[c], 0, lastRe[c], 0, bins);
        System.arraycopy(nextIm[c], 0, lastIm[c], 0, bins);
        if (i < hops) {
          reader.write(c, place, lastRe[c], lastIm[c]);
        }
      }
    }
  }

  /** Turns the window just read so that it continues the last one. */
  private void carryOn(int hop, int place) {
    int advance = place - placeOf(hop - 1);
    reader.readBehind(map.sourceAt(place) - advance);
    Arrays.fill(power, 0);
    for (int c = 0; c < channels; c++) {
      for (int k = 0; k < bins; k++) {
        power[k] += nextRe[c][k] * nextRe[c][k] + nextIm[c][k] * nextIm[c][k];
      }
    }
    boolean[] fresh = map.isStraight(place) ? attacks.at(map.onsetAt(place)) : attacks.none();
    // the window after the last hop is the first one again, and shows what has to be bent
    turnPeaks(hop, hop == hops ? attacks.none() : fresh);
    for (int c = 0; c < channels; c++) {
      for (int k = 0; k < bins; k++) {
        double re = nextRe[c][k];
        nextRe[c][k] = re * turnRe[k] - nextIm[c][k] * turnIm[k];
        nextIm[c][k] = re * turnIm[k] + nextIm[c][k] * turnRe[k];
      }
    }
  }

  private void turnPeaks(int hop, boolean[] fresh) {
    int from = 0;
    int peak = nextPeak(0);
    while (from < bins) {
      int following = peak < bins ? nextPeak(peak + 1) : bins;
      int to = following < bins ? valley(peak, following) : bins;
      int of = Math.min(peak, bins - 1);
      double re = 1;
      double im = 0;
      if (fresh[of]) {
        Arrays.fill(lastReset, from, to, hop);
      } else {
        re = evidence(of, true);
        im = evidence(of, false);
        double norm = Math.hypot(re, im);
        // silence has no phase to carry on
        re = norm > 1e-30 ? re / norm : 1;
        im = norm > 1e-30 ? im / norm : 0;
        if (bend[of] != 0 && hop > lastReset[of]) {
          double angle = bend[of];
          double c = Math.cos(angle);
          double s = Math.sin(angle);
          double straight = re;
          re = straight * c - im * s;
          im = straight * s + im * c;
        }
      }
      Arrays.fill(turnRe, from, to, re);
      Arrays.fill(turnIm, from, to, im);
      from = to;
      peak = following;
    }
  }

  /** Where the last output has come to, seen from the same recorded moment: Σ Y·B*. */
  private double evidence(int peak, boolean real) {
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      double[] behindRe = reader.behindRe(c);
      double[] behindIm = reader.behindIm(c);
      for (int k = Math.max(0, peak - 1); k <= Math.min(bins - 1, peak + 1); k++) {
        sum +=
            real
                ? lastRe[c][k] * behindRe[k] + lastIm[c][k] * behindIm[k]
                : lastIm[c][k] * behindRe[k] - lastRe[c][k] * behindIm[k];
      }
    }
    return sum;
  }

  private int nextPeak(int from) {
    for (int k = Math.max(2, from); k < bins - 2; k++) {
      if (power[k] > power[k - 1]
          && power[k] >= power[k + 1]
          && power[k] > power[k - 2]
          && power[k] >= power[k + 2]) {
        return k;
      }
    }
    return bins;
  }

  private int valley(int peak, int following) {
    int lowest = peak + 1;
    for (int k = peak + 2; k <= following; k++) {
      if (power[k] < power[lowest]) {
        lowest = k;
      }
    }
    return lowest;
  }

  /**
   * Whether the circle closes: the last turn found is that of the first window read again, by which
   * a partial that sounds across the seam misses itself. Where one does, the bend a hop that would
   * close it is kept for another run.
   */
  private boolean closes() {
    boolean[] fresh = map.isStraight(0) ? attacks.at(0) : attacks.none();
    double missed = 0;
    double all = 1e-30;
    for (int k = 0; k < bins; k++) {
      all += power[k];
      double angle = Math.atan2(turnIm[k], turnRe[k]);
      if (!fresh[k] && Math.abs(angle) > 1e-4) {
        missed += power[k];
        bend[k] = -angle / Math.max(1, hops - lastReset[k]);
      }
    }
    return missed < 1e-6 * all;
  }
}

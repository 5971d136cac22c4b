package loopmind.mixer.stretch;

import java.util.List;
import loopmind.mixer.stretch.Onsets.Onset;

/**
 * Moves the hits of a loop to the places that a new length gives them, and leaves every attack as
 * it was recorded.
 *
 * <p>Each hit plays from its onset to the next one. Where the next comes sooner, its end is cut off
 * by a join of 5 ms that is over before the next attack; where the next comes later, its end is
 * drawn out: grains of its last moments, each taken where it continues the sound best (WSOLA:
 * Verhelst &amp; Roelands, ICASSP 1993), fade on as steeply as the hit itself was fading. Joins
 * keep the power constant whether the two sides are alike or not.
 */
final class SliceStretch {

  private static final double JOIN_SECONDS = 0.005, HEAD_SECONDS = 0.001, GRAIN_SECONDS = 0.024;

  private final float[][] circle;
  private final int body;
  private final int target;
  private final List<Onset> onsets;
  private final int join;
  private final int head;
  private final int grain;
  private final float[][] out;

  /**
   * @param onsets at least one, in order of time
   */
  SliceStretch(float[][] circle, int target, List<Onset> onsets, int hz) {
    this.circle = circle;
    this.body = circle[0].length;
    this.target = target;
    this.onsets = onsets;
    join = Math.max(1, (int) (JOIN_SECONDS * hz));
    head = Math.max(1, (int) (HEAD_SECONDS * hz));
    grain = Math.max(8, (int) (GRAIN_SECONDS * hz));
    out = new float[circle.length][target];
  }

  /** One turn of {@code target} frames. */
  float[][] stretched() {
    int count = onsets.size();
    float[][] ending = null;
    float[][] first = null;
    for (int k = 0; k < count; k++) {
      float[][] slice = slice(k);
      if (k == 0) {
        first = slice;
      } else {
        lay(slice, ending, placeOf(k));
      }
      ending = slice;
    }
    lay(first, ending, placeOf(count));
    return out;
  }

  /** Where onset {@code k} goes; onset {@code count} is the first one of the next turn. */
  private int placeOf(int k) {
    int turn = k / onsets.size();
    int frame = onsets.get(k % onsets.size()).frame();
    return (int) Math.round((double) frame * target / body) + turn * target - head;
  }

  private int sourceOf(int k) {
    int turn = k / onsets.size();
    return onsets.get(k % onsets.size()).frame() + turn * body - head;
  }

  /**
   * Slice {@code k} from {@code join} frames before its cut to the next slice's cut, in its new
   * length.
   */
  private float[][] slice(int k) {
    int from = sourceOf(k) - join;
    int length = sourceOf(k + 1) - sourceOf(k) + join;
    int wanted = placeOf(k + 1) - placeOf(k) + join;
    float[][] slice = new float[circle.length][wanted];
    for (int c = 0; c < slice.length; c++) {
      for (int i = 0; i < Math.min(length, wanted); i++) {
        slice[c][i] = circle[c][Math.floorMod(from + i, body)];
      }
    }
    if (wanted > length) {
      new TailFill(slice, length, Math.min(grain, (length - join) / 3)).fill();
    }
    return slice;
  }

  /**
   * Writes a slice from its cut on, after the join in which the end of the one before fades.
   *
   * @param place of the cut, on any turn
   */
  private void lay(float[][] slice, float[][] before, int place) {
    int length = Math.max(1, Math.min(join, tailHeldBack(before)));
    int skip = join - length;
    double alike = alike(slice, skip, before, before[0].length - length, length);
    for (int i = skip; i < slice[0].length - tailHeldBack(slice); i++) {
      double rising = i < join ? Math.sin(Math.PI / 2 * (i - skip + 0.5) / length) : 1;
      double falling = i < join ? Math.cos(Math.PI / 2 * (i - skip + 0.5) / length) : 0;
      double norm = Math.sqrt(1 + 2 * alike * rising * falling);
      int at = Math.floorMod(place - join + i, target);
      for (int c = 0; c < out.length; c++) {
        double sum = slice[c][i] * rising;
        if (i < join) {
          sum += before[c][before[c].length - length + i - skip] * falling;
        }
        out[c][at] = (float) (sum / norm);
      }
    }
  }

  /** The last frames of a slice are written by the next one's join. */
  private int tailHeldBack(float[][] slice) {
    return Math.min(join, slice[0].length - join);
  }

  /** Correlation of two stretches of sound, 0 where they have nothing in common. */
  private static double alike(float[][] a, int aFrom, float[][] b, int bFrom, int length) {
    double both = 0;
    double powerA = 1e-20;
    double powerB = 1e-20;
    for (int c = 0; c < a.length; c++) {
      for (int i = 0; i < length; i++) {
        double x = a[c][aFrom + i];
        double y = b[c][bFrom + i];
        both += x * y;
        powerA += x * x;
        powerB += y * y;
      }
    }
    return Math.max(0, both / Math.sqrt(powerA * powerB));
  }
}

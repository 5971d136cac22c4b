package loopmind.library.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loopmind.arranger.loop.LoopId;

/** Keeps the best few of many that come one after the other: a heap whose root is the worst. */
final class Nearest {

  private final float[] cosines;
  private final int[] rows;
  private int count;

  Nearest(int limit) {
    cosines = new float[limit];
    rows = new int[cosines.length];
  }

  /** What a row must have at least to be taken. */
  float least() {
    return count < cosines.length ? Float.NEGATIVE_INFINITY : cosines[0];
  }

  void offer(float cosine, int row) {
    if (count < cosines.length) {
      int at = count++;
      while (at > 0 && isWorse(cosine, row, (at - 1) / 2)) {
        set(at, (at - 1) / 2);
        at = (at - 1) / 2;
      }
      cosines[at] = cosine;
      rows[at] = row;
    } else if (!isWorse(cosine, row, 0) && !(cosine == cosines[0] && row == rows[0])) {
      sink(cosine, row);
    }
  }

  private void sink(float cosine, int row) {
    int at = 0;
    while (2 * at + 1 < count) {
      int child = 2 * at + 1;
      if (child + 1 < count && isWorse(cosines[child + 1], rows[child + 1], child)) {
        child++;
      }
      if (!isWorse(cosines[child], rows[child], cosine, row)) {
        break;
      }
      set(at, child);
      at = child;
    }
    cosines[at] = cosine;
    rows[at] = row;
  }

  private void set(int to, int from) {
    cosines[to] = cosines[from];
    rows[to] = rows[from];
  }

  private boolean isWorse(float cosine, int row, int than) {
    return isWorse(cosine, row, cosines[than], rows[than]);
  }

  /** Rows are in the order of their ids, so that a later one of two that are as near is worse. */
  private static boolean isWorse(float cosine, int row, float otherCosine, int otherRow) {
    return cosine < otherCosine || (cosine == otherCosine && row > otherRow);
  }

  void offerAll(Nearest other) {
    for (int i = 0; i < other.count; i++) {
      offer(other.cosines[i], other.rows[i]);
    }
  }

  /** The best first. */
  List<Near> found(LoopId[] ids) {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> isWorse(cosines[a], rows[a], b) ? 1 : isWorse(cosines[b], rows[b], a) ? -1 : 0);
    List<Near> found = new ArrayList<>(count);
    for (int i : order) {
      found.add(new Near(ids[rows[i]], Math.clamp(cosines[i], -1.0, 1.0)));
    }
    return found;
  }
}

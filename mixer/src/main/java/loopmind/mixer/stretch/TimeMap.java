package loopmind.mixer.stretch;

import java.util.List;
import loopmind.mixer.stretch.Onsets.Onset;

/**
 * Which moment of a loop sounds at which moment of its new length: straight around each onset, so
 * that attacks keep their shape, and steeper or flatter in between to make up for it.
 *
 * <p>Counted from the start of the first onset's straight stretch, or from the first frame where
 * there is no onset.
 */
final class TimeMap {

  private final int body;
  private final int target;
  private final int count;
  private final int sourceBase;
  private final int targetBase;
  private final int[] source;
  private final int[] place;
  private final int[] before;
  private final int[] after;

  /**
   * @param onsets in order of time
   * @param lead frames to keep straight before an onset, and half of them after it, where there is
   *     room
   */
  TimeMap(int body, int target, List<Onset> onsets, int lead) {
    this.body = body;
    this.target = target;
    count = onsets.size();
    before = new int[count + 1];
    after = new int[count + 1];
    source = new int[count + 1];
    place = new int[count + 1];
    for (int k = 0; k < count; k++) {
      source[k] = onsets.get(k).frame();
      place[k] = (int) Math.round((double) source[k] * target / body);
    }
    for (int k = 0; k < count; k++) {
      int room = Math.min(gapAfter(source, k, body), gapAfter(place, k, target));
      int next = (k + 1) % count;
      after[k] = Math.min(lead / 2, room / 5);
      before[next] = Math.min(lead, room * 2 / 5);
    }
    sourceBase = count == 0 ? 0 : source[0] - before[0];
    targetBase = count == 0 ? 0 : place[0] - before[0];
    for (int k = 0; k < count; k++) {
      source[k] -= sourceBase;
      place[k] -= targetBase;
    }
    source[count] = body + (count == 0 ? 0 : source[0]);
    place[count] = target + (count == 0 ? 0 : place[0]);
    before[count] = before[0];
  }

  private int gapAfter(int[] at, int k, int turn) {
    return k + 1 < count ? at[k + 1] - at[k] : at[0] + turn - at[k];
  }

  /** The frame of the loop at which moment 0 lies. */
  int sourceBase() {
    return sourceBase;
  }

  /** The frame of what comes out at which moment 0 lies. */
  int targetBase() {
    return targetBase;
  }

  /** Moment of the loop at moment {@code at} of what comes out, 0 to its length. */
  int sourceAt(int at) {
    int k = onsetAt(at);
    if (k >= 0 && at <= place[k] + after[k]) {
      return source[k] + at - place[k];
    }
    double fromPlace = k < 0 ? 0 : place[k] + after[k];
    double fromSource = k < 0 ? 0 : source[k] + after[k];
    double toPlace = place[k + 1] - before[k + 1];
    double toSource = source[k + 1] - before[k + 1];
    double share = (at - fromPlace) / (toPlace - fromPlace);
    return (int) Math.round(fromSource + share * (toSource - fromSource));
  }

  /**
   * The onset whose straight stretch has begun last at moment {@code at}, counted from 0; −1 where
   * there is none.
   */
  int onsetAt(int at) {
    int k = count - 1;
    while (k >= 0 && at < place[k] - before[k]) {
      k--;
    }
    return k;
  }

  /** Whether moment {@code at} lies on the straight stretch of the onset {@link #onsetAt} gives. */
  boolean isStraight(int at) {
    int k = onsetAt(at);
    return k >= 0 && at <= place[k] + after[k];
  }

  /** Moment of the loop at which onset {@code k} lies. */
  int sourceOfOnset(int k) {
    return source[k];
  }

  int body() {
    return body;
  }

  int target() {
    return target;
  }
}

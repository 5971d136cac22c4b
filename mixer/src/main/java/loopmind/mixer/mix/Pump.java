package loopmind.mixer.mix;

import java.util.List;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * Turns a sound down at every hit and lets it swell back until the next beat, as a compressor does
 * that is keyed by a kick.
 */
public final class Pump {

  /** By how much, for each strength. */
  private static final double[] DEPTHS_DB = {6, 10, 16};

  private static final Seconds FALL = Seconds.ofMillis(4);
  private static final double RISE_BEATS = 0.8;

  private final long[] hits;
  private final double depth;
  private final double fall;
  private final double rise;

  /**
   * @param hits frames at which it is turned down, ascending
   * @param strength 1 to 3
   * @param beatFrames frames of a beat
   */
  public Pump(List<Long> hits, int strength, double beatFrames, SampleRate rate) {
    this.hits = hits.stream().mapToLong(Long::longValue).toArray();
    depth = DEPTHS_DB[strength - 1] * Math.log(10) / 20;
    fall = rate.framesIn(FALL);
    rise = RISE_BEATS * beatFrames;
  }

  /**
   * Changes {@code count} frames from frame {@code from} on in place.
   *
   * @param window share of the effect at each frame, 0 to 1
   */
  public void process(long from, int count, float[][] sound, float[] window) {
    int next = java.util.Arrays.binarySearch(hits, from);
    next = next < 0 ? -next - 1 : next;
    for (int i = 0; i < count; i++) {
      while (next < hits.length && hits[next] <= from + i) {
        next++;
      }
      double down = next > 0 ? pulse(from + i - hits[next - 1]) : 0;
      // what a hit before left has not swelled back yet
      down = Math.max(down, next > 1 ? pulse(from + i - hits[next - 2]) : 0);
      float gain = (float) Math.exp(-depth * down * window[i]);
      sound[0][i] *= gain;
      sound[1][i] *= gain;
    }
  }

  private double pulse(double since) {
    if (since < fall) {
      return since / fall;
    }
    double risen = (since - fall) / rise;
    return risen >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * risen);
  }
}

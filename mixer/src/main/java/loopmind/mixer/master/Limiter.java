package loopmind.mixer.master;

import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * Keeps a sound under a ceiling of true peak without being heard: all channels are turned down
 * together, smoothly and ahead of time.
 *
 * <p>The gain that each frame needs is held by a sliding minimum over the look-ahead (D. Lemire,
 * "Streaming maximum-minimum filter", 2006), recovers in two stages, and is smoothed by two moving
 * means that are together as long as the look-ahead. Whatever the smoothing weighs for a frame is
 * no more than what the frame needs, so the ceiling holds at every frame; between frames it holds
 * to the precision of the peaks it is given. After a short peak the gain recovers within {@link
 * #FAST} to the mean gain of the last {@link #SLOW}, from there slowly: no pumping on sustained
 * reduction, no hole after a click.
 *
 * <p>The sound comes out {@link #latency} frames late. Holds state; not safe to share between
 * threads; blocks of any size give the same sound.
 */
final class Limiter {

  private static final Seconds FAST = Seconds.ofMillis(50);
  private static final Seconds SLOW = Seconds.ofMillis(400);

  private final double ceiling;
  private final int latency;
  private final float[][] delay;
  private final SlidingMinimum minimum;
  private final MovingMean first;
  private final MovingMean second;
  private final double fastStep;
  private final double slowStep;
  private int place;
  private double peakBefore;
  private double released = 1;
  private double mean = 1;

  /**
   * @param ceiling highest true peak that comes out
   * @param lookAhead how long before a peak the gain begins to fall; 0.5 ms or more
   */
  Limiter(int channels, Decibels ceiling, Seconds lookAhead, SampleRate rate) {
    this.ceiling = ceiling.ratio();
    int half = Math.max(2, (int) (rate.framesIn(lookAhead) / 2));
    first = new MovingMean(half + 1);
    second = new MovingMean(half + 1);
    // both means together weigh 2 · half + 1 gains
    latency = 2 * half;
    minimum = new SlidingMinimum(latency + 1);
    delay = new float[channels][latency];
    fastStep = -Math.expm1(-1 / (FAST.value() * rate.hz()));
    slowStep = -Math.expm1(-1 / (SLOW.value() * rate.hz()));
  }

  /** Frames by which the sound comes out late. */
  int latency() {
    return latency;
  }

  /**
   * Turns a block up by {@code gain} and limits it, in place.
   *
   * @param peaks for each frame the largest magnitude from it to the next, before {@code gain}
   * @param gain linear
   */
  void process(float[][] block, float[] peaks, double gain, int count) {
    for (int i = 0; i < count; i++) {
      double smooth = reduction(peaks[i] * gain) * gain;
      for (int c = 0; c < block.length; c++) {
        float now = block[c][i];
        block[c][i] = (float) (delay[c][place] * smooth);
        delay[c][place] = now;
      }
      place = place + 1 == latency ? 0 : place + 1;
    }
  }

  /**
   * The factor for the frame that comes out next, at most 1.
   *
   * @param peak the largest magnitude from the frame that goes in to the next
   */
  double reduction(double peak) {
    double highest = Math.max(peak, peakBefore);
    peakBefore = peak;
    double needed = highest > ceiling ? ceiling / highest : 1;
    double held = release(minimum.next(needed));
    return second.next(first.next(held));
  }

  private double release(double allowed) {
    mean += slowStep * (allowed - mean);
    if (allowed <= released) {
      released = allowed;
    } else {
      double fastGoal = Math.min(allowed, Math.max(mean, released));
      released += fastStep * (fastGoal - released) + slowStep * (allowed - released);
      released = Math.min(released, allowed);
    }
    return released;
  }

  /** The least of the last values, in constant time a value. */
  private static final class SlidingMinimum {
    private final double[] values;
    private final long[] times;
    private final int length;
    private int head;
    private int size;
    private long now;

    SlidingMinimum(int length) {
      this.length = length;
      values = new double[length + 1];
      times = new long[length + 1];
    }

    double next(double value) {
      while (size > 0 && values[wrapped(head + size - 1)] >= value) {
        size--;
      }
      int slot = wrapped(head + size);
      values[slot] = value;
      times[slot] = now;
      size++;
      if (times[head] <= now - length) {
        head = wrapped(head + 1);
        size--;
      }
      now++;
      return values[head];
    }

    private int wrapped(int index) {
      return index >= values.length ? index - values.length : index;
    }
  }

  /** The mean of the last values; before there are enough of them, the rest count as 1. */
  private static final class MovingMean {
    private static final double SCALE = 1L << 40;

    private final long[] values;
    private int place;
    private long sum;

    MovingMean(int length) {
      values = new long[length];
      java.util.Arrays.fill(values, (long) SCALE);
      sum = length * (long) SCALE;
    }

    double next(double value) {
      // whole numbers, so that adding and taking away for hours leaves no error; rounded down
      long whole = (long) (value * SCALE);
      sum += whole - values[place];
      values[place] = whole;
      place = place + 1 == values.length ? 0 : place + 1;
      return sum / (SCALE * values.length);
    }
  }
}

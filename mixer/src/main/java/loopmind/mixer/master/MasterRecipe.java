package loopmind.mixer.master;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Decibels;
import loopmind.mixer.measure.IntersamplePeaks;

/**
 * All that a master did to a song, found once, so that a stretch of it can be mastered alike in one
 * go while the whole is still worked on. Only the true peak is kept; loudness is what it comes to.
 */
public final class MasterRecipe {

  private final MasterGoal goal;
  private final Optional<Polish> polish;
  private final List<Decibels> roundings;
  private final Decibels gain;
  private final Decibels ceiling;

  /**
   * @param roundings levels at which peaks were rounded, one after the other
   * @param gain before the limiter
   * @param ceiling of the limiter
   */
  MasterRecipe(
      MasterGoal goal,
      Optional<Polish> polish,
      List<Decibels> roundings,
      Decibels gain,
      Decibels ceiling) {
    this.goal = goal;
    this.polish = polish;
    this.roundings = List.copyOf(roundings);
    this.gain = gain;
    this.ceiling = ceiling;
  }

  /** Whether it was found for that goal. */
  public boolean isFor(MasterGoal other) {
    return goal.equals(other);
  }

  /**
   * Masters a stretch and gives it to {@code listener}.
   *
   * @param stretch changed by mastering
   */
  public void give(Reel stretch, BooleanSupplier cancelled, Master.Listener listener) {
    polish.ifPresent(p -> p.again(stretch, cancelled));
    roundings.forEach(level -> Rounding.apply(stretch, level, cancelled));
    Limiter limiter = new Limiter(stretch.channels(), ceiling, goal.lookAhead(), stretch.rate());
    IntersamplePeaks[] followers = new IntersamplePeaks[stretch.channels()];
    Arrays.setAll(followers, c -> new IntersamplePeaks());
    int ahead = IntersamplePeaks.LATENCY;
    float[][] block = new float[stretch.channels()][Blocks.FRAMES];
    float[][] sound = new float[stretch.channels()][Blocks.FRAMES];
    float[] one = new float[Blocks.FRAMES];
    long late = ahead + limiter.latency();
    for (long at = 0; at < stretch.frames() + late; at += Blocks.FRAMES) {
      Blocks.stopIf(cancelled);
      int count = (int) Math.min(Blocks.FRAMES, stretch.frames() + late - at);
      Blocks.readPadded(stretch, at, block, count);
      float[] peaks = new float[count];
      for (int c = 0; c < block.length; c++) {
        followers[c].follow(block[c], 0, count, one, 0);
        for (int i = 0; i < count; i++) {
          peaks[i] = Math.max(peaks[i], one[i]);
        }
      }
      readLate(stretch, at - ahead, sound, count);
      limiter.process(sound, peaks, gain.ratio(), count);
      int early = (int) Math.max(0, Math.min(count, late - at));
      for (float[] channel : sound) {
        System.arraycopy(channel, early, channel, 0, count - early);
      }
      listener.hear(sound, count - early);
    }
  }

  /** Reads as if silence came before the stretch and after it. */
  private static void readLate(Reel stretch, long from, float[][] into, int count) {
    int before = (int) Math.max(0, Math.min(count, -from));
    Blocks.readPadded(stretch, Math.max(0, from), into, count - before);
    for (float[] channel : into) {
      System.arraycopy(channel, 0, channel, before, count - before);
      Arrays.fill(channel, 0, before, 0);
    }
  }
}

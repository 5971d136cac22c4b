package loopmind.library.bars;

import java.util.Arrays;

/**
 * Where the bars of a track begin. The beat is where most sound begins, or half a beat beside it,
 * for hats between the beats may be louder than what is on them. Of the beats and half beats of a
 * bar the first is the one from which on the sound changes most, because parts begin with bars, and
 * on which lows begin. A track that starts with its first bar is rather taken at its word.
 */
public final class TrackBars {

  private static final double START_S = 0.06, START_BONUS = 1.2;
  private static final double LOW_WEIGHT = 1.5, CHANGE_WEIGHT = 3;
  private static final int PLACES_A_BEAT = 48;

  private final TrackFrames frames;
  private final double beatSeconds;
  private final int beatsPerBar;
  private final double soundStart;
  private final double[] rises;
  private final double[] lows;
  private final double[][] sums;

  /**
   * @param soundStart where the track stops being silent
   */
  public TrackBars(TrackFrames frames, double beatSeconds, int beatsPerBar, double soundStart) {
    this.frames = frames;
    this.beatSeconds = beatSeconds;
    this.beatsPerBar = beatsPerBar;
    this.soundStart = soundStart;
    rises = frames.rises();
    lows = frames.lowRises();
    sums = new double[frames.count() + 1][TrackFrames.BANDS];
    for (int step = 0; step < frames.count(); step++) {
      for (int band = 0; band < TrackFrames.BANDS; band++) {
        sums[step + 1][band] =
            sums[step][band] + Math.max(BarFeatures.FLOOR_DB, frames.features(step)[band]);
      }
    }
  }

  /**
   * Seconds from the start of the track to its first whole bar; less than a bar after its sound.
   */
  public double first() {
    double beat = beat();
    int places = 2 * beatsPerBar;
    double[] at = new double[places];
    double[] changes = new double[places];
    double[] onsets = new double[places];
    for (int i = 0; i < places; i++) {
      at[i] = beat + i * beatSeconds / 2;
      changes[i] = change(at[i]);
      onsets[i] = onsets(at[i], beatsPerBar * beatSeconds);
    }
    int best = 0;
    double bestScore = -1;
    for (int i = 0; i < places; i++) {
      double score =
          CHANGE_WEIGHT * changes[i] / Math.max(1e-9, average(changes))
              + onsets[i] / Math.max(1e-9, average(onsets));
      score *= Math.abs(nearestBar(at[i]) - soundStart) < START_S ? START_BONUS : 1;
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return Math.max(0, nearestBar(at[best]));
  }

  /** The bar line of that phase nearest to where sound begins, or the one after it. */
  private double nearestBar(double phase) {
    double bar = beatsPerBar * beatSeconds;
    return phase + bar * Math.ceil((soundStart - START_S - phase) / bar);
  }

  private double beat() {
    double best = 0;
    double bestScore = -1;
    for (int i = 0; i < PLACES_A_BEAT; i++) {
      double at = soundStart + i * beatSeconds / PLACES_A_BEAT;
      double score = onsets(at, beatSeconds);
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    }
    // onsets stand within some milliseconds of the grid
    double off = (best - soundStart) % (beatSeconds / 2);
    return off < START_S || beatSeconds / 2 - off < START_S
        ? soundStart + Math.rint(2 * (best - soundStart) / beatSeconds) * beatSeconds / 2
        : best;
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private double onsets(double from, double period) {
    return mean(rises, from, period) / Math.max(1e-9, average(rises))
        + LOW_WEIGHT * mean(lows, from, period) / Math.max(1e-9, average(lows));
  }

  private static double largestNear(double[] values, int step) {
    double most = values[step];
    most = step > 0 ? Math.max(most, values[step - 1]) : most;
    return step + 1 < values.length ? Math.max(most, values[step + 1]) : most;
  }

  private double mean(double[] values, double from, double period) {
    double sum = 0;
    int count = 0;
    for (double at = from; frames.stepAt(at) + 1 < values.length; at += period) {
      sum += largestNear(values, (int) Math.rint(frames.stepAt(at)));
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** By how much bands change at the bar lines: the mean square, so that new parts count most. */
  private double change(double from) {
    double bar = beatsPerBar * beatSeconds;
    double sum = 0;
    int count = 0;
    for (double at = from + bar; frames.stepAt(at + bar) < frames.count(); at += bar) {
      for (int band = 0; band < TrackFrames.BANDS; band++) {
        double more = level(band, at, at + bar / 2) - level(band, at - bar / 2, at);
        sum += more * more;
      }
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  private double level(int band, double from, double to) {
    int first = (int) Math.rint(frames.stepAt(from));
    int last = Math.max(first + 1, (int) Math.rint(frames.stepAt(to)));
    return (sums[last][band] - sums[first][band]) / (last - first);
  }
}

package loopmind.library.bars;

/**
 * How each bar of a track sounds: the mean level of each band, how much it moves within the bar,
 * how busy it is, and its pitch classes; each on a scale on which 1 is a clear difference.
 */
public final class BarFeatures {

  private static final double LEVEL_DB = 6, MOVEMENT_DB = 4;

  /** Levels below this are alike. */
  static final double FLOOR_DB = -60;

  private BarFeatures() {}

  /**
   * @param first seconds to the first bar
   * @param bar seconds of a bar
   * @param count how many bars
   */
  public static double[][] of(TrackFrames frames, double first, double bar, int count) {
    double[][] bars = new double[count][];
    for (int i = 0; i < count; i++) {
      // a window early and late would hear the neighbours
      int from = (int) Math.ceil(frames.stepAt(first + i * bar)) + 1;
      int to = (int) Math.floor(frames.stepAt(first + (i + 1) * bar)) - 1;
      bars[i] = one(frames, Math.min(from, frames.count() - 1), Math.min(to, frames.count()));
    }
    return bars;
  }

  private static double[] one(TrackFrames frames, int from, int to) {
    int bands = TrackFrames.BANDS;
    double[] bar = new double[2 * bands + TrackFrames.PITCHES];
    double pitchSum = 1e-9;
    int steps = Math.max(1, to - from);
    for (int step = from; step < to; step++) {
      float[] heard = frames.features(step);
      for (int i = 0; i < bands; i++) {
        bar[i] += level(heard[i]) / LEVEL_DB / steps;
      }
      for (int i = 0; i < TrackFrames.PITCHES; i++) {
        bar[2 * bands + i] += heard[bands + i];
        pitchSum += heard[bands + i];
      }
    }
    for (int step = from; step < to; step++) {
      for (int i = 0; i < bands; i++) {
        double off = level(frames.features(step)[i]) - bar[i] * LEVEL_DB;
        bar[bands + i] += Math.abs(off) / MOVEMENT_DB / steps;
      }
    }
    for (int i = 0; i < TrackFrames.PITCHES; i++) {
      // a third of all that sounds more in one pitch class is a clear difference
      bar[2 * bands + i] = 3 * bar[2 * bands + i] / pitchSum;
    }
    return bar;
  }

  private static double level(double db) {
    return Math.max(FLOOR_DB, db);
  }
}

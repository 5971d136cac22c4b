package loopmind.mixer.master;

import java.util.function.DoubleUnaryOperator;
import loopmind.arranger.units.Decibels;

/**
 * Finds on the outline of a mix which gain a limiter needs before it for a loudness, and whether
 * peaks have to be rounded first.
 */
final class GainSearch {

  /** A limiter that swallows more than this would be heard at work: peaks are rounded first. */
  private static final double MOST_SWALLOWED_LU = 1.5;

  private static final double CLOSE_LU = 0.005;
  private static final int MOST_TRIES = 14;
  private static final double MOST_ABOVE_START_DB = 15;
  private static final double FLATTEST = 0.08;
  private static final double MOST_LEFT_DB = 5;
  private static final double LEAST_LEFT_DB = -16;
  private static final double LEFT_STEP_DB = 1.5;
  private static final Decibels NO_CEILING = new Decibels(200);

  private final Sketch sketch;
  private final Decibels ceiling;
  private final MasterGoal goal;
  private final double start;

  GainSearch(Sketch sketch, Decibels ceiling, MasterGoal goal) {
    this.sketch = sketch;
    this.ceiling = ceiling;
    this.goal = goal;
    DoubleUnaryOperator asIs = DoubleUnaryOperator.identity();
    start = goal.loudness().value() - sketch.loudness(0, NO_CEILING, goal, asIs).value();
  }

  /**
   * The gain for a loudness, by the secant method.
   *
   * @param lufs what the outline should read
   */
  double gainFor(double lufs) {
    return gainFor(lufs, DoubleUnaryOperator.identity());
  }

  /** Whether {@code gainDb} is as much as is ever tried: more would hardly be louder. */
  boolean isExhausted(double gainDb) {
    return gainDb >= start + MOST_ABOVE_START_DB - 1e-9;
  }

  private double gainFor(double lufs, DoubleUnaryOperator shape) {
    double gain = start;
    double heard = heard(gain, shape);
    double gainBefore = gain - 1;
    double heardBefore = heard - 1;
    for (int tries = 1; Math.abs(heard - lufs) > CLOSE_LU && tries < MOST_TRIES; tries++) {
      // a limiter never gives back more than it is given
      double slope = Math.min(1, (heard - heardBefore) / (gain - gainBefore));
      gainBefore = gain;
      heardBefore = heard;
      if (gain >= start + MOST_ABOVE_START_DB) {
        break;
      }
      double step = (lufs - heard) / Math.max(FLATTEST, slope);
      gain = Math.min(start + MOST_ABOVE_START_DB, gain + step);
      heard = heard(gain, shape);
    }
    return gain;
  }

  private double heard(double gainDb, DoubleUnaryOperator shape) {
    return sketch.loudness(gainDb, ceiling, goal, shape).value();
  }

  /**
   * The level at which peaks should be rounded so that the limiter swallows no more than {@value
   * #MOST_SWALLOWED_LU} LU of what is left: as high as possible. 200 dB where none need be.
   */
  Decibels roundingLevel() {
    Decibels level = NO_CEILING;
    for (double left = MOST_LEFT_DB; left >= LEAST_LEFT_DB; left -= LEFT_STEP_DB) {
      double top = level.ratio();
      DoubleUnaryOperator shape = size -> Rounding.rounded(size, top);
      double gain = gainFor(goal.loudness().value(), shape);
      double unlimited = sketch.loudness(gain, NO_CEILING, goal, shape).value();
      double missed = goal.loudness().value() - heard(gain, shape);
      if (unlimited - goal.loudness().value() <= MOST_SWALLOWED_LU && missed < CLOSE_LU * 2) {
        break;
      }
      level = new Decibels(ceiling.value() - start + left);
    }
    return level;
  }
}

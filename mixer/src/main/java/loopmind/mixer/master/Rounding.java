package loopmind.mixer.master;

import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;

/**
 * Rounds off peaks above a level, where a master is to be louder than a limiter alone can make it:
 * straight up to {@value #STRAIGHT} of the level, then bent by a hyperbolic tangent that never
 * passes it. Adds overtones to what it bends, as a tape or a clipper does.
 */
final class Rounding {

  private static final double STRAIGHT = 0.7;
  private static final double FIRST_REDUCTION_DB = 6;
  private static final double STEP_DB = 2;

  private Rounding() {}

  /**
   * The level that leaves a limiter some decibels to do at the gain the goal needs, and fewer with
   * every time it was not enough.
   *
   * @param times how often peaks are rounded by now, 1 or more
   */
  static Decibels level(Lufs mix, MasterGoal goal, int times) {
    double gainDb = mix.gainTo(goal.loudness()).value();
    double left = FIRST_REDUCTION_DB - STEP_DB * (times - 1);
    return new Decibels(goal.truePeak().value() - gainDb + left);
  }

  static void apply(Reel mix, Decibels level, BooleanSupplier cancelled) {
    float[][] block = new float[mix.channels()][Blocks.FRAMES];
    double top = level.ratio();
    Blocks.each(
        mix,
        block,
        cancelled,
        (at, count) -> {
          for (float[] channel : block) {
            for (int i = 0; i < count; i++) {
              channel[i] = rounded(channel[i], top);
            }
          }
          mix.write(at, block, count);
        });
  }

  private static float rounded(float sample, double top) {
    double straight = STRAIGHT * top;
    double size = Math.abs(sample);
    if (size <= straight) {
      return sample;
    }
    double bent = straight + (top - straight) * Math.tanh((size - straight) / (top - straight));
    return (float) Math.copySign(bent, sample);
  }
}

package loopmind.mixer.master;

import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Decibels;

/**
 * Rounds off peaks above a level, where a master is to be louder than a limiter alone can make it:
 * straight up to {@value #STRAIGHT} of the level, then bent by a hyperbolic tangent that never
 * passes it. Adds overtones to what it bends, as a tape or a clipper does.
 */
final class Rounding {

  private static final double STRAIGHT = 0.7;

  private Rounding() {}

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
              float size = Math.abs(channel[i]);
              if (size > STRAIGHT * top) {
                channel[i] = (float) Math.copySign(rounded(size, top), channel[i]);
              }
            }
          }
          mix.write(at, block, count);
        });
  }

  /** What becomes of a magnitude, where {@code top} is the highest that comes out. */
  static double rounded(double size, double top) {
    double straight = STRAIGHT * top;
    return size <= straight
        ? size
        : straight + (top - straight) * Math.tanh((size - straight) / (top - straight));
  }
}

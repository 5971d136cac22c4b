package loopmind.mixer.stretch;

import loopmind.arranger.units.Frames;
import loopmind.arranger.units.Semitones;

/**
 * What a loop has to become.
 *
 * @param material decides the way it is changed
 * @param body length of one turn of the loop as recorded: its beats × 60 / its tempo; more than 0
 *     frames. What was recorded after it is a tail that sounds on into the next turn
 * @param target length of one turn of what comes out; more than 0 frames, from a quarter to four
 *     times the body
 * @param shift change of pitch, −{@value #WIDEST_SHIFT} to {@value #WIDEST_SHIFT} semitones
 */
public record LoopFit(Material material, Frames body, Frames target, Semitones shift) {

  public static final int WIDEST_SHIFT = 24;

  private static final int WIDEST_CHANGE = 4;

  public LoopFit {
    if (body.count() == 0 || target.count() == 0) {
      throw new IllegalArgumentException(
          "A loop of %d frames cannot become %d frames long; both need at least 1."
              .formatted(body.count(), target.count()));
    }
    if (body.count() > WIDEST_CHANGE * target.count()
        || target.count() > WIDEST_CHANGE * body.count()) {
      throw new IllegalArgumentException(
          "A loop of %d frames cannot become %d frames long; at most %d times shorter or longer."
              .formatted(body.count(), target.count(), WIDEST_CHANGE));
    }
    if (Math.abs(shift.value()) > WIDEST_SHIFT) {
      throw new IllegalArgumentException(
          "A loop can be shifted by up to %d semitones, but was given %s."
              .formatted(WIDEST_SHIFT, shift.value()));
    }
  }
}

package loopmind.arranger.song;

import loopmind.arranger.units.Beats;

/**
 * What happens on the way from one section into the next.
 *
 * @param kind how
 * @param length how long before the border it begins; more than 0 beats
 */
public record Transition(TransitionKind kind, Beats length) {

  public Transition {
    if (length.value() <= 0) {
      throw new EditRefused(
          "A %s of 0 beats would not be heard. Give it at least a beat.", kind.word());
    }
  }
}

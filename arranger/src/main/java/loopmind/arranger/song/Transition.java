package loopmind.arranger.song;

import loopmind.arranger.units.Bars;
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

  /**
   * A transition of the usual length of its kind, or as long as the section before where that is
   * shorter.
   *
   * @param before length of the section that it begins in, 1 bar or more
   */
  public static Transition of(TransitionKind kind, Bars before, int beatsPerBar) {
    double wanted =
        switch (kind) {
          case CUT -> 1;
          case FILL, REVERB_TAIL, TAPE_STOP, CROSSFADE -> beatsPerBar;
          case RISER, SWEEP -> 2.0 * beatsPerBar;
          case BUILDUP -> 8.0 * beatsPerBar;
        };
    return new Transition(kind, new Beats(Math.min(wanted, before.beats(beatsPerBar).value())));
  }

  /** The same within a section before of that length. */
  Transition within(Beats before) {
    return length.compareTo(before) > 0 ? new Transition(kind, before) : this;
  }
}

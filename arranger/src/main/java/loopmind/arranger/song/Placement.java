package loopmind.arranger.song;

import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;

/**
 * A stretch of a section in which a layer's loop sounds without a break; it repeats until the
 * stretch is filled.
 *
 * @param start counted from the first beat of the section
 * @param length more than 0 beats
 * @param offset where in the loop's cycle it starts to read, in beats of the song
 */
public record Placement(BeatPosition start, Beats length, Beats offset) {

  public Placement {
    if (length.value() <= 0) {
      throw new EditRefused(
          "A placement at beat %s would have no length. Give it more than 0 beats.", start.value());
    }
  }

  /** The first beat after it. */
  public BeatPosition end() {
    return start.plus(length);
  }
}

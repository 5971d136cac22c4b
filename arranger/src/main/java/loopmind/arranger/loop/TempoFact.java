package loopmind.arranger.loop;

import java.util.List;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Seconds;

/**
 * How fast a loop is, and how its beats lie.
 *
 * @param bpm quarter notes a minute
 * @param confidence probability that {@code bpm} is right, 0 to 1
 * @param alternatives other readings, the likeliest first; often half and double
 * @param length beats until the loop repeats, more than 0; what comes after (a tail) overlaps the
 *     repetition
 * @param meter beats in a bar
 * @param downbeat where in the recording the first beat of a bar falls
 */
public record TempoFact(
    Bpm bpm,
    double confidence,
    List<Bpm> alternatives,
    Beats length,
    Meter meter,
    Seconds downbeat) {

  public TempoFact {
    Facts.share("confidence of a tempo", confidence);
    alternatives = List.copyOf(alternatives);
    if (length.value() <= 0) {
      throw new IllegalArgumentException("A loop with a tempo needs more than 0 beats.");
    }
  }

  /** Bars until it repeats; not always whole. */
  public double bars() {
    return length.value() / meter.beats();
  }
}

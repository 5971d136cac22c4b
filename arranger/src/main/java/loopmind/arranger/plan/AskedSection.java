package loopmind.arranger.plan;

import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.units.Bars;

/**
 * A section that somebody asked for.
 *
 * @param kind what it is
 * @param bars its length, {@value Section#SHORTEST_BARS} to {@value Section#LONGEST_BARS}; {@link
 *     Bars#ZERO} leaves it to the planner
 */
public record AskedSection(SectionKind kind, Bars bars) {

  public AskedSection {
    if (bars.count() > Section.LONGEST_BARS) {
      throw new EditRefused(
          "The %s would last %d bars. Choose %d to %d bars.",
          kind.word(), bars.count(), Section.SHORTEST_BARS, Section.LONGEST_BARS);
    }
  }

  /** A section of any length. */
  public static AskedSection of(SectionKind kind) {
    return new AskedSection(kind, Bars.ZERO);
  }

  boolean isFixed() {
    return bars.count() > 0;
  }
}

package loopmind.arranger.plan;

import java.util.List;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bars;

/**
 * What plays when, before it is known which loops play it.
 *
 * @param sections in playing order; at least one
 */
public record Plan(List<PlannedSection> sections) {

  public Plan {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("A plan needs a section, but was given none.");
    }
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).variationOf().orElse(-1) >= i) {
        throw new IllegalArgumentException(
            "Section %d of a plan would repeat a later one.".formatted(i));
      }
    }
  }

  public Bars length() {
    return sections.stream().map(PlannedSection::bars).reduce(Bars.ZERO, Bars::plus);
  }

  /** One line a section, such as {@code hook 8 bars, energy 0.91: drums bass melody (riser)}. */
  public String text() {
    return sections.stream().map(Plan::line).collect(Collectors.joining("\n"));
  }

  private static String line(PlannedSection section) {
    return "%s %d bars, energy %.2f: %s%s"
        .formatted(
            section.kind().word(),
            section.bars().count(),
            section.energy(),
            section.layers().stream().map(Role::word).collect(Collectors.joining(" ")),
            section.into().map(way -> " (" + way.word() + ")").orElse(""));
  }
}

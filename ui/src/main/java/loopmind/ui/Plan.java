package loopmind.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;

/**
 * A song that is shown before it is heard: which of its sections were approved, each as it was
 * then. A section that changes afterwards waits to be approved again.
 *
 * @param approved by section
 */
public record Plan(Map<SectionId, Section> approved) {

  static final Plan NEW = new Plan(Map.of());

  public Plan {
    approved = Map.copyOf(approved);
  }

  Plan with(Section section, boolean yes) {
    Map<SectionId, Section> more = new LinkedHashMap<>(approved);
    if (yes) {
      more.put(section.id(), section);
    } else {
      more.remove(section.id());
    }
    return new Plan(more);
  }

  /** Whether a section was approved as it is. */
  public boolean isApproved(Section section) {
    return section.equals(approved.get(section.id()));
  }

  /** Whether nothing of the song waits. */
  public boolean isApproved(Song song) {
    return song.sections().stream().allMatch(this::isApproved);
  }
}

package loopmind.mixer.export;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;

/** What sections are called for people: {@code Intro}, {@code Hook 2}. */
final class SectionTitles {

  private SectionTitles() {}

  /** In play order; kinds that come more than once are counted. */
  static Map<SectionId, String> of(Song song) {
    Map<SectionKind, Integer> all = new EnumMap<>(SectionKind.class);
    song.sections().forEach(section -> all.merge(section.kind(), 1, Integer::sum));
    Map<SectionKind, Integer> seen = new EnumMap<>(SectionKind.class);
    Map<SectionId, String> names = new LinkedHashMap<>();
    for (Section section : song.sections()) {
      int number = seen.merge(section.kind(), 1, Integer::sum);
      String word = section.kind().word();
      String name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      boolean several = all.getOrDefault(section.kind(), 0) > 1;
      names.put(section.id(), several ? name + " " + number : name);
    }
    return names;
  }
}

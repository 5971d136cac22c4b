package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.song.SectionKind;

/**
 * Sections and their lengths, before it is known who plays.
 *
 * @param sections in order
 * @param likelihood mean logarithm of the probabilities that the network gave to what was chosen
 */
record Form(List<Part> sections, double likelihood) {

  Form {
    sections = List.copyOf(sections);
  }

  /**
   * @param kind what it is
   * @param bars its length, more than 0
   */
  record Part(SectionKind kind, int bars) {}

  int bars() {
    return sections.stream().mapToInt(Part::bars).sum();
  }

  SectionKind kind(int at) {
    return sections.get(at).kind();
  }

  int count(SectionKind kind) {
    return (int) sections.stream().filter(part -> part.kind() == kind).count();
  }

  /** Number of the first section of the same kind as section {@code at}; maybe itself. */
  int firstLike(int at) {
    int first = 0;
    while (kind(first) != kind(at)) {
      first++;
    }
    return first;
  }

  /** The same sections with other lengths, one a section. */
  Form lasting(int[] bars) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < bars.length; i++) {
      parts.add(new Part(kind(i), bars[i]));
    }
    return new Form(parts, likelihood);
  }
}

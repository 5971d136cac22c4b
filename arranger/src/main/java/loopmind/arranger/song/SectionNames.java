package loopmind.arranger.song;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people call the sections of a song. */
public final class SectionNames {

  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private SectionNames() {}

  /** {@code hook 2}, or {@code bridge} where there is only one. */
  public static String of(Song song, SectionId id) {
    SectionKind kind = song.section(id).kind();
    List<SectionId> like = SectionReference.every(kind).find(song);
    return like.size() == 1 ? kind.word() : kind.word() + " " + (like.indexOf(id) + 1);
  }

  /** {@code hook 2 (bar 49)}, bars counted from 1. */
  public static String withBar(Song song, SectionId id) {
    return "%s (bar %d)".formatted(of(song, id), song.startBar(id) + 1);
  }

  /**
   * Several in a phrase: {@code the whole song}, {@code every hook}, {@code verse 1 (bar 9)}, or
   * {@code verse 1 and hook 2}.
   */
  public static String phrase(Song song, Collection<SectionId> ids) {
    if (ids.size() == song.sections().size()) {
      return "the whole song";
    }
    List<SectionId> listed = List.copyOf(ids);
    if (listed.size() == 1) {
      return withBar(song, listed.getFirst());
    }
    SectionKind kind = song.section(listed.getFirst()).kind();
    if (listed.size() > 2 && SectionReference.every(kind).find(song).equals(listed)) {
      return "every " + kind.word();
    }
    return list(listed.stream().map(id -> of(song, id)).toList());
  }

  /** {@code an intro, 2 verses and an outro}. */
  static String form(Song song) {
    Map<SectionKind, Integer> counts = new EnumMap<>(SectionKind.class);
    song.sections().forEach(section -> counts.merge(section.kind(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count(kind.word(), count)));
    return list(parts);
  }

  /** {@code one hook}, {@code 3 hooks}. */
  private static String count(String word, int count) {
    return count == 1 ? "one " + word : count + " " + word + (word.endsWith("us") ? "es" : "s");
  }

  /** The same text with a capital letter, to begin a sentence. */
  public static String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  /** {@code second}; {@code second-last} for -2. */
  static String ordinal(int n) {
    int count = Math.abs(n);
    String word = count <= ORDINALS.size() && count > 0 ? ORDINALS.get(count - 1) : count + "th";
    return n < 0 ? count == 1 ? "last" : word + "-last" : word;
  }
}

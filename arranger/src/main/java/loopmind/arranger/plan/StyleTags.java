package loopmind.arranger.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import loopmind.arranger.song.Style;

/** The genre tags by which the network knows a style: those of the forms it was trained on. */
final class StyleTags {

  private static final Map<String, List<String>> TAGS =
      Map.ofEntries(
          Map.entry("trap", List.of("trap", "hiphop")),
          Map.entry("phonk", List.of("phonk", "hiphop")),
          Map.entry("drill", List.of("drill", "hiphop")),
          Map.entry("boombap", List.of("boombap", "hiphop")),
          Map.entry("lofi", List.of("lofi", "hiphop")),
          Map.entry("house", List.of("house", "electronic", "dance")),
          Map.entry("techno", List.of("techno", "electronic", "dance")),
          Map.entry("trance", List.of("trance", "electronic", "dance")),
          Map.entry("drumandbass", List.of("drumandbass", "electronic", "dance")),
          Map.entry("dubstep", List.of("dubstep", "electronic", "dance")),
          Map.entry("garage", List.of("garage", "electronic", "dance")),
          Map.entry("ambient", List.of("ambient", "electronic")),
          Map.entry("reggaeton", List.of("reggaeton", "latin")),
          Map.entry("afrobeats", List.of("afrobeats", "world")));

  private StyleTags() {}

  static List<String> of(Style style) {
    String plain = style.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return TAGS.getOrDefault(
        plain, style.dance() ? List.of(plain, "electronic", "dance") : List.of(plain));
  }
}

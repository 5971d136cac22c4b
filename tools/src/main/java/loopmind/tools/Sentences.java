package loopmind.tools;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;

/** How answers name things. */
final class Sentences {

  private Sentences() {}

  static String upper(String text) {
    return SectionNames.upper(text);
  }

  /** Without decimals that say nothing. */
  static String plain(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : Double.toString(rounded);
  }

  static String signed(double db) {
    return (db > 0 ? "+" : "") + plain(db) + " dB";
  }

  static List<SectionId> sections(Collection<LayerPlace> layers) {
    return List.copyOf(new LinkedHashSet<>(layers.stream().map(LayerPlace::section).toList()));
  }

  /** {@code verse 1 and hook 2}. */
  static String where(Song song, Collection<LayerPlace> layers) {
    return SectionNames.phrase(song, sections(layers));
  }

  /** {@code drums (Trap_Hats)}: the roles, and the loops that play them. */
  static String what(Song song, Collection<LayerPlace> layers) {
    Map<Role, Set<String>> names = new LinkedHashMap<>();
    for (LayerPlace one : layers) {
      names
          .computeIfAbsent(one.layer().role(), any -> new LinkedHashSet<>())
          .add(song.loop(one.layer().loop()).name());
    }
    return SectionNames.list(
        names.entrySet().stream()
            .map(one -> "%s (%s)".formatted(one.getKey().word(), String.join(", ", one.getValue())))
            .toList());
  }
}

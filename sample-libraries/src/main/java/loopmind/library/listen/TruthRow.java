package loopmind.library.listen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;

/**
 * What is known about one sound file beforehand, for training and measuring: a line of the
 * truth.csv of a rendered pack, or of the ground-truth.csv of recorded ones.
 *
 * @param path from the folder that was given
 * @param archive the zip file that holds it, where it is in one
 * @param kind loop, oneshot, fx or junk
 * @param type the instrument or role, as the file says it
 * @param bpm where it has a tempo
 * @param beats where they are known
 * @param meter beats in a bar, where it is known
 * @param key where it has one and that is clear from its notes
 * @param keyless whether it surely has none
 * @param named how its name relates to the truth; empty where that is unknown
 */
record TruthRow(
    String path,
    Optional<String> archive,
    String kind,
    String type,
    OptionalDouble bpm,
    OptionalDouble beats,
    OptionalDouble meter,
    Optional<MusicalKey> key,
    boolean keyless,
    String named) {

  private static final double CLEAR_KEY = 0.05;

  /** Reads either format, told apart by its columns. */
  static List<TruthRow> read(Path csv) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(csv)) {
      lines.add(cells(line));
    }
    List<String> names = lines.getFirst();
    List<TruthRow> rows = new ArrayList<>();
    for (List<String> cells : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), i < cells.size() ? cells.get(i) : "");
      }
      rows.add(names.contains("instrument") ? recorded(row) : rendered(row));
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static TruthRow rendered(Map<String, String> row) {
    String margin = row.get("key_margin");
    boolean clear = margin.isEmpty() || Double.parseDouble(margin) >= CLEAR_KEY;
    String key = row.get("key");
    boolean sounding = !row.get("kind").equals("junk");
    return new TruthRow(
        row.get("path"),
        Optional.of(row.get("zip")).filter(zip -> !zip.isEmpty()),
        row.get("kind"),
        row.get("type"),
        number(row.get("bpm")),
        number(row.get("beats")),
        number(row.get("meter").replaceAll("/.*", "")),
        clear && row.get("kind").equals("loop") ? MusicalKey.parse(key) : Optional.empty(),
        key.isEmpty() && sounding,
        row.get("name_kind"));
  }

  private static TruthRow recorded(Map<String, String> row) {
    String key = row.get("key");
    String instrument = row.get("instrument");
    boolean percussive =
        List.of("kick", "snare", "clap", "hihat", "cymbal", "perc", "drums").contains(instrument);
    return new TruthRow(
        row.get("package") + "/" + row.get("file"),
        Optional.empty(),
        row.get("kind"),
        instrument,
        number(row.get("bpm")),
        number(row.get("beats")),
        OptionalDouble.empty(),
        key.contains(" ") ? MusicalKey.parse(key) : Optional.empty(),
        key.isEmpty() && percussive,
        "");
  }

  private static OptionalDouble number(String text) {
    return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** The role that goes with the instrument. */
  Role role() {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "drums", "kick", "snare", "clap", "hihat", "cymbal", "tom" -> Role.DRUMS;
      case "perc" -> Role.PERCUSSION;
      case "bass" -> Role.BASS;
      case "chords", "keys", "piano", "guitar", "brass" -> Role.CHORDS;
      case "pad", "strings" -> Role.PAD;
      case "vocal" -> Role.VOCAL;
      case "fx", "ambience" -> Role.FX;
      default -> Role.MELODY;
    };
  }
}

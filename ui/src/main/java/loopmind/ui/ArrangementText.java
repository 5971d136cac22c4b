package loopmind.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;

/** Draws the arrangement of a song in plain characters: a column is some bars, a row is a role. */
public final class ArrangementText {

  private static final int LABEL = 11;
  private static final String LEVELS = "▁▂▃▄▅▆▇█";

  private final Song song;
  private final int barsInAColumn;
  private final int columns;

  /**
   * @param width of the terminal in characters; 40 or more
   */
  public ArrangementText(Song song, int width) {
    this.song = song;
    int room = Math.max(20, width - LABEL);
    int bars = song.bars().count();
    barsInAColumn = Math.max(1, (bars + room - 1) / room);
    columns = (bars + barsInAColumn - 1) / barsInAColumn;
  }

  /** Several lines, each ended. */
  public String draw() {
    List<String> lines = new ArrayList<>();
    lines.add(label("") + sectionNames());
    lines.add(label("energy") + energy());
    Map<Role, char[]> rows = new EnumMap<>(Role.class);
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        char[] row = rows.computeIfAbsent(layer.role(), role -> blank());
        layer.placements().forEach(placement -> fill(row, section, placement));
      }
    }
    rows.forEach((role, row) -> lines.add(label(role.word()) + new String(row)));
    return String.join("\n", lines) + "\n";
  }

  private String sectionNames() {
    char[] row = blank();
    Arrays.fill(row, ' ');
    for (Section section : song.sections()) {
      int from = column(song.startBar(section.id()));
      int to = column(song.startBar(section.id()) + section.bars().count());
      String name = section.kind().word();
      for (int i = 0; i < name.length() && from + i < to - 1; i++) {
        row[from + i] = name.charAt(i);
      }
      if (to - from <= 1) {
        // no room for a name and a blank before the next
        row[from] = name.toUpperCase(Locale.ROOT).charAt(0);
      }
    }
    return new String(row).stripTrailing();
  }

  private String energy() {
    char[] row = blank();
    for (Section section : song.sections()) {
      int from = column(song.startBar(section.id()));
      int to = column(song.startBar(section.id()) + section.bars().count());
      int level = (int) Math.min(LEVELS.length() - 1, section.energy() * LEVELS.length());
      Arrays.fill(row, from, Math.max(from + 1, to), LEVELS.charAt(level));
    }
    return new String(row);
  }

  private void fill(char[] row, Section section, Placement placement) {
    int beats = song.facts().meter().beats();
    double start = song.startBar(section.id()) + placement.start().value() / beats;
    double end = song.startBar(section.id()) + placement.end().value() / beats;
    for (int column = 0; column < row.length; column++) {
      double middle = (column + 0.5) * barsInAColumn;
      if (middle >= start && middle < end) {
        row[column] = '█';
      }
    }
  }

  private int column(int bar) {
    return Math.min(columns, bar / barsInAColumn);
  }

  private char[] blank() {
    char[] row = new char[columns];
    Arrays.fill(row, '·');
    return row;
  }

  private static String label(String text) {
    return String.format(Locale.ROOT, "%-" + LABEL + "s", text);
  }
}

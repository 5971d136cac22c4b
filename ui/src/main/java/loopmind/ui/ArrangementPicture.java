package loopmind.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Draws a song as an SVG picture: sections, layers with their loops, the energy curve, and the
 * waveform of its mix. SVG because it needs no fonts on the machine that draws it.
 */
public final class ArrangementPicture {

  private static final int WIDTH = 1400, LEFT = 110, ROW = 34, TOP = 96, WAVE = 120;
  private static final Map<Role, String> COLOURS = colours();

  private final Song song;
  private final AudioBuffer mix;
  private final StringBuilder svg = new StringBuilder();

  /**
   * @param mix the rendered song
   */
  public ArrangementPicture(Song song, AudioBuffer mix) {
    this.song = song;
    this.mix = mix;
  }

  /** The whole document. */
  public String draw() {
    List<Role> roles = new ArrayList<>(song.roles());
    int height = TOP + ROW * roles.size() + 60 + WAVE + 40;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"Inter, Helvetica, Arial, sans-serif\">",
        WIDTH, height);
    line("<rect width=\"%d\" height=\"%d\" rx=\"14\" fill=\"#14161c\"/>", WIDTH, height);
    title();
    int bottom = TOP + ROW * roles.size() + 60 + WAVE;
    sections(bottom);
    for (int row = 0; row < roles.size(); row++) {
      role(roles.get(row), TOP + ROW * row);
    }
    energy(TOP + ROW * roles.size() + 8);
    wave(TOP + ROW * roles.size() + 60);
    line("</svg>");
    return svg.toString();
  }

  private void title() {
    long seconds = Math.round(song.length().value());
    text(24, 40, 24, "#f2f3f7", "600", song.facts().title());
    text(
        24,
        66,
        15,
        "#9aa1b2",
        "400",
        String.format(
            Locale.ROOT,
            "%s · %.0f BPM · %s · %d:%02d",
            song.facts().style(),
            song.facts().tempo().value(),
            song.facts().key(),
            seconds / 60,
            seconds % 60));
  }

  private void sections(int bottom) {
    boolean odd = false;
    for (Section section : song.sections()) {
      double from = x(song.startBar(section.id()));
      double width = x(song.startBar(section.id()) + section.bars().count()) - from;
      line(
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
          from, TOP - 22, width, bottom - TOP + 22, odd ? "#191c24" : "#1d212b");
      if (width > 34) {
        text(from + 6, TOP - 7, 12, "#c7ccd8", "600", section.kind().word());
      }
      odd = !odd;
    }
  }

  private void role(Role role, int top) {
    text(24, top + 21, 13, COLOURS.getOrDefault(role, "#ffffff"), "600", role.word());
    for (Section section : song.sections()) {
      List<Layer> layers = section.layersOf(role);
      for (int i = 0; i < layers.size(); i++) {
        double height = (ROW - 6.0) / layers.size();
        for (Placement placement : layers.get(i).placements()) {
          clip(section, layers.get(i), placement, top + 3 + i * height, height - 1);
        }
      }
    }
  }

  private void clip(Section section, Layer layer, Placement placement, double y, double height) {
    int beats = song.facts().meter().beats();
    int bar = song.startBar(section.id());
    double from = x(bar + placement.start().value() / beats);
    double width = x(bar + placement.end().value() / beats) - from;
    double opacity = 0.55 + 0.4 * section.energy();
    line(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\" fill=\"%s\" fill-opacity=\"%.2f\"/>",
        from + 0.5,
        y,
        Math.max(1, width - 1),
        height,
        COLOURS.getOrDefault(layer.role(), "#fff"),
        opacity);
    String name = song.loop(layer.loop()).name();
    int room = (int) (width / 6.2) - 1;
    if (room >= 6 && height > 11) {
      String shown = name.length() <= room ? name : name.substring(0, room - 1) + "…";
      text(from + 5, y + height / 2 + 3.5, 10, "#0d0f14", "500", shown);
    }
  }

  private void energy(int top) {
    text(24, top + 24, 13, "#9aa1b2", "600", "energy");
    StringBuilder points = new StringBuilder();
    for (Section section : song.sections()) {
      double y = top + 40 - section.energy() * 36;
      int bar = song.startBar(section.id());
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(bar), y));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(bar + section.bars().count()), y));
    }
    line(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"#ffd166\" stroke-width=\"2\"/>",
        points.toString().strip());
  }

  private void wave(int top) {
    text(24, top + WAVE / 2 + 5, 13, "#9aa1b2", "600", "master");
    int columns = (WIDTH - LEFT - 24) / 2;
    double middle = top + WAVE / 2.0;
    StringBuilder path = new StringBuilder();
    float[] mono = mix.mono();
    for (int column = 0; column < columns; column++) {
      int from = (int) ((long) column * mono.length / columns);
      int to = (int) ((long) (column + 1) * mono.length / columns);
      float peak = 0;
      for (int i = from; i < to; i++) {
        peak = Math.max(peak, Math.abs(mono[i]));
      }
      double half = Math.max(0.5, peak * WAVE / 2);
      path.append(
          String.format(
              Locale.ROOT,
              "M%.1f %.1fV%.1f",
              LEFT + column * 2.0 + 1,
              middle - half,
              middle + half));
    }
    line("<path d=\"%s\" stroke=\"#8ecae6\" stroke-width=\"1.4\"/>", path.toString());
  }

  private double x(double bar) {
    return LEFT + (WIDTH - LEFT - 24) * bar / song.bars().count();
  }

  private void text(double x, double y, int size, String colour, String weight, String words) {
    line(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>",
        x, y, size, colour, weight, escaped(words));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String format, Object... values) {
    svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }

  private static Map<Role, String> colours() {
    Map<Role, String> colours = new EnumMap<>(Role.class);
    colours.put(Role.DRUMS, "#ef476f");
    colours.put(Role.PERCUSSION, "#f78c6b");
    colours.put(Role.BASS, "#9b5de5");
    colours.put(Role.CHORDS, "#06d6a0");
    colours.put(Role.MELODY, "#ffd166");
    colours.put(Role.PAD, "#118ab2");
    colours.put(Role.VOCAL, "#f15bb5");
    colours.put(Role.FX, "#8d99ae");
    return colours;
  }
}

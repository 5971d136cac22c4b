package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.render.Rendering;
import loopmind.ui.ArrangementText;
import loopmind.ui.SongSound;
import loopmind.ui.TalkTurn;

/** What a person reads of a turn. Names may hold anything; nothing in them reaches the terminal. */
final class ChatText {

  private static final int NARROWEST = 40, WIDEST = 100;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\u200D]]");

  private String drawn = "";

  /** The turn in lines no longer than {@code width}, as far as words allow. */
  String of(TalkTurn turn, Optional<Song> song, int width) {
    StringBuilder text = new StringBuilder(wrapped(turn.text(), width)).append('\n');
    song.ifPresent(one -> text.append(drawnAnew(one, width)));
    turn.preview().ifPresent(one -> text.append(hear(one)).append('\n'));
    turn.unheard()
        .ifPresent(why -> text.append(wrapped("  not heard: " + why, width)).append('\n'));
    turn.mix().ifPresent(file -> text.append("  mix       ").append(file).append('\n'));
    return text.toString();
  }

  private static String hear(SongSound.Stretch stretch) {
    return "  hear it   %s (%s to %s)"
        .formatted(stretch.file(), clock(stretch.start()), clock(stretch.end()));
  }

  /** {@code 1:05}. */
  static String clock(Seconds time) {
    long seconds = Math.round(time.value());
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** The arrangement, where its sections are not those that were drawn last; else nothing. */
  String drawnAnew(Song song, int width) {
    String form =
        song.sections().stream()
            .map(section -> section.kind().word() + section.bars().count())
            .collect(Collectors.joining(" "));
    if (form.equals(drawn)) {
      return "";
    }
    drawn = form;
    return "\n" + new ArrangementText(song, Math.clamp(width, NARROWEST, WIDEST)).draw() + "\n";
  }

  static String mixed(Rendering made) {
    return mixed(made.mix())
        + (made.report().passed() ? "" : "  (not every check was passed: loopmind qa says which)");
  }

  static String mixed(Path file) {
    return "  mix       " + file;
  }

  /** Without what a terminal would obey, broken between words. */
  static String wrapped(String text, int width) {
    return plain(text)
        .lines()
        .flatMap(line -> broken(line, Math.max(NARROWEST, width) - 1).stream())
        .collect(Collectors.joining("\n"));
  }

  /** Without what a terminal would obey. */
  static String plain(String text) {
    return CONTROL.matcher(text).replaceAll("·");
  }

  private static List<String> broken(String line, int width) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      if (at <= indent(rest)) {
        break;
      }
      lines.add(rest.substring(0, at));
      rest = " ".repeat(indent(line)) + rest.substring(at + 1);
    }
    lines.add(rest);
    return lines;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}

package loopmind.ui.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.History;
import loopmind.ui.SongSound;
import loopmind.ui.SongTalk;
import loopmind.ui.TalkTurn;

/** What begins with a slash in a chat: commands of the program, which no language model reads. */
final class SlashCommands {

  /** Their names, for completion. */
  static final List<String> NAMES =
      List.of(
          "/help",
          "/versions",
          "/name",
          "/goto",
          "/branches",
          "/undo",
          "/redo",
          "/play",
          "/render",
          "/quit");

  private static final String HELP =
      """
      Say what to change: "a darker bass in the hook", "add a bridge after the second hook", "undo that".
      /help            this
      /versions        every version of the song
      /name NAME       name the version you are on
      /goto NAME|N     go to another version, on whatever branch
      /branches        the last version of every branch
      /undo  /redo     one step
      /play            where the sound is
      /render          make the whole mix now
      /quit            or Ctrl-D; Ctrl-C stops what is being done
      """;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final SongTalk talk;
  private final SongSound sound;
  private Optional<SongSound.Stretch> heard = Optional.empty();

  /**
   * What came of a command.
   *
   * @param text to show; may be empty
   * @param turn where the song may be another one
   * @param quit whether the chat ends
   */
  record Outcome(String text, Optional<TalkTurn> turn, boolean quit) {

    static Outcome said(String text) {
      return new Outcome(text, Optional.empty(), false);
    }

    static Outcome of(TalkTurn turn) {
      return new Outcome("", Optional.of(turn), false);
    }
  }

  SlashCommands(SongTalk talk, SongSound sound) {
    this.talk = talk;
    this.sound = sound;
  }

  static boolean isOne(String line) {
    return line.startsWith("/") && line.length() > 1 && Character.isLetter(line.charAt(1));
  }

  /** Remembers what can be played. */
  void heard(TalkTurn turn) {
    heard = turn.preview().or(() -> heard);
  }

  /**
   * @throws EditRefused where it cannot be done
   */
  Outcome run(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "/help" -> Outcome.said(HELP);
      case "/versions" -> Outcome.said(list(talk.desk().versions()));
      case "/branches" -> Outcome.said(list(talk.desk().branches()));
      case "/name" -> Outcome.said(talk.desk().name(said(rest, "/name rough mix")));
      case "/goto" -> Outcome.of(talk.goTo(line, said(rest, "/goto 3")));
      case "/undo" -> Outcome.of(talk.call(line, "undo"));
      case "/redo" -> Outcome.of(talk.call(line, "redo"));
      case "/play" -> Outcome.said(play());
      case "/render" -> Outcome.said(ChatText.mixed(talk.mixNow()));
      case "/quit", "/exit" -> new Outcome("", Optional.empty(), true);
      default -> throw new EditRefused("There is no command %s. /help lists them.", words[0]);
    };
  }

  private static String said(String rest, String example) {
    if (rest.isEmpty()) {
      throw new EditRefused("Say which, such as %s.", example);
    }
    return rest;
  }

  private String play() {
    String stretch =
        heard
            .map(
                one ->
                    "  changed   %s (%s to %s)%n"
                        .formatted(
                            one.file(), ChatText.clock(one.start()), ChatText.clock(one.end())))
            .orElse("");
    return stretch + talk.mix().map(ChatText::mixed).orElseGet(this::noMix);
  }

  private String noMix() {
    Path file = sound.mixFile();
    if (talk.isMixing()) {
      return "  mix       is being rendered: " + file;
    }
    return Files.exists(file) && !talk.owesMix()
        ? ChatText.mixed(file)
        : "  mix       is not rendered yet; /render makes it";
  }

  private static String list(List<History.Entry> versions) {
    return versions.isEmpty()
        ? "There is no song yet."
        : versions.stream().map(SlashCommands::line).collect(Collectors.joining("\n"));
  }

  private static String line(History.Entry entry) {
    String names =
        entry.names().isEmpty() ? "" : " \"" + String.join("\", \"", entry.names()) + "\"";
    String from =
        entry.parent().isPresent() && entry.parent().getAsInt() != entry.number() - 1
            ? " (from %d)".formatted(entry.parent().getAsInt())
            : "";
    return "%s %3d%s  %s%s%s"
        .formatted(
            entry.current() ? "▸" : " ",
            entry.number(),
            from,
            entry.savedAt().map(SlashCommands::time).orElse(""),
            names,
            "  " + entry.message());
  }

  private static String time(Instant saved) {
    return TIME.format(saved);
  }
}

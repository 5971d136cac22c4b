package loopmind.ui.mcp;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.render.Rendering;
import loopmind.ui.OpenSong;
import loopmind.ui.OpenSongs;
import loopmind.ui.TalkTurn;
import loopmind.ui.Workplace;
import loopmind.ui.mcp.SongsInUse.Otherwise;
import loopmind.ui.rest.SongModel;

/** The typed tools of songs, and what else can be done with one. */
final class SongTools {

  /** The one tool that does not wait for those that were called before. */
  static final String STOP = "stop_work";

  private static final String SONG = "song";

  private static final Duration LONGEST_TURN = Duration.ofHours(1);
  private static final String MESSAGE = "message";
  private static final Set<Tool> CHANGES_NOTHING = Set.of(Tool.SEARCH_LOOPS, Tool.DESCRIBE_SONG);

  private final Workplace place;
  private final SongsInUse songs;

  SongTools(Workplace place, SongsInUse songs) {
    this.place = place;
    this.songs = songs;
  }

  /**
   * All songs.
   *
   * @param songs the one that was changed last first
   */
  record Songs(List<OpenSongs.Listed> songs) {}

  /**
   * A mix of the whole song.
   *
   * @param song its id
   * @param version of the song
   * @param mix the file, WAV
   * @param mixUrl of the same under the address of the studio, where one is running
   * @param qaPassed whether it passed all checks
   * @param checks what was measured
   */
  record Mixed(
      String song,
      int version,
      String mix,
      String mixUrl,
      boolean qaPassed,
      List<QaCheck> checks) {}

  List<SyncToolSpecification> all() {
    List<SyncToolSpecification> all = new ArrayList<>();
    for (Tool tool : Tool.values()) {
      all.add(typed(tool));
    }
    all.add(
        Offered.changing(
                "chat",
                "says something to a song in plain words; it is understood, done, and answered, or asked back")
            .text(MESSAGE, "1 to 2,000 characters, such as \"dark trap at 140\"", true)
            .text(SONG, "id of the song; without it the one used last, or a new one", false)
            .by(place, this::chat));
    all.add(
        Offered.reading("list_songs", "lists all songs, the one changed last first")
            .by(place, this::list));
    all.add(
        Offered.changing("new_song", "makes a new, empty song and uses it from now on")
            .by(place, this::create));
    all.add(
        Offered.changing(
                "render_song",
                "renders the whole mix to a WAV file and checks it; takes some seconds")
            .text(SONG, "id of the song; without it the one used last", false)
            .by(place, this::render));
    all.add(
        Offered.changing(
                STOP,
                "ends what is being done to a song; a step that is not saved yet does not happen")
            .text(SONG, "id of the song; without it the one used last", false)
            .by(place, this::stop));
    return all;
  }

  private SyncToolSpecification typed(Tool tool) {
    Offered offered =
        CHANGES_NOTHING.contains(tool)
            ? Offered.reading(tool.word(), tool.does())
            : Offered.changing(tool.word(), tool.does());
    tool.argumentSchemas().forEach(offered::argument);
    return offered
        .text(SONG, "id of the song; without it " + without(tool), false)
        .by(place, (exchange, request) -> call(tool, exchange, request));
  }

  private static Otherwise otherwise(Tool tool) {
    return switch (tool) {
      case COMPOSE_SONG -> Otherwise.NEW;
      case SEARCH_LOOPS -> Otherwise.LAST_OR_NEW;
      default -> Otherwise.LAST;
    };
  }

  private static String without(Tool tool) {
    return switch (otherwise(tool)) {
      case NEW -> "a new one";
      case LAST_OR_NEW -> "the one used last, or a new one";
      case LAST -> "the one used last";
    };
  }

  private CallToolResult call(Tool tool, McpSyncServerExchange exchange, CallToolRequest request) {
    Arguments given = Arguments.of(request);
    Optional<String> named = given.ifText(SONG);
    ToolCall call = new ToolCall(tool.word(), given.without(SONG));
    Tool.fault(call)
        .ifPresent(
            fault -> {
              throw new EditRefused("%s", fault);
            });
    OpenSong song = songs.song(exchange.sessionId(), named, otherwise(tool));
    return turn(song, song.act(tool.word().replace('_', ' '), List.of(call)), exchange, request);
  }

  private CallToolResult chat(McpSyncServerExchange exchange, CallToolRequest request) {
    Arguments given = Arguments.of(request);
    String message = given.text(MESSAGE);
    OpenSong song = songs.song(exchange.sessionId(), given.ifText(SONG), Otherwise.LAST_OR_NEW);
    return turn(song, song.say(message), exchange, request);
  }

  private CallToolResult turn(
      OpenSong song,
      CompletableFuture<TalkTurn> turn,
      McpSyncServerExchange exchange,
      CallToolRequest request) {
    return new Progress(exchange, request)
        .await(turn, () -> now(song), LONGEST_TURN)
        .map(done -> Told.turn(song, done))
        .orElseGet(() -> Told.refused("It is still being done; look at the song later."));
  }

  /** What is being done; a song that has not begun waits for the library, where that listens. */
  private Optional<OpenSong.Work> now(OpenSong song) {
    Optional<OpenSong.Work> work = song.work();
    boolean waits = work.filter(one -> one.share() > 0).isEmpty();
    return waits ? LibraryTools.listening(place).or(() -> work) : work;
  }

  private CallToolResult list(McpSyncServerExchange exchange, CallToolRequest request) {
    List<OpenSongs.Listed> all = place.songs().list();
    String text =
        all.stream()
            .map(
                song ->
                    "%s, changed %s"
                        .formatted(song.id(), song.changed().truncatedTo(ChronoUnit.SECONDS)))
            .collect(Collectors.joining("\n"));
    return Told.done(all.isEmpty() ? "There is no song yet." : text, new Songs(all));
  }

  private CallToolResult create(McpSyncServerExchange exchange, CallToolRequest request) {
    OpenSong song = songs.create(exchange.sessionId());
    return Told.done(
        "%s is new and empty. Fill it with compose_song or chat.".formatted(song.id()),
        SongModel.of(song.id(), song.version(), song.song()));
  }

  private CallToolResult render(McpSyncServerExchange exchange, CallToolRequest request) {
    OpenSong song = named(exchange, request);
    if (song.song().isEmpty()) {
      throw new EditRefused("There is no song yet. Make one first with compose_song or chat.");
    }
    return new Progress(exchange, request)
        .await(song.mixed(), song::work, LONGEST_TURN)
        .map(made -> mixed(song, made))
        .orElseGet(() -> Told.refused("It is still being rendered; ask again later."));
  }

  private static CallToolResult mixed(OpenSong song, Rendering made) {
    String url = "/api/v1/songs/%s/audio/mix?v=%d".formatted(song.id(), song.version());
    boolean passed = made.report().passed();
    String failed =
        made.report().checks().stream()
            .filter(check -> !check.passed())
            .map(
                check ->
                    "%s is %.2f %s, not %.2f"
                        .formatted(check.name(), check.value(), check.unit(), check.target()))
            .collect(Collectors.joining("; "));
    String text =
        "The mix of %s is %s. %s"
            .formatted(
                song.id(), made.mix(), passed ? "It passed all checks." : "Not passed: " + failed);
    return Told.done(
        text,
        new Mixed(
            song.id(), song.version(), made.mix().toString(), url, passed, made.report().checks()));
  }

  private CallToolResult stop(McpSyncServerExchange exchange, CallToolRequest request) {
    OpenSong song = named(exchange, request);
    song.stop();
    return Told.done(
        "What was being done to %s ends.".formatted(song.id()),
        SongModel.of(song.id(), song.version(), song.song()));
  }

  private OpenSong named(McpSyncServerExchange exchange, CallToolRequest request) {
    return songs.song(exchange.sessionId(), Arguments.of(request).ifText(SONG), Otherwise.LAST);
  }
}

package loopmind.ui.mcp;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import loopmind.arranger.song.EditRefused;
import loopmind.ui.LibraryWork;
import loopmind.ui.OpenSong;
import loopmind.ui.Workplace;
import loopmind.ui.rest.Statistics;
import loopmind.ui.rest.WorkModel;

/** The user's sounds: listened to, and counted. */
final class LibraryTools {

  /** Callers seldom wait longer than a minute for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final String PATH = "path";

  private final Workplace place;

  LibraryTools(Workplace place) {
    this.place = place;
  }

  List<SyncToolSpecification> all() {
    return List.of(
        Offered.changing(
                "listen_to_folder",
                "listens to the sounds of a folder, file or archive of this machine, so that songs can be made of them;"
                    + " answers after %d seconds at most, and goes on in the background"
                        .formatted(PATIENCE.toSeconds()))
            .text(PATH, "the whole path, such as /home/me/Samples/Trap", true)
            .by(place, this::listen),
        Offered.reading(
                "library_statistics",
                "says how many loops the library holds, by role, and what is listened to")
            .by(place, this::statistics));
  }

  private CallToolResult listen(McpSyncServerExchange exchange, CallToolRequest request) {
    Path folder = folder(Arguments.of(request).text(PATH));
    LibraryWork work = place.libraryWork();
    CompletableFuture<LibraryWork.State> heard =
        work.listenTo(folder).thenApply(over -> work.state().orElseThrow());
    LibraryWork.State state =
        new Progress(exchange, request)
            .await(heard, () -> listening(place), PATIENCE)
            .or(work::state)
            .orElseThrow();
    return state.failure().isEmpty()
        ? Told.done(state.sentence(), WorkModel.of(state))
        : Told.refused(state.failure());
  }

  /** What is listened to; empty where nothing is. */
  static Optional<OpenSong.Work> listening(Workplace place) {
    return place
        .libraryWork()
        .state()
        .filter(state -> !state.over())
        .map(state -> new OpenSong.Work("listening to " + state.folder(), state.share()));
  }

  private static Path folder(String path) {
    try {
      Path folder = Path.of(path.strip());
      if (!folder.isAbsolute() || !Files.exists(folder)) {
        throw new EditRefused(
            "There is no folder \"%s\". Give the whole path of one of this machine.", path);
      }
      return folder;
    } catch (InvalidPathException noPath) {
      throw new EditRefused("\"%s\" is no path.", path);
    }
  }

  private CallToolResult statistics(McpSyncServerExchange exchange, CallToolRequest request) {
    Statistics facts = Statistics.of(place.knownLoops());
    String roles =
        facts.roles().entrySet().stream()
            .map(role -> role.getKey() + " " + role.getValue())
            .collect(Collectors.joining(", "));
    Optional<LibraryWork.State> listening = place.libraryWork().state();
    return Told.done(
        "%d loops, %.0f seconds of sound: %s.\n%s"
            .formatted(
                facts.loops(),
                facts.seconds(),
                roles.isEmpty() ? "none" : roles,
                listening.map(LibraryWork.State::sentence).orElse("Nothing is listened to.")),
        facts);
  }
}

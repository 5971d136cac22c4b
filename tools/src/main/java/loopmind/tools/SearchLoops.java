package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Finds loops in the library. */
public final class SearchLoops {

  /** How many loops are found where no limit is said, and the most that can be asked for. */
  public static final int USUAL_LIMIT = 8, LARGEST_LIMIT = 100;

  private final SongDesk desk;
  private final LoopShelf shelf;

  public SearchLoops(SongDesk desk, LoopShelf shelf) {
    this.desk = desk;
    this.shelf = shelf;
  }

  /** What is looked for; what is null was not said. */
  public record Request(
      @Description("how it should sound, in the person's own words") @Nullable String query,
      @Description("a loop's name, or a role of the song, to sound like") @Nullable String like,
      @Description("drums percussion bass chords melody pad vocal fx") @Nullable String role,
      @Description("near this tempo, half or double of it") @Nullable Double bpm,
      @Description("in or near this key, such as C minor") @Nullable String key,
      @Description("how many, 1 to " + LARGEST_LIMIT) @Nullable Integer limit) {}

  @Tool(
      name = "search_loops",
      value = "Finds loops that fit, ranked, each with its reasons. Give a query or like.")
  public ToolAnswer searchLoops(@P("what to look for") Request request) {
    List<LoopShelf.Found> found = shelf.search(query(request));
    if (found.isEmpty()) {
      return ToolAnswer.of("Nothing in the library answers that. Try fewer or other words.");
    }
    String lines =
        found.stream()
            .map(
                one ->
                    "  %s (%s): %s"
                        .formatted(
                            one.loop().name(),
                            one.loop().role().word(),
                            String.join(", ", one.reasons())))
            .collect(Collectors.joining("\n"));
    return ToolAnswer.of(
        "Found %d loop%s:\n%s".formatted(found.size(), found.size() == 1 ? "" : "s", lines));
  }

  /**
   * The query of a request.
   *
   * @throws EditRefused where it says neither what nor like what, or a value is out of bounds
   */
  LoopShelf.Query query(Request request) {
    String words = orBlank(request.query());
    String like = likeLoop(orBlank(request.like()));
    String role = orBlank(request.role());
    if (words.isBlank() && like.isBlank() && role.isBlank()) {
      throw new EditRefused("What should it sound like? Say some words, or name a loop.");
    }
    if (!role.isBlank() && Role.named(role).isEmpty()) {
      throw new EditRefused("There is no role called \"%s\".", role);
    }
    int limit = request.limit() == null ? USUAL_LIMIT : request.limit();
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new EditRefused("%d loops cannot be listed. Choose 1 to %d.", limit, LARGEST_LIMIT);
    }
    double bpm = request.bpm() == null ? 0 : request.bpm();
    return new LoopShelf.Query(words, like, role, bpm, orBlank(request.key()), limit);
  }

  /** A role of the song stands for the loop that plays it first. */
  private String likeLoop(String like) {
    var role = Role.named(like.toLowerCase(Locale.ROOT));
    if (role.isEmpty() || desk.current().isEmpty()) {
      return like;
    }
    Song song = desk.song();
    return song.sections().stream()
        .flatMap(section -> section.layersOf(role.get()).stream())
        .map(Layer::loop)
        .map(id -> song.loop(id).name())
        .findFirst()
        .orElseThrow(() -> new EditRefused("The song has no %s to search by.", role.get().word()));
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

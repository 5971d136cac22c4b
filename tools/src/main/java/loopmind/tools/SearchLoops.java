package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import loopmind.arranger.choose.LoopNames;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
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
    List<String> notes = new ArrayList<>();
    List<LoopShelf.Found> found = shelf.search(query(request, notes));
    if (found.isEmpty()) {
      return new ToolAnswer(
          "Nothing in the library answers that. Try fewer or other words.", notes);
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
    return new ToolAnswer(
        "Found %d loop%s:\n%s".formatted(found.size(), found.size() == 1 ? "" : "s", lines), notes);
  }

  /**
   * The query of a request.
   *
   * @param notes takes a sentence where a name was mended
   * @throws EditRefused where it says neither what nor like what, or a value is out of bounds
   */
  LoopShelf.Query query(Request request, List<String> notes) {
    String words = Asked.orBlank(request.query());
    String like = like(Asked.orBlank(request.like()), notes);
    String role = Asked.roleIfSaid(request.role()).map(Role::word).orElse("");
    if (words.isBlank() && like.isBlank() && role.isBlank()) {
      throw new EditRefused("What should it sound like? Say some words, or name a loop.");
    }
    int limit = request.limit() == null ? USUAL_LIMIT : request.limit();
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new EditRefused("%d loops cannot be listed. Choose 1 to %d.", limit, LARGEST_LIMIT);
    }
    double bpm = request.bpm() == null ? 0 : bpm(request.bpm());
    String key = Asked.orBlank(request.key());
    return new LoopShelf.Query(
        words, like, role, bpm, key.isEmpty() ? "" : Asked.key(key).text(), limit);
  }

  private static double bpm(double bpm) {
    if (!(bpm >= SongFacts.SLOWEST_BPM && bpm <= SongFacts.FASTEST_BPM)) {
      throw new EditRefused(
          "No loop is looked for at %s BPM. Choose %d to %d BPM.",
          Sentences.plain(bpm), SongFacts.SLOWEST_BPM, SongFacts.FASTEST_BPM);
    }
    return bpm;
  }

  /** A role of the song stands for the loop that plays it first; other words for a loop's name. */
  private String like(String like, List<String> notes) {
    Optional<Role> role = Role.named(like);
    if (like.isEmpty()) {
      return like;
    }
    if (role.isEmpty()) {
      LoopNames.Named named = LoopNames.of(shelf.loops(), desk.current()).find(like);
      named.note().ifPresent(notes::add);
      return named.loop().name();
    }
    Song song = desk.song();
    return song.sections().stream()
        .flatMap(section -> section.layersOf(role.get()).stream())
        .map(Layer::loop)
        .map(id -> song.loop(id).name())
        .findFirst()
        .orElseThrow(() -> new EditRefused("The song has no %s to search by.", role.get().word()));
  }
}

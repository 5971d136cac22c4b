package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.EditRefused;
import loopmind.library.listen.FileFacts;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;
import loopmind.tools.LoopShelf;
import loopmind.tools.SearchLoops;
import loopmind.ui.Library;
import loopmind.ui.Shelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind search}: loops that fit, with reasons. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description =
        "Finds loops among those that are known (else in the starter pack), the best first, each with its reasons.",
    footer = {"", "Example:  loopmind search \"warm rhodes\" --key Dm --bpm 82"})
final class SearchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "QUERY", arity = "0..1", description = "how it should sound")
  private String query = "";

  @Option(names = "--like", paramLabel = "FILE", description = "a sound it should be like")
  private @Nullable Path like;

  @Option(
      names = "--role",
      paramLabel = "R",
      description = "drums percussion bass chords melody pad vocal fx")
  private String role = "";

  @Option(names = "--bpm", paramLabel = "X", description = "near this tempo, half or double of it")
  private double bpm;

  @Option(
      names = "--key",
      paramLabel = "K",
      description = "in or near this key, such as \"C minor\"")
  private String key = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many at most (default: ${DEFAULT-VALUE})")
  private int limit = SearchLoops.USUAL_LIMIT;

  @Mixin private Options options = new Options();
  @Mixin private IndexOptions index = new IndexOptions();

  @Override
  public Integer call() {
    try (Library library = new Library(options.home(), index.index(options.home()))) {
      List<Path> folders = new ArrayList<>(library.foldersFor(List.of()));
      if (like != null) {
        folders.add(like.toAbsolutePath().normalize());
      }
      library.analyze(folders, new AnalyzeOptions(false, false, options.threads()), new Quiet());
      List<Loop> loops = library.loops(folders, false);
      for (LoopShelf.Found found : new Shelf(loops, library::search).search(wanted(loops))) {
        System.out.println(options.json() ? json(found) : line(found));
      }
      return 0;
    }
  }

  private LoopShelf.Query wanted(List<Loop> loops) {
    if (query.isBlank() && like == null && role.isBlank() && bpm == 0 && key.isBlank()) {
      throw new EditRefused(
          "What should it sound like? Say some words, or name a file with --like.");
    }
    return new LoopShelf.Query(query, likeName(loops), role, bpm, key, Math.max(1, limit));
  }

  private String likeName(List<Loop> loops) {
    if (like == null) {
      return "";
    }
    Path file = like.toAbsolutePath().normalize();
    return loops.stream()
        .filter(loop -> loop.path().equals(file))
        .map(Loop::name)
        .findFirst()
        .orElseThrow(() -> new EditRefused("%s gives no sound to search by.", file));
  }

  private static String line(LoopShelf.Found found) {
    return String.format(
        Locale.ROOT,
        "%.2f  %-10s %-40s  %s",
        found.score(),
        found.loop().role().word(),
        found.loop().name(),
        String.join(", ", found.reasons()));
  }

  private static ObjectNode json(LoopShelf.Found found) {
    Loop loop = found.loop();
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("path", loop.path().toString());
    loop.inside().ifPresent(inside -> node.put("inside", inside));
    node.put("role", loop.role().word());
    loop.tempo()
        .ifPresentOrElse(tempo -> node.put("bpm", tempo.bpm().value()), () -> node.putNull("bpm"));
    loop.key()
        .ifPresentOrElse(fact -> node.put("key", fact.key().text()), () -> node.putNull("key"));
    node.put("score", found.score());
    ArrayNode reasons = node.putArray("reasons");
    found.reasons().forEach(reasons::add);
    return node;
  }

  private static final class Quiet implements AnalyzeProgress {
    @Override
    public void scanned(int files) {}

    @Override
    public void file(FileFacts facts, int filesDone) {}
  }
}

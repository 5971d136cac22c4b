package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.ToolCall;
import loopmind.mixer.render.EditBench;
import loopmind.mixer.render.Rendering;
import loopmind.ui.Studio;

/** One edit with each tool, each of the song that the one before left, as a conversation does. */
final class EditRound {

  private static final double HEARD_GOAL_S = 2, MILLIS_A_SECOND = 1000, NANOS_A_MILLI = 1e6;

  /** They touch every section, so that everything is played anew. */
  private static final Set<String> TOUCH_ALL = Set.of("set_tempo", "set_key");

  private final Studio studio;
  private final EditBench bench;
  private final Path folder;
  private final Consumer<BenchLine> lines;
  private final List<Double> heard = new ArrayList<>();
  private boolean passed = true;

  /**
   * @param folder where the bench writes its sound; file names of calls are meant within it
   */
  EditRound(Studio studio, EditBench bench, Path folder, Consumer<BenchLine> lines) {
    this.studio = studio;
    this.bench = bench;
    this.folder = folder;
    this.lines = lines;
  }

  /** The calls that are made, in their order. */
  static List<ToolCall> calls() {
    InputStream in = EditRound.class.getResourceAsStream("bench-edits.txt");
    if (in == null) {
      throw new IllegalStateException("bench-edits.txt is missing beside the class EditRound.");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<ToolCall> calls = new ArrayList<>();
      for (String line : lines.lines().filter(one -> !one.isBlank()).toList()) {
        String[] parts = line.split(" ", 2);
        calls.add(new ToolCall(parts[0], (ObjectNode) new ObjectMapper().readTree(parts[1])));
      }
      return calls;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether every edit was done, and heard in time. */
  boolean run() {
    // the writers are loaded once, before anybody waits for an edit
    studio.desk().turn("", () -> studio.tools().execute(new ToolCall("search_loops", query())));
    for (ToolCall call : calls()) {
      String name = "edits." + call.tool();
      try {
        measure(name, placed(call));
      } catch (EditRefused refused) {
        passed = false;
        print(name + ".done", 0, "turns", 1, false);
        System.err.printf("# %s: %s%n", name, refused.getMessage());
      }
    }
    List<Double> sorted = heard.stream().sorted().toList();
    if (!sorted.isEmpty()) {
      print("edits.heard.median", sorted.get(sorted.size() / 2), "s", Double.NaN, true);
      print("edits.heard.most", sorted.getLast(), "s", Double.NaN, true);
    }
    return passed;
  }

  private static ObjectNode query() {
    return new ObjectMapper().createObjectNode().put("query", "drums");
  }

  private ToolCall placed(ToolCall call) {
    ObjectNode args = call.args();
    return args.has("file")
        ? new ToolCall(
            call.tool(), args.put("file", folder.resolve(args.get("file").asText()).toString()))
        : call;
  }

  private void measure(String name, ToolCall call) {
    Optional<Song> before = studio.desk().current();
    long begun = System.nanoTime();
    studio.desk().turn(call.toString(), () -> studio.tools().execute(call));
    print(name + ".tool", (System.nanoTime() - begun) / NANOS_A_MILLI, "ms", Double.NaN, true);
    Song after = studio.desk().song();
    if (before.isEmpty()) {
      compose(name, after);
    } else if (before.get() != after) {
      edit(name, bench.edit(after, before.get()), TOUCH_ALL.contains(call.tool()));
    }
  }

  private void compose(String name, Song song) {
    Rendering made = bench.whole(song);
    int most =
        song.sections().stream().mapToInt(section -> section.layers().size()).max().orElse(0);
    print(name + ".length", song.length().value(), "s", Double.NaN, true);
    print(name + ".layers", most, "layers", Double.NaN, true);
    print(name + ".sections", song.sections().size(), "sections", Double.NaN, true);
    print(name + ".whole", seconds(made), "s", Double.NaN, true);
  }

  private void edit(String name, EditBench.Row row, boolean exempt) {
    double seconds = row.heardMillis() / MILLIS_A_SECOND;
    boolean inTime = exempt || seconds <= HEARD_GOAL_S;
    passed &= inTime;
    if (!exempt) {
      heard.add(seconds);
    }
    print(name + ".heard", seconds, "s", exempt ? Double.NaN : HEARD_GOAL_S, inTime);
    print(name + ".heard_cpu", row.heardCpuMillis() / MILLIS_A_SECOND, "s", Double.NaN, true);
    print(name + ".stretch", row.stretchSeconds(), "s", Double.NaN, true);
    print(name + ".whole", seconds(row.whole()), "s", Double.NaN, true);
    print(name + ".played_anew", row.playedAnew(), "of_" + row.sections(), Double.NaN, true);
  }

  private static double seconds(Rendering made) {
    return (made.renderMillis() + made.masterMillis()) / MILLIS_A_SECOND;
  }

  private void print(String name, double value, String unit, double goal, boolean passed) {
    lines.accept(new BenchLine(name, value, unit, "-", Double.NaN, goal, passed));
  }
}

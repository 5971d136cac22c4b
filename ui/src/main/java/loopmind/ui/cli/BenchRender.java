package loopmind.ui.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import loopmind.ui.ProjectRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loopmind bench render}: twenty requests to finished songs, judged by ffmpeg too. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description =
        "Composes twenty requests, each in a process of its own, and checks what came out; ffmpeg is the second judge where it is installed.")
final class BenchRender implements Callable<Integer> {

  private static final double LOUDNESS_LU = 0.1,
      LIMIT_DBTP = -1.0,
      LENGTH_MS = 1,
      SECONDS_GOAL = 15;

  /** ffmpeg prints tenths: a sum that is right may be printed half a tenth off. */
  private static final double PRINTED = 0.05;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "folder of loops (default: the starter pack)")
  private @Nullable Path folder;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "keep the songs here (default: they are deleted)")
  private @Nullable Path out;

  @Option(names = "--seed", paramLabel = "N", description = "seed of every song (default: 1)")
  private long seed = ComposeOptions.USUAL_SEED;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    int failed = 0;
    List<String> requests = requests();
    for (int i = 0; i < requests.size(); i++) {
      failed += song("song.%02d".formatted(i + 1), requests.get(i)) ? 0 : 1;
    }
    print(
        new BenchLine(
            "songs.passed",
            requests.size() - failed,
            "songs",
            "-",
            Double.NaN,
            requests.size(),
            failed == 0));
    return failed == 0 ? 0 : 1;
  }

  private static List<String> requests() {
    InputStream in = BenchRender.class.getResourceAsStream("bench-requests.txt");
    if (in == null) {
      throw new IllegalStateException(
          "bench-requests.txt is missing beside the class BenchRender.");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean song(String name, String request) {
    try {
      Path place =
          out == null ? Files.createTempDirectory("loopmind-bench") : Files.createDirectories(out);
      Path file = place.resolve(name + ".wav");
      JsonNode song = composed(file, request);
      System.out.printf("# %s: %s%n", name, request);
      boolean passed = gate(name, song) & judge(name, song, file);
      if (out == null) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(place.resolve(name + ".loopmind.json"));
      }
      return passed;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private JsonNode composed(Path file, String request) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProjectRoot.folder().resolve("loopmind").toString());
    command.addAll(List.of("compose", "--json", "--home", options.home().folder().toString()));
    command.addAll(List.of("--seed", Long.toString(seed), "--out", file.toString()));
    if (folder != null) {
      command.addAll(List.of("--folder", folder.toString()));
    }
    command.add(request);
    return new ObjectMapper().readTree(Programs.output(command, false));
  }

  /** What the program says of itself. */
  private boolean gate(String name, JsonNode song) {
    boolean passed = true;
    for (JsonNode check : song.path("qa").path("checks")) {
      boolean ok = check.path("passed").asBoolean();
      passed &= ok;
      print(
          new BenchLine(
              name + "." + check.path("name").asText(),
              check.path("value").asDouble(),
              check.path("unit").asText().replace(' ', '_'),
              "-",
              Double.NaN,
              check.path("target").asDouble(),
              ok));
    }
    double seconds = song.path("timings_ms").path("total").asDouble() / 1000;
    print(
        new BenchLine(
            name + ".time", seconds, "s", "-", Double.NaN, SECONDS_GOAL, seconds <= SECONDS_GOAL));
    return passed && !song.path("qa").path("checks").isEmpty();
  }

  /** What ffmpeg says of the file. */
  private boolean judge(String name, JsonNode song, Path file) throws IOException {
    if (!Programs.installed("ffmpeg")) {
      return true;
    }
    FfmpegJudge heard = FfmpegJudge.of(file);
    double target = target(song, "loudness");
    boolean loud = Math.abs(heard.lufs() - target) <= LOUDNESS_LU + PRINTED;
    boolean low = heard.truePeakDb() <= LIMIT_DBTP + PRINTED;
    boolean exact = Math.abs(heard.seconds() - song.path("seconds").asDouble()) * 1000 <= LENGTH_MS;
    print(
        new BenchLine(
            name + ".ffmpeg.loudness", heard.lufs(), "LUFS", "ffmpeg", heard.lufs(), target, loud));
    print(
        new BenchLine(
            name + ".ffmpeg.true_peak",
            heard.truePeakDb(),
            "dBTP",
            "ffmpeg",
            heard.truePeakDb(),
            LIMIT_DBTP,
            low));
    print(
        new BenchLine(
            name + ".ffmpeg.length",
            heard.seconds(),
            "s",
            "ffmpeg",
            heard.seconds(),
            song.path("seconds").asDouble(),
            exact));
    return loud && low && exact;
  }

  private static double target(JsonNode song, String check) {
    for (JsonNode one : song.path("qa").path("checks")) {
      if (one.path("name").asText().equals(check)) {
        return one.path("target").asDouble();
      }
    }
    return Double.NaN;
  }

  private void print(BenchLine line) {
    System.out.println(options.json() ? line.json() : line);
  }
}

package loopmind.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.History;
import loopmind.arranger.song.SongFile;

/** Kills {@link SongDeskWriter} at random moments, and counts what it acknowledged and lost. */
final class Killing {

  private static final int REPORTED_EVERY = 25;
  private static final int MOST_EDITS = 40,
      LONGEST_START_MILLIS = 400,
      LONGEST_WAIT_NANOS = 15_000_000;

  private final Path song;
  private final SongDeskWriter.Way way;
  private final Random random;
  private int acknowledged;

  /**
   * What came of it.
   *
   * @param acknowledged edits
   * @param missing those that were not in the file afterwards, all of an unopenable one
   * @param unopenable how often the file could not be opened
   */
  record Losses(int cycles, int acknowledged, int missing, int unopenable) {}

  Killing(Path folder, SongDeskWriter.Way way, int seed) {
    this.song = folder.resolve("killed.loopmind.json");
    this.way = way;
    this.random = new Random(seed);
  }

  /** {@code java … Killing FOLDER CYCLES WAY SEED}: prints the losses now and then. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    SongDeskWriter.Way way = SongDeskWriter.Way.valueOf(arguments[2]);
    Killing killing = new Killing(folder, way, Integer.parseInt(arguments[3]));
    int cycles = Integer.parseInt(arguments[1]);
    for (int before = 0; before < cycles; before += REPORTED_EVERY) {
      Losses losses = killing.run(Math.min(REPORTED_EVERY, cycles - before));
      System.out.printf("%s after %d cycles: %s%n", way, before + losses.cycles(), losses);
      if (losses.missing() > 0) {
        return;
      }
    }
  }

  /** Goes on with the same song until something is lost, at most for so many kills. */
  Losses run(int cycles) throws IOException, InterruptedException {
    for (int cycle = 1; cycle <= cycles; cycle++) {
      runAndKill();
      int missing = 0;
      try {
        missing = missing();
      } catch (EditRefused unopenable) {
        return new Losses(cycle, acknowledged, acknowledged, 1);
      }
      if (missing > 0) {
        return new Losses(cycle, acknowledged, missing, 0);
      }
    }
    return new Losses(cycles, acknowledged, 0, 0);
  }

  /** The command of a writer that goes on after what was acknowledged. */
  static List<String> command(Path song, int first, SongDeskWriter.Way way) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        SongDeskWriter.class.getName(),
        song.toString(),
        String.valueOf(first),
        way.name());
  }

  private void runAndKill() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(command(song, acknowledged, way))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader reports = child.inputReader()) {
      if (random.nextInt(10) == 0) {
        // somewhere in its beginning, while it loads
        child.waitFor(random.nextInt(LONGEST_START_MILLIS), TimeUnit.MILLISECONDS);
      } else {
        int edits = 1 + random.nextInt(MOST_EDITS);
        for (int i = 0; i < edits; i++) {
          expect(reports.readLine());
        }
        TimeUnit.NANOSECONDS.sleep(random.nextInt(LONGEST_WAIT_NANOS));
      }
      // SIGKILL while it goes on; unlike the process, its handle leaves the pipe open
      child.toHandle().destroyForcibly();
      for (String more = reports.readLine(); more != null; more = reports.readLine()) {
        // what the kill cut off was not heard by anybody
        if (more.equals(String.valueOf(acknowledged))) {
          acknowledged++;
        }
      }
      child.waitFor();
    }
  }

  private void expect(String report) {
    if (!String.valueOf(acknowledged).equals(report)) {
      throw new IllegalStateException(
          "Edit %d was due, but the writer said %s.".formatted(acknowledged, report));
    }
    acknowledged++;
  }

  /** How many acknowledged edits are not in the file as they were made. */
  private int missing() {
    if (acknowledged == 0) {
      return 0;
    }
    History history = new SongFile(song).load().history();
    Map<String, History.Version> byMessage = new HashMap<>();
    history.versions().forEach(version -> byMessage.put(version.message(), version));
    int missing = 0;
    for (int number = 0; number < acknowledged; number++) {
      History.Version version = byMessage.get("edit " + number);
      boolean whole =
          version != null
              && version.song().facts().tempo().equals(SongDeskWriter.tempo(number))
              && (number % SongDeskWriter.NAMED_EVERY != 0
                  || number == 0
                  || history.numberOf(SongDeskWriter.nameBefore(number)).isPresent());
      missing += whole ? 0 : 1;
    }
    return missing;
  }
}

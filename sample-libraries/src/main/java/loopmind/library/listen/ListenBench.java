package loopmind.library.listen;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loopmind.library.listen.Listening.Region;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.audio.AudioTags;
import loopmind.mixer.audio.AudioUnreadable;

/**
 * Measures listening against files of known truth: tempo, key, kind and role, with names hidden and
 * with names, beside what the length of a file alone or its name alone would say.
 */
public final class ListenBench {

  private ListenBench() {}

  /**
   * One figure.
   *
   * @param name what was measured
   * @param value what came out
   * @param unit of both values
   * @param peer what it is compared with; a dash where with nothing
   * @param peerValue what the peer reaches, where there is one
   * @param goal what it should reach at least
   */
  public record Row(
      String name,
      double value,
      String unit,
      String peer,
      Optional<Double> peerValue,
      double goal) {

    public boolean passed() {
      return value >= goal;
    }

    /** {@code name value unit peer peer_value goal PASS|FAIL}. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "%s %.2f %s %s %s %.2f %s",
          name,
          value,
          unit,
          peer,
          peerValue.map(its -> String.format(Locale.ROOT, "%.2f", its)).orElse("-"),
          goal,
          passed() ? "PASS" : "FAIL");
    }
  }

  /**
   * All figures, and what went wrong in words.
   *
   * @param rows one a figure
   * @param mistakes one line a file and fact that was missed with names hidden
   */
  public record Report(List<Row> rows, List<String> mistakes) {

    public Report {
      rows = List.copyOf(rows);
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * What was made of one file.
   *
   * @param truth what is known of it
   * @param seconds of sound
   * @param alone the sound alone
   * @param named sound, name and tags together
   * @param clues what name and tags say
   * @param heard all that was heard
   */
  record Heeded(
      TruthRow truth, double seconds, Verdict alone, Verdict named, Clues clues, Heard heard) {}

  /**
   * Listens to every file that the truth speaks of and that is there.
   *
   * @param listener to be measured
   * @param truth a truth.csv of a rendered pack or a ground-truth.csv of recorded sounds
   * @param folder that holds the files
   */
  public static Report run(Listener listener, Path truth, Path folder) throws IOException {
    TruthFiles files = new TruthFiles(folder);
    List<Heeded> all = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    int junk = 0;
    double audio = 0;
    long before = processorNanos();
    for (TruthRow row : TruthRow.read(truth)) {
      if (!files.has(row)) {
        continue;
      }
      boolean isJunk = row.kind().equals("junk");
      junk += isJunk ? 1 : 0;
      try {
        Optional<Heeded> heeded = files.with(row, file -> listen(listener, row, file));
        if (heeded.isPresent() && !isJunk) {
          all.add(heeded.get());
          audio += heeded.get().seconds();
        } else {
          refusals.add(row.path() + ": silent");
        }
      } catch (AudioUnreadable unreadable) {
        refusals.add(row.path() + ": " + unreadable.getMessage());
      }
    }
    double busy = (processorNanos() - before) / 1e9;
    ListenScores scores = new ListenScores(all);
    List<Row> rows = new ArrayList<>(scores.rows());
    rows.addAll(new NamingBench(all).rows());
    rows.add(new Row("listen.speed", audio / busy, "RTx", "-", Optional.empty(), 20));
    if (junk > 0) {
      double share = 100.0 * refusals.size() / junk;
      rows.add(new Row("listen.junk.refused", share, "%", "-", Optional.empty(), 100));
    }
    List<String> mistakes = new ArrayList<>(scores.mistakes());
    mistakes.addAll(refusals);
    return new Report(rows, mistakes);
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Optional<Heeded> listen(Listener listener, TruthRow row, Path file) {
    try (AudioStream stream = AudioFiles.open(file)) {
      Listening listening = listener.listen(stream);
      if (listening.regions().isEmpty()) {
        return Optional.empty();
      }
      Region region = listening.regions().getFirst();
      Heard heard = listener.heard(region);
      double seconds = region.end().value() - region.start().value();
      Clues clues = Clues.of(Path.of(row.path()), Optional.empty()).and(AudioTags.read(file));
      return Optional.of(
          new Heeded(
              row,
              listening.length().value(),
              Weighing.weigh(heard, Clues.NONE, seconds),
              Weighing.weigh(heard, clues, seconds),
              clues,
              heard));
    }
  }
}

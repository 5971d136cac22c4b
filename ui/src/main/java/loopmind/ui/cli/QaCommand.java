package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.measure.QaGate;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.measure.QaTargets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind qa}: the gate, for any audio file. */
@Command(
    name = "qa",
    mixinStandardHelpOptions = true,
    description =
        "Measures a finished sound as every render is measured; exit status 1 where a check is not passed.",
    footer = {
      "",
      "Example:  loopmind qa song.wav --bpm 140 --key \"C minor\" --lufs -11 --true-peak -1"
    })
final class QaCommand implements Callable<Integer> {

  private static final int BLOCK = 48_000;

  @Parameters(paramLabel = "FILE", description = "any audio file")
  private Path file = Path.of("");

  @Option(names = "--bpm", paramLabel = "X", description = "tempo its beats should lie on")
  private @Nullable Double bpm;

  @Option(names = "--key", paramLabel = "K", description = "key its notes should fit")
  private @Nullable String key;

  @Option(names = "--lufs", paramLabel = "X", description = "integrated loudness it should have")
  private @Nullable Double lufs;

  @Option(
      names = "--true-peak",
      paramLabel = "X",
      description = "highest true peak, dBTP (default: ${DEFAULT-VALUE})")
  private double truePeak = -1;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    try (AudioStream sound = AudioFiles.open(file)) {
      QaGate gate = new QaGate(sound.rate(), sound.channels());
      float[][] block = new float[sound.channels()][BLOCK];
      for (int read = sound.read(block, BLOCK); read > 0; read = sound.read(block, BLOCK)) {
        gate.add(block, 0, read);
      }
      QaReport report = gate.report(targets());
      print(report, options.json());
      return report.passed() ? 0 : 1;
    }
  }

  private QaTargets targets() {
    Optional<Bpm> tempo = Optional.ofNullable(bpm).map(Bpm::new);
    return new QaTargets(
        tempo,
        Optional.ofNullable(key).map(QaCommand::key),
        Optional.ofNullable(lufs).map(Lufs::new),
        Optional.of(new Decibels(truePeak)),
        OptionalLong.empty(),
        Optional.of(tempo.map(Bpm::beat).orElse(new Seconds(1))));
  }

  private static MusicalKey key(String text) {
    return MusicalKey.parse(text)
        .orElseThrow(
            () -> new EditRefused("\"%s\" is no key. Say one such as C minor or F# major.", text));
  }

  static void print(QaReport report, boolean json) {
    if (json) {
      System.out.println(new ObjectMapper().valueToTree(report).toString());
      return;
    }
    for (QaCheck check : report.checks()) {
      System.out.printf(
          Locale.ROOT,
          "%-6s %-10s %10.3f %s (%s %.3f)%n",
          check.passed() ? "ok" : "FAILED",
          check.name(),
          check.value(),
          check.unit(),
          "target",
          check.target());
    }
  }
}

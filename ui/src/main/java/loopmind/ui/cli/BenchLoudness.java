package loopmind.ui.cli;

import java.util.concurrent.Callable;
import loopmind.mixer.measure.LoudnessBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loopmind bench loudness}: the meters against the cases of EBU Tech 3341 and 3342. */
@Command(
    name = "loudness",
    mixinStandardHelpOptions = true,
    description =
        "The loudness and true-peak meters against EBU Tech 3341 and 3342, and their speed.")
final class BenchLoudness implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    for (LoudnessBench.Row row : LoudnessBench.run()) {
      BenchLine line =
          new BenchLine(
              row.name(), row.value(), row.unit(), "-", Double.NaN, row.goal(), row.passed());
      System.out.println(options.json() ? line.json() : line);
    }
    return 0;
  }
}

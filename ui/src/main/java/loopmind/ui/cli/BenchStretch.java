package loopmind.ui.cli;

import java.util.concurrent.Callable;
import loopmind.mixer.stretch.StretchBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loopmind bench stretch}: time and pitch beside Rubber Band, SoundStretch and ffmpeg. */
@Command(
    name = "stretch",
    mixinStandardHelpOptions = true,
    description =
        "Time and pitch beside those of rubberband, soundstretch and ffmpeg that are installed; some minutes.")
final class BenchStretch implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    for (StretchBench.Row row : StretchBench.run()) {
      BenchLine line =
          new BenchLine(
              row.name(),
              row.value(),
              row.unit(),
              row.peer(),
              row.peerValue(),
              row.goal(),
              row.passes());
      System.out.println(options.json() ? line.json() : line);
    }
    return 0;
  }
}

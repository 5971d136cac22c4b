package loopmind.ui.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loopmind bench}: the benchmarks; each is a command of its own. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures LoopMind beside its peers; a line a figure: name value unit peer peer_value goal PASS|FAIL.",
    subcommands = {
      BenchListen.class,
      BenchSearch.class,
      BenchLoudness.class,
      BenchStretch.class,
      BenchPlanner.class,
      BenchAssistant.class,
      BenchRender.class,
      BenchEdits.class,
    },
    footer = {"", "Example:  loopmind bench loudness"})
final class BenchCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives every command its spec.");
    }
    throw new ParameterException(
        spec.commandLine(),
        "Say which benchmark: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}

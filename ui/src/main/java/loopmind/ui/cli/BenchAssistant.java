package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.requests.AssistantBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind bench assistant}: time, validity and the right tools on labelled messages. */
@Command(
    name = "assistant",
    mixinStandardHelpOptions = true,
    description =
        "How long messages take, whether their calls keep the contract, and whether the tools are right.")
final class BenchAssistant implements Callable<Integer> {

  private static final double VALID_GOAL = 1, P95_GOAL_MS = 400;

  @Parameters(paramLabel = "REQUESTS.jsonl", description = "labelled messages")
  private Path requests = Path.of("");

  @Option(
      names = "--songs",
      paramLabel = "FILE",
      description = "the song states that the messages name")
  private @Nullable Path songs;

  @Mixin private Options options = new Options();
  @Mixin private ModelOptions models = new ModelOptions();

  @Override
  public Integer call() {
    try (Interpreter interpreter = models.interpreter(options.home())) {
      AssistantBench bench = new AssistantBench(interpreter);
      for (AssistantBench.Row row :
          bench.run(InterpretCommand.read(requests, songs), prediction -> {})) {
        String name = "assistant." + row.category();
        print(name + ".messages", row.messages(), "messages", Double.NaN, true);
        print(name + ".valid", row.valid(), "share", VALID_GOAL, row.valid() >= VALID_GOAL);
        print(name + ".tools_right", row.named(), "share", Double.NaN, true);
        print(name + ".p50", row.p50Millis(), "ms", Double.NaN, true);
        print(name + ".p95", row.p95Millis(), "ms", P95_GOAL_MS, row.p95Millis() <= P95_GOAL_MS);
      }
      bench
          .ruleShares()
          .forEach(
              (rule, share) ->
                  print(
                      "assistant.rule." + rule.name().toLowerCase(Locale.ROOT),
                      share,
                      "share",
                      Double.NaN,
                      true));
    }
    return 0;
  }

  private void print(String name, double value, String unit, double goal, boolean passed) {
    BenchLine line = new BenchLine(name, value, unit, "-", Double.NaN, goal, passed);
    System.out.println(options.json() ? line.json() : line);
  }
}

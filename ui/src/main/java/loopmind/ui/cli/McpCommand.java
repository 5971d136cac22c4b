package loopmind.ui.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import loopmind.ui.Home;
import loopmind.ui.Workplace;
import loopmind.ui.mcp.StdioMcp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loopmind mcp}: songs and library for the assistant of another program. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Serves the Model Context Protocol on standard input and output, until the input ends. A program that talks to a"
            + " language model starts this; the studio serves the same at /mcp.",
    footer = {"", "Example:  {\"command\": \"/path/to/loopmind\", \"args\": [\"mcp\"]}"})
final class McpCommand implements Callable<Integer> {

  @Mixin private Options options = new Options();
  @Mixin private ModelOptions models = new ModelOptions();

  @Override
  public Integer call() {
    PrintStream messages = System.out;
    // whatever else is printed would break the protocol
    System.setOut(System.err);
    Home home = options.home();
    try (Workplace place = new Workplace(home, models.interpreter(home), options.threads())) {
      var unused = place.bringUpToDate();
      StdioMcp.serve(place, System.in, messages);
    } finally {
      System.setOut(messages);
    }
    return 0;
  }
}

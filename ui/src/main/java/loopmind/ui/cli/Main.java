package loopmind.ui.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the command line begins. */
@Command(
    name = "loopmind",
    mixinStandardHelpOptions = true,
    version = "LoopMind 0.1.0",
    description = "Your loops already have ideas; LoopMind helps them speak.",
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs one command; the exit status of the contract: 0 done, 1 could not be done, 2 wrong usage.
   */
  public static int run(String... arguments) {
    return new CommandLine(new Main()).execute(arguments);
  }
}

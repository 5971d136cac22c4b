package loopmind.ui.cli;

import java.nio.file.Path;
import loopmind.ui.Failures;
import loopmind.ui.Home;
import picocli.CommandLine;

/** Says in one sentence why a command could not be done. */
final class Failure implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println("loopmind: " + sentence(thrown, home(parsed)));
    line.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** As {@link Failures#sentence}. */
  static String sentence(Exception thrown, Home home) {
    return Failures.sentence(thrown, home);
  }

  private static Home home(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    Path named = last.matchedOptionValue("--home", null);
    return named == null ? Home.usual() : new Home(named);
  }
}

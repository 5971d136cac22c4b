package loopmind.ui.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the command line begins. */
@Command(
    name = "loopmind",
    mixinStandardHelpOptions = true,
    version = "LoopMind 0.1.0",
    description = "Your loops already have ideas; LoopMind helps them speak.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Try:  loopmind compose \"dark trap at 140\"",
      "      loopmind compose --folder ~/Samples/MyPack \"chill lofi at 82 in D minor\"",
      "      loopmind chat",
      "",
      "loopmind verify runs every test of the project."
    },
    subcommands = {
      ComposeCommand.class,
      ChatCommand.class,
      AnalyzeCommand.class,
      SearchCommand.class,
      RenderCommand.class,
      ExportCommand.class,
      QaCommand.class,
      BenchCommand.class,
      InterpretCommand.class,
      ModelsCommand.class,
      DoctorCommand.class,
    })
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // native threads of the language model would keep the process alive after main
    System.exit(run(arguments));
  }

  /**
   * Runs one command; the exit status of the contract: 0 done, 1 could not be done, 2 wrong usage.
   */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(new Failure());
    line.setExpandAtFiles(false);
    List<String> given = List.of(arguments);
    if (given.isEmpty()) {
      line.usage(System.out);
      return CommandLine.ExitCode.OK;
    }
    return line.execute(arguments);
  }
}

package loopmind.ui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
      "Without a command it serves the studio, the page in the browser.",
      "",
      "Try:  loopmind compose \"dark trap at 140\"",
      "      loopmind compose --folder ~/Samples/MyPack \"chill lofi at 82 in D minor\"",
      "      loopmind chat",
      "",
      "loopmind verify runs every test of the project."
    },
    subcommands = {
      ServeCommand.class,
      McpCommand.class,
      ComposeCommand.class,
      ChatCommand.class,
      AnalyzeCommand.class,
      SearchCommand.class,
      LibraryCommand.class,
      RenderCommand.class,
      ExportCommand.class,
      QaCommand.class,
      BenchCommand.class,
      InterpretCommand.class,
      ModelsCommand.class,
      DoctorCommand.class,
      WarmUpCommand.class,
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
    if (given.isEmpty() || isForTheStudio(given.getFirst())) {
      List<String> serving = new ArrayList<>(List.of("serve"));
      serving.addAll(given);
      return line.execute(serving.toArray(String[]::new));
    }
    return line.execute(arguments);
  }

  /** Options without a command are those of the studio. */
  private static boolean isForTheStudio(String first) {
    return first.startsWith("-") && !Set.of("-h", "--help", "-V", "--version").contains(first);
  }
}

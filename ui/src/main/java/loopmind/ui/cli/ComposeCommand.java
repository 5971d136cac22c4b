package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.Reading;
import loopmind.mixer.render.Rendering;
import loopmind.ui.Library;
import loopmind.ui.Studio;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code loopmind compose}: a library and words into a finished song. */
@Command(
    name = "compose",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Makes a finished song from a folder of loops and a sentence.",
    footer = {
      "",
      "Example:  loopmind compose --folder ~/Samples/MyPack \"dark trap at 140, about two minutes\""
    })
final class ComposeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "REQUEST", description = "what the song is to be, in your own words")
  private String request = "";

  @ArgGroup(exclusive = false, validate = false)
  private ComposeOptions compose = new ComposeOptions();

  @Mixin private Options options = new Options();
  @Mixin private ModelOptions models = new ModelOptions();

  private final Say say = Say.toStandardError();
  private final Clock clock = new Clock();

  @Override
  public Integer call() {
    CompletableFuture<Studio.Writers> writers = Studio.writers();
    try (Interpreter interpreter = models.interpreter(options.home());
        Library library = new Library(options.home());
        Stop stop = new Stop()) {
      Listened listened = new Listened(library, compose, options, say, stop);
      List<ToolCall> calls = clock.time("interpret", () -> interpret(interpreter, library));
      clock.time("analyze", listened::bringUpToDate);
      ComposeRun run = new ComposeRun(compose, options, say, stop, clock);
      try (Studio studio = run.studio(library, listened, writers)) {
        List<String> answers = clock.time("plan", () -> run.execute(studio, request, calls));
        Rendering made = run.render(studio, library);
        clock.total();
        say.done();
        if (options.json()) {
          System.out.println(run.json(studio, made, calls));
        } else {
          new ComposeSummary(studio.desk().song(), made, studio.file().path(), listened.folders())
              .print(answers);
        }
        if (!made.report().passed()) {
          say.line(
              "loopmind: the song was written, but not every check was passed; see the report above.");
        }
      }
      return 0;
    }
  }

  private List<ToolCall> interpret(Interpreter interpreter, Library library) {
    List<String> names = new ArrayList<>();
    compose.anchor().map(Path::getFileName).map(Path::toString).ifPresent(names::add);
    library
        .loops(library.foldersFor(compose.folders()), false)
        .forEach(loop -> names.add(loop.name()));
    Reading reading = interpreter.read(SongState.EMPTY, List.of(), request, names);
    return ComposeCalls.checked(reading, compose.anchor());
  }
}

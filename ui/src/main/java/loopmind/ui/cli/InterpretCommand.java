package loopmind.ui.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.requests.Interpreted;
import loopmind.assistant.requests.RequestsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind interpret}: messages to tool calls; executes nothing. */
@Command(
    name = "interpret",
    mixinStandardHelpOptions = true,
    description =
        "Reads messages from a file and writes the tool calls they mean, a JSON object a line.",
    footer = {
      "",
      "Example:  loopmind interpret requests.jsonl --songs songs.json > predicted.jsonl"
    })
final class InterpretCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "REQUESTS.jsonl",
      description = "a JSON object a line: id, song, history, text")
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
    List<RequestsFile.Request> messages = read(requests, songs).requests();
    Say say = Say.toStandardError();
    try (Interpreter interpreter = models.interpreter(options.home())) {
      interpreter.ready();
      for (int i = 0; i < messages.size(); i++) {
        System.out.println(Interpreted.by(interpreter, messages.get(i)).json());
        say.progress("reading messages", (i + 1.0) / messages.size());
      }
    }
    say.done();
    return 0;
  }

  static RequestsFile read(Path requests, @Nullable Path songs) {
    try {
      return songs == null ? RequestsFile.read(requests) : RequestsFile.read(requests, songs);
    } catch (IOException | IllegalArgumentException wrong) {
      throw new EditRefused("%s", "The requests cannot be read: " + wrong.getMessage());
    }
  }
}

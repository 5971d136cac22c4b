package loopmind.ui.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import loopmind.assistant.chat.Interpreter;
import loopmind.ui.Home;
import loopmind.ui.ProjectRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which language model reads the messages. */
final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "FILE|NAME",
      description =
          "any GGUF file instead of the model that comes with LoopMind; with --llm-url the model's name there")
  private @Nullable String model;

  @Option(
      names = "--llm-url",
      paramLabel = "URL",
      description =
          "an Ollama server, or an OpenAI-compatible one where the address ends in /v1; messages are sent there")
  private @Nullable URI server;

  /** The interpreter; its model loads in the background from now on. */
  Interpreter interpreter(Home home) {
    Path natives = home.cache().resolve("natives");
    if (server != null) {
      return Interpreter.server(server, Optional.ofNullable(model));
    }
    return model == null
        ? Interpreter.embedded(ProjectRoot.models(), natives)
        : Interpreter.file(Path.of(model), natives);
  }
}

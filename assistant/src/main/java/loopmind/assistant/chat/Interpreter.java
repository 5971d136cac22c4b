package loopmind.assistant.chat;

import dev.langchain4j.model.chat.ChatModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.runtime.LlamaChatModel;
import loopmind.assistant.runtime.ModelServer;
import loopmind.assistant.runtime.ModelUnavailable;

/** Turns messages into tool calls. Executes nothing. */
public interface Interpreter extends AutoCloseable {

  /**
   * The tool calls that a message asks for, each valid by its schema.
   *
   * @param song what the message talks about
   * @param turns earlier turns, the latest last
   * @param message as typed
   * @param library names of loops and folders that may be meant, beside those of the song
   * @throws MessageUnreadable where the message, or what the model made of it, cannot be read
   * @throws ModelUnavailable where there is no model to ask
   */
  Reading read(SongState song, List<Turn> turns, String message, Collection<String> library);

  /** Waits until the model is loaded, so that the next message is answered at once. */
  void ready();

  @Override
  void close();

  /**
   * The model that LoopMind brings. It loads in the background, from now on.
   *
   * @param models folder of all models, of which {@code assistant} and {@code intent} are read
   * @param natives folder where the runtime may unpack itself
   */
  static Interpreter embedded(Path models, Path natives) {
    return EmbeddedInterpreter.loading(models, natives);
  }

  /**
   * Any model in a GGUF file, asked by its own chat template.
   *
   * @param gguf the file
   * @param natives folder where the runtime may unpack itself
   */
  static Interpreter file(Path gguf, Path natives) {
    return ChatInterpreter.writing(LlamaChatModel.loading(gguf, natives));
  }

  /**
   * A model on a server, asked for tool calls: one that speaks OpenAI's protocol where the path of
   * the address ends in {@code /v1}, else Ollama.
   *
   * @param address such as {@code http://127.0.0.1:11434}
   * @param model its name there; empty for the first that the server has
   */
  static Interpreter server(URI address, Optional<String> model) {
    return ChatInterpreter.calling(ModelServer.at(address, model));
  }

  /** Any model that LangChain4j knows, asked for JSON. */
  static Interpreter of(ChatModel model) {
    return ChatInterpreter.writing(model);
  }
}

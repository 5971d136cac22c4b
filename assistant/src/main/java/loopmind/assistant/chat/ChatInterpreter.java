package loopmind.assistant.chat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.prompts.Prompt;
import loopmind.assistant.runtime.LlamaChatModel;
import loopmind.assistant.runtime.ModelUnavailable;

/**
 * Asks any chat model. One with tool calling is given the contract as its tools; where it answers
 * in words, and where there is no tool calling, it is asked for JSON, held to the schema by a
 * grammar where the runtime can. An answer that breaks the contract is sent back once with what is
 * wrong with it.
 */
final class ChatInterpreter implements Interpreter {

  private static final int TURNS = 4;
  private static final Prompt MESSAGE = Prompt.read("message");
  private static final Prompt AGAIN = Prompt.read("again");

  private final ChatModel model;
  private final SystemMessage toldForJson =
      told("interpret", Map.of("tools", Tool.described(), "rules", rules()));
  private final SystemMessage toldForCalls = told("calling", Map.of("rules", rules()));
  private final List<ToolSpecification> tools = ToolCalling.specifications();
  private final ResponseFormat format =
      ResponseFormat.builder()
          .type(ResponseFormatType.JSON)
          .jsonSchema(
              JsonSchema.builder()
                  .name("calls")
                  .rootElement(JsonRawSchema.from(Tool.answerSchema().toString()))
                  .build())
          .build();

  /** Whether the model is asked for tool calls; given up where it turns out to have none. */
  private volatile boolean calls;

  private ChatInterpreter(ChatModel model, boolean calls) {
    this.model = model;
    this.calls = calls;
  }

  /** A model that is asked for JSON. */
  static ChatInterpreter writing(ChatModel model) {
    return new ChatInterpreter(model, false);
  }

  /** A model that may have tool calling. */
  static ChatInterpreter calling(ChatModel model) {
    return new ChatInterpreter(model, true);
  }

  private static SystemMessage told(String prompt, Map<String, String> values) {
    return SystemMessage.from(Prompt.read(prompt).filled(values));
  }

  private static String rules() {
    return Prompt.read("rules").text().strip();
  }

  @Override
  public Reading read(
      SongState song, List<Turn> turns, String message, Collection<String> library) {
    String text = MessageText.readable(message);
    UserMessage asked = UserMessage.from(asked(song, turns, text));
    Optional<Reading> called = calls ? called(asked) : Optional.empty();
    return called.orElseGet(() -> written(asked, text));
  }

  /** By tool calls; empty where the model makes none, or none that the contract knows. */
  private Optional<Reading> called(UserMessage asked) {
    ChatRequest request =
        ChatRequest.builder().messages(toldForCalls, asked).toolSpecifications(tools).build();
    try {
      AiMessage said = model.chat(request).aiMessage();
      return said.hasToolExecutionRequests()
          ? Optional.of(ToolCalling.read(said.toolExecutionRequests()))
          : Optional.empty();
    } catch (JsonCalls.Broken broken) {
      return Optional.empty();
    } catch (ModelUnavailable failed) {
      if (!failed.refusesTheRequest()) {
        throw failed;
      }
      calls = false; // there are servers that take no tools
      return Optional.empty();
    }
  }

  private Reading written(UserMessage asked, String text) {
    List<ChatMessage> messages = new ArrayList<>(List.of(toldForJson, asked));
    String said = answer(messages);
    try {
      return JsonCalls.read(said);
    } catch (JsonCalls.Broken broken) {
      messages.add(AiMessage.from(said.isBlank() ? "{}" : said));
      messages.add(UserMessage.from(AGAIN.filled(Map.of("fault", broken.getMessage()))));
      return second(messages, text);
    }
  }

  private Reading second(List<ChatMessage> messages, String text) {
    try {
      return JsonCalls.read(answer(messages));
    } catch (JsonCalls.Broken broken) {
      throw new MessageUnreadable(
          "The language model made no usable call of \"%s\" (%s); nothing was changed. Say it in other words, or one"
              + " wish at a time.",
          Sayings.shortened(text), broken.getMessage());
    }
  }

  private String answer(List<ChatMessage> messages) {
    String text =
        model
            .chat(ChatRequest.builder().messages(messages).responseFormat(format).build())
            .aiMessage()
            .text();
    return text == null ? "" : text;
  }

  private static String asked(SongState song, List<Turn> turns, String message) {
    List<Turn> recent = turns.subList(Math.max(0, turns.size() - TURNS), turns.size());
    return MESSAGE.filled(
        Map.of(
            "song",
            SongText.of(song),
            "turns",
            SongText.of(recent),
            "message",
            SongText.plain(message)));
  }

  @Override
  public void ready() {
    if (model instanceof LlamaChatModel llama) {
      llama.ready();
    }
  }

  @Override
  public void close() {
    if (model instanceof AutoCloseable held) {
      try {
        held.close();
      } catch (Exception e) {
        throw new IllegalStateException("The language model could not be closed.", e);
      }
    }
  }
}

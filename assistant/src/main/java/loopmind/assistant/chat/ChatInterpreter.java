package loopmind.assistant.chat;

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
import java.util.stream.Collectors;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.prompts.Prompt;
import loopmind.assistant.runtime.LlamaChatModel;

/**
 * Asks any chat model: the contract and its schemas in a prompt, the answer as JSON, held to the
 * schema by a grammar where the runtime can. An answer that breaks the contract is sent back once
 * with what is wrong with it.
 */
final class ChatInterpreter implements Interpreter {

  private static final int TURNS = 4;
  private static final Prompt MESSAGE = Prompt.read("message");
  private static final Prompt AGAIN = Prompt.read("again");

  private final ChatModel model;
  private final SystemMessage told =
      SystemMessage.from(Prompt.read("interpret").filled(Map.of("tools", Tool.described())));
  private final ResponseFormat format =
      ResponseFormat.builder()
          .type(ResponseFormatType.JSON)
          .jsonSchema(
              JsonSchema.builder()
                  .name("calls")
                  .rootElement(JsonRawSchema.from(Tool.answerSchema().toString()))
                  .build())
          .build();

  ChatInterpreter(ChatModel model) {
    this.model = model;
  }

  @Override
  public Reading read(
      SongState song, List<Turn> turns, String message, Collection<String> library) {
    String text = MessageText.readable(message);
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(told);
    messages.add(UserMessage.from(asked(song, turns, text)));
    String said = answer(messages);
    try {
      return JsonCalls.read(said);
    } catch (JsonCalls.Broken broken) {
      messages.add(AiMessage.from(said));
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
    StringBuilder earlier = new StringBuilder();
    for (Turn turn : turns.subList(Math.max(0, turns.size() - TURNS), turns.size())) {
      earlier.append("Said before: ").append(turn.user()).append('\n');
      earlier.append("Done then: ").append(turn.calls()).append('\n');
    }
    return MESSAGE.filled(
        Map.of("song", said(song), "turns", earlier.toString(), "message", message));
  }

  private static String said(SongState song) {
    if (song.isEmpty()) {
      return "there is none yet";
    }
    String facts =
        List.of(
                song.style().orElse(""),
                song.bpm().map(bpm -> bpm + " bpm").orElse(""),
                song.key().map(Object::toString).orElse(""))
            .stream()
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(", "));
    return facts
        + "\n"
        + song.sections().stream().map(ChatInterpreter::said).collect(Collectors.joining("\n"));
  }

  private static String said(SongState.Section section) {
    return "- %s, %d bars: %s"
        .formatted(
            section.kind().word(),
            section.bars(),
            section.layers().stream()
                .map(layer -> layer.role().word() + " \"" + layer.loop() + "\"")
                .collect(Collectors.joining(", ")));
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

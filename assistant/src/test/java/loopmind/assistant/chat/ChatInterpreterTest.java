package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import loopmind.assistant.calls.SongState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatInterpreterTest {

  private final List<ChatRequest> asked = new ArrayList<>();

  private Interpreter saying(String... answers) {
    return Interpreter.of(
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            asked.add(request);
            return ChatResponse.builder()
                .aiMessage(AiMessage.from(answers[Math.min(asked.size(), answers.length) - 1]))
                .build();
          }
        });
  }

  private static Reading read(Interpreter interpreter, String message) {
    return interpreter.read(SongState.EMPTY, List.of(), message, List.of());
  }

  @Test
  void readsCallsOutOfJson() {
    Reading reading =
        read(
            saying(
                "{\"calls\":[{\"tool\":\"compose_song\",\"args\":{\"style\":\"trap\",\"bpm\":140}}],\"cannot\":false}"),
            "trap at 140");
    assertThat(reading.calls().toString())
        .isEqualTo("[{\"tool\":\"compose_song\",\"args\":{\"style\":\"trap\",\"bpm\":140}}]");
    assertThat(asked).hasSize(1);
  }

  @Test
  void readsJsonThatAServerTalksAround() {
    assertThat(
            read(saying("Sure!\n```json\n{\"calls\":[],\"cannot\":true}\n```\nDone."), "to aac")
                .asks())
        .isEqualTo(Reading.Asks.WHAT_NO_TOOL_DOES);
  }

  @Test
  void writesKeysWithSharpsAndLeavesOutWhatSaysNothing() {
    Reading reading =
        read(
            saying(
                "{\"calls\":[{\"tool\":\"compose_song\",\"args\":{\"key\":\"Bbm\",\"moods\":[],\"style\":null}}]}"),
            "B flat minor");
    assertThat(reading.calls().getFirst().args().toString()).isEqualTo("{\"key\":\"A# minor\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no idea",
        "{\"calls\":",
        "{\"calls\":[{\"tool\":\"delete_files\",\"args\":{}}]}",
        "{\"calls\":[{\"tool\":\"swap_loop\",\"args\":{\"role\":\"banjo\"}}]}",
        "{\"calls\":[{\"tool\":\"undo\",\"args\":{\"steps\":\"two\"}}]}"
      })
  void sendsAnAnswerThatBreaksTheContractBackOnceAndThenSaysSo(String broken) {
    assertThatThrownBy(() -> read(saying(broken), "something odd"))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageContaining("\"something odd\"");
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).messages()).hasSize(4);
  }

  @Test
  void takesTheSecondAnswerWhereItIsRight() {
    Reading reading =
        read(
            saying("hm", "{\"calls\":[{\"tool\":\"undo\",\"args\":{}}],\"cannot\":false}"), "undo");
    assertThat(reading.calls()).hasSize(1);
  }

  @Test
  void tellsTheModelTheContractAndHoldsItToTheSchema() {
    read(saying("{\"calls\":[],\"cannot\":false}"), "hi");
    String told = asked.getFirst().messages().getFirst().toString();
    assertThat(told).contains("compose_song").contains("describe_song").doesNotContain("{{");
    assertThat(asked.getFirst().responseFormat().jsonSchema()).isNotNull();
  }
}

package loopmind.assistant.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.MessageUnreadable;
import loopmind.assistant.chat.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsFileTest {

  @TempDir Path folder;

  /** Reads every message as an undo, and cannot read "mumble". */
  private static final Interpreter UNDOING =
      new Interpreter() {
        @Override
        public Reading read(
            SongState song, List<Turn> turns, String message, Collection<String> library) {
          if (message.equals("mumble")) {
            throw new MessageUnreadable("I could not make that out.");
          }
          return new Reading(
              List.of(new ToolCall("undo", JsonNodeFactory.instance.objectNode())),
              Reading.Asks.CALLS);
        }

        @Override
        public void ready() {}

        @Override
        public void close() {}
      };

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsMessagesSongsAndHistory() throws IOException {
    Path songs =
        file(
            "songs.json",
            "{\"empty\":{\"style\":null,\"bpm\":null,\"key\":null,\"sections\":[]},\"one\":{\"style\":\"house\","
                + "\"bpm\":124,\"key\":\"A# minor\",\"sections\":[{\"kind\":\"drop\",\"bars\":16,\"layers\":"
                + "[{\"role\":\"bass\",\"loop\":\"deep_sub\"}]}]}}");
    Path requests =
        file(
            "r.jsonl",
            "{\"id\":\"a\",\"song\":\"one\",\"history\":[{\"user\":\"house\",\"calls\":[{\"tool\":\"compose_song\","
                + "\"args\":{\"style\":\"house\"}}]}],\"text\":\"undo\",\"expect\":[{\"tool\":\"undo\",\"args\":{}}],"
                + "\"tags\":[\"edit\"]}\n\n{\"id\":\"b\",\"song\":\"empty\",\"history\":[],\"text\":\"hi\"}\n");
    RequestsFile read = RequestsFile.read(requests, songs);
    assertThat(read.requests()).hasSize(2);
    RequestsFile.Request first = read.requests().getFirst();
    assertThat(first.song().key().orElseThrow().text()).isEqualTo("A# minor");
    assertThat(first.song().sections().getFirst().layers().getFirst().loop()).isEqualTo("deep_sub");
    assertThat(first.history().getFirst().calls().getFirst().tool()).isEqualTo("compose_song");
    assertThat(first.category()).isEqualTo("edit");
    assertThat(read.requests().getLast().expected()).isEmpty();
  }

  @Test
  void namesTheLineThatIsNoRequest() throws IOException {
    Path broken = file("r.jsonl", "{\"id\":\"a\",\"text\":\"hi\"}\nnot json\n");
    assertThatThrownBy(() -> RequestsFile.read(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Line 2");
    Path unknown = file("u.jsonl", "{\"id\":\"a\",\"song\":\"two\",\"text\":\"hi\"}\n");
    assertThatThrownBy(() -> RequestsFile.read(unknown))
        .hasMessageContaining("Line 1")
        .hasMessageContaining("--songs");
  }

  @Test
  void saysThatBytesAreNoRequests() throws IOException {
    Path bytes = Files.write(folder.resolve("r.jsonl"), new byte[] {'{', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> RequestsFile.read(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no text in UTF-8");
  }

  @Test
  void reportsACategoryARowAndEveryPrediction() throws IOException {
    Path requests =
        file(
            "r.jsonl",
            "{\"id\":\"a\",\"text\":\"undo\",\"expect\":[{\"tool\":\"undo\",\"args\":{}}],\"tags\":[\"edit\"]}\n"
                + "{\"id\":\"b\",\"text\":\"mumble\",\"expect\":[{\"tool\":\"redo\",\"args\":{}}],\"tags\":[\"ask\"]}\n");
    List<String> lines = new ArrayList<>();
    List<AssistantBench.Row> rows =
        new AssistantBench(UNDOING)
            .run(RequestsFile.read(requests), result -> lines.add(result.json().toString()));
    assertThat(rows).extracting(AssistantBench.Row::category).containsExactly("edit", "ask", "all");
    assertThat(rows).extracting(AssistantBench.Row::named).containsExactly(1.0, 0.0, 0.5);
    assertThat(rows).extracting(AssistantBench.Row::unreadable).containsExactly(0, 1, 1);
    assertThat(rows).extracting(AssistantBench.Row::valid).containsOnly(1.0);
    assertThat(lines.get(0))
        .startsWith("{\"id\":\"a\",\"calls\":[{\"tool\":\"undo\",\"args\":{}}],\"ms\":");
    assertThat(lines.get(1)).contains("\"calls\":[]").contains("\"error\":\"I could not");
  }
}

package loopmind.ui.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.song.History;
import loopmind.arranger.song.SongFile;
import loopmind.ui.Home;
import loopmind.ui.NotToday;
import loopmind.ui.SmallSong;
import loopmind.ui.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program starts LoopMind and talks to it a line a message. */
@Timeout(60)
class StdioMcpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  @TempDir Path folder;

  /** Everything that is answered until all is read, by the id that it answers. */
  private Map<String, JsonNode> answers(String lines) throws IOException {
    Home home = new Home(folder);
    new SongFile(home.songs().resolve("small" + Home.SONG_ENDING))
        .save(new SongFile.Content(History.of("small", new SmallSong().song()), Optional.empty()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workplace place = new Workplace(home, new NotToday(), 2)) {
      StdioMcp.serve(place, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
    }
    Map<String, JsonNode> answers = new HashMap<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      JsonNode message = JSON.readTree(line);
      assertThat(message.path("jsonrpc").asText()).isEqualTo("2.0");
      if (message.has("id")) {
        answers.put(message.get("id").toString(), message);
      }
    }
    return answers;
  }

  private static String call(int id, String tool, String arguments) {
    return """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"%s","arguments":%s}}
        """
        .formatted(id, tool, arguments);
  }

  @Test
  void answersAllThatWasAskedBeforeTheInputEnded() throws IOException {
    Map<String, JsonNode> answers =
        answers(
            HELLO
                + "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n"
                + call(2, "set_tempo", "{\"song\":\"small\",\"bpm\":100}")
                + "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/read\",\"params\":{\"uri\":\"loopmind://songs\"}}\n");
    assertThat(answers.get("0").at("/result/serverInfo/name").asText()).isEqualTo("loopmind");
    assertThat(answers.get("1").at("/result/tools").size()).isGreaterThan(30);
    JsonNode slower = answers.get("2").path("result");
    assertThat(slower.path("isError").asBoolean()).isFalse();
    assertThat(slower.at("/structuredContent/song/bpm").asDouble()).isEqualTo(100);
    assertThat(answers.get("3").at("/result/contents/0/text").asText()).contains("\"small\"");
  }

  @Test
  void callsToolsInTheOrderInWhichThatWasAsked() throws IOException {
    StringBuilder lines = new StringBuilder(HELLO);
    for (int i = 1; i <= 12; i += 2) {
      lines.append(call(i, "set_tempo", "{\"song\":\"small\",\"bpm\":%d}".formatted(60 + i)));
      lines.append(call(i + 1, "undo", "{}"));
    }
    Map<String, JsonNode> answers = answers(lines.toString());
    for (int i = 1; i <= 12; i++) {
      assertThat(answers.get("" + i).at("/result/structuredContent/song/bpm").asInt())
          .isEqualTo(i % 2 == 0 ? 120 : 60 + i);
    }
  }

  @Test
  void refusesInASentenceAndGoesOn() throws IOException {
    Map<String, JsonNode> answers =
        answers(
            HELLO
                + call(1, "undo", "{\"song\":\"small\"}")
                + call(2, "set_tempo", "{\"song\":\"small\",\"bpm\":\"fast\"}")
                + call(3, "set_tempo", "{\"song\":\"small\",\"bpm\":9000}")
                + call(4, "describe_song", "{\"song\":\"small\"}"));
    assertThat(answers.get("1").at("/result/isError").asBoolean()).isTrue();
    assertThat(answers.get("2").at("/result/content/0/text").asText())
        .isEqualTo("set_tempo.bpm has to be a number, not \"fast\".");
    assertThat(answers.get("3").at("/result/content/0/text").asText()).contains("9000");
    assertThat(answers.get("4").at("/result/content/0/text").asText()).contains("120 BPM");
  }

  @Test
  void aLineThatIsNoMessageEndsNothing() throws IOException {
    Map<String, JsonNode> answers =
        answers(
            "{\"jsonrpc\":\"2.0\",\"id\":\"early\",\"method\":\"tools/list\"}\n"
                + "oops\n"
                + HELLO
                + "\n[1]\n{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":[]}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"no/such\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}\n"
                + call(8, "list_songs", "[]")
                + call(9, "list_songs", "{}"));
    assertThat(answers.get("\"early\"").at("/error/message").asText()).contains("initialize");
    assertThat(answers.get("null").at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(answers.get("5").at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(answers.get("6").at("/error/code").asInt()).isEqualTo(-32601);
    assertThat(answers.get("7").has("result")).isTrue();
    assertThat(answers.get("8").at("/error/message").asText()).doesNotContain("Exception");
    assertThat(answers.get("9").has("result")).isTrue();
  }

  @Test
  void endsWhereNobodyListensAnyMore() {
    try (Workplace place = new Workplace(new Home(folder), new NotToday(), 2)) {
      OutputStream gone =
          new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
              throw new IOException("Broken pipe");
            }
          };
      String asked = HELLO + call(1, "list_songs", "{}");
      StdioMcp.serve(place, new ByteArrayInputStream(asked.getBytes(StandardCharsets.UTF_8)), gone);
    }
  }
}

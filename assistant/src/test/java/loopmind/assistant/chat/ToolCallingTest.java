package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.runtime.ModelUnavailable;
import loopmind.assistant.runtime.StandInServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers with tool calling, and without; the server here is a stand-in on loopback. */
class ToolCallingTest {

  private static final String TWO_CALLS =
      "[{'name':'set_tempo','arguments':{'bpm':150}},"
          + "{'name':'set_level','arguments':{'role':'bass','db':3,'section':{'kind':'hook','n':2},'query':''}}]";
  private static final String READ =
      "[{\"tool\":\"set_tempo\",\"args\":{\"bpm\":150}}, "
          + "{\"tool\":\"set_level\",\"args\":{\"role\":\"bass\",\"db\":3,\"section\":{\"kind\":\"hook\",\"n\":2}}}]";
  private static final String IN_WORDS =
      "{\"calls\":[{\"tool\":\"undo\",\"args\":{}}],\"cannot\":false}";

  private StandInServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StandInServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reading read(Interpreter interpreter, String message) {
    return interpreter.read(SongState.EMPTY, List.of(), message, List.of());
  }

  private Interpreter at(String path) {
    return Interpreter.server(server.address(path), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/"})
  void offersTheWholeContractAndReadsTheCalls(String path) {
    server.calls(TWO_CALLS);
    Reading reading = read(at(path), "150 bpm and more bass in the second hook");
    assertThat(reading.calls().toString()).isEqualTo(READ);
    assertThat(server.asked()).hasSize(1);
    Set<String> offered = new TreeSet<>();
    for (JsonNode tool : server.asked().getFirst().path("tools")) {
      offered.add(tool.at("/function/name").asText());
    }
    assertThat(offered).hasSize(Tool.values().length + 2);
    for (Tool tool : Tool.values()) {
      assertThat(offered).contains(tool.word());
    }
  }

  @Test
  void writesSchemasThatAreWholeInThemselves() {
    read(at("/v1"), "hi");
    for (JsonNode tool : server.asked().getFirst().path("tools")) {
      if (tool.at("/function/name").asText().equals("swap_loop")) {
        JsonNode properties = tool.at("/function/parameters/properties");
        assertThat(properties.at("/role/enum").size()).isEqualTo(8);
        assertThat(properties.at("/section/anyOf").size()).isEqualTo(4);
      }
      assertThat(tool.toString()).doesNotContain("$ref");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/"})
  void tellsNoWishFromAWishThatNoToolCanDo(String path) {
    server.calls("[{'name':'no_wish','arguments':{}}]");
    assertThat(read(at(path), "hello").asks()).isEqualTo(Reading.Asks.NOTHING);
    server.calls("[{'name':'cannot_do','arguments':{}}]");
    assertThat(read(at(path), "as an aac please").asks()).isEqualTo(Reading.Asks.WHAT_NO_TOOL_DOES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/"})
  void asksForJsonWhereAServerTakesNoTools(String path) {
    server.feels(StandInServer.Mood.WITHOUT_TOOLS).says(IN_WORDS);
    Interpreter interpreter = at(path);
    assertThat(read(interpreter, "undo").calls()).hasSize(1);
    assertThat(read(interpreter, "undo").calls()).hasSize(1);
    // the first message tries tools, the second one knows better
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void asksForJsonWhereTheModelAnswersInWords() {
    server.says(IN_WORDS);
    assertThat(read(at("/v1"), "undo").calls()).hasSize(1);
    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().get(1).path("tools").size()).isZero();
    assertThat(server.asked().get(1).at("/response_format/json_schema/schema").isMissingNode())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'name':'delete_files','arguments':{}}]",
        "[{'name':'swap_loop','arguments':{'role':'banjo'}}]",
        "[{'name':'set_tempo','arguments':'fast'}]"
      })
  void makesNoCallThatTheContractDoesNotKnow(String broken) {
    server.calls(broken).says("I have no idea.");
    assertThatThrownBy(() -> read(at("/v1"), "something odd"))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageContaining("\"something odd\"");
  }

  @Test
  void saysWhatIsWrongWithTheServer() {
    Interpreter interpreter = at("/v1");
    server.fails(401);
    assertThatThrownBy(() -> read(interpreter, "undo"))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("LOOPMIND_LLM_KEY");
    server.fails(500);
    assertThatThrownBy(() -> read(interpreter, "undo"))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("failed at the request");
  }
}

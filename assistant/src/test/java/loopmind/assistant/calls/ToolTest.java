package loopmind.assistant.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static ToolCall call(String tool, String args) throws JsonProcessingException {
    return new ToolCall(tool, (ObjectNode) JSON.readTree(args));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compose_song|{\"style\":\"trap\",\"bpm\":140.5,\"key\":\"C# minor\",\"sections\":[\"intro\",{\"kind\":\"hook\",\"bars\":8}]}",
        "compose_song|{\"include\":[{\"role\":\"bass\",\"query\":\"808\"},{\"role\":\"pad\"}],\"exclude\":[\"hats\"]}",
        "swap_loop|{\"role\":\"bass\",\"section\":{\"from\":{\"kind\":\"hook\",\"n\":1},\"to\":{\"kind\":\"song\"}}}",
        "set_tempo|{\"bpm\":900}",
        "set_key|{\"key\":\"minor\"}",
        "resize_section|{}",
        "undo|{}"
      })
  void acceptsWhatTheContractAllows(String tool, String args) throws JsonProcessingException {
    assertThat(Tool.fault(call(tool, args))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete_disk|{}|no tool called 'delete_disk'",
        "undo|{\"steps\":\"2\"}|undo.steps has to be a whole number",
        "undo|{\"steps\":1.5}|undo.steps has to be a whole number",
        "compose_song|{\"tempo\":140}|takes no 'tempo'",
        "compose_song|{\"key\":\"Bb minor\"}|compose_song.key cannot be",
        "compose_song|{\"moods\":\"dark\"}|has to be a list",
        "compose_song|{\"include\":[{\"query\":\"808\"}]}|lacks role",
        "swap_loop|{\"role\":\"banjo\"}|swap_loop.role cannot be",
        "swap_loop|{\"section\":{\"n\":2}}|swap_loop.section cannot be",
        "swap_loop|{\"section\":{}}|swap_loop.section cannot be",
        "export_song|{\"format\":\"aac\"}|export_song.format cannot be",
        "export_song|{\"stems\":1}|has to be true or false"
      })
  void namesWhatBreaksTheContract(String tool, String args, String fault)
      throws JsonProcessingException {
    assertThat(Tool.fault(call(tool, args)).orElse("")).contains(fault).endsWith(".");
  }

  @Test
  void theAnswerSchemaHasEveryToolOnce() {
    assertThat(Tool.answerSchema().at("/properties/calls/items/anyOf"))
        .hasSize(Tool.values().length);
  }

  @Test
  void everySharedSchemaThatIsNamedIsThere() {
    String schema = Tool.answerSchema().toString();
    for (String part : schema.split("\"#/\\$defs/")) {
      String name = part.substring(0, Math.max(0, part.indexOf('"')));
      boolean first = schema.startsWith(part);
      assertThat(first || Schema.definitions().has(name)).as(name).isTrue();
    }
  }
}

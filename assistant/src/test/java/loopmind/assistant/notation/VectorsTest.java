package loopmind.assistant.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import loopmind.assistant.calls.SongStates;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference that the model was trained with wrote what is expected here. */
class VectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("loopmind.root"), "models/assistant");
  private static final List<JsonNode> VECTORS = new ArrayList<>();
  private static Lexicon lexicon;

  @BeforeAll
  static void read() throws IOException {
    lexicon = Lexicon.read(HOME);
    for (String line : Files.readAllLines(HOME.resolve("vectors.jsonl"))) {
      VECTORS.add(JSON.readTree(line));
    }
  }

  @Test
  void thereAreEnoughVectorsToTellAWrongPortFromARightOne() {
    assertThat(VECTORS).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void writesThePromptThatTheModelWasTrainedOn() {
    assertThat(differing("prompt", v -> request(v).prompt())).isEmpty();
  }

  @Test
  void findsTheSameSlots() {
    assertThat(
            differing(
                "slots",
                v -> {
                  ObjectNode slots = JSON.createObjectNode();
                  request(v).slots().forEach((name, slot) -> slots.set(name, shown(slot)));
                  return slots.toString();
                }))
        .isEmpty();
  }

  @Test
  void offersTheSameWords() {
    assertThat(differing("words", v -> JSON.valueToTree(request(v).words()).toString())).isEmpty();
  }

  @Test
  void narrowsTheGrammarInTheSameWay() {
    assertThat(
            differing("rules", v -> JSON.valueToTree(NotationGrammar.rules(request(v))).toString()))
        .isEmpty();
  }

  @Test
  void readsTheSameCallsOutOfTheNotation() {
    assertThat(
            differing(
                "calls",
                v -> {
                  ArrayNode calls = JSON.createArrayNode();
                  request(v).calls(v.get("notation").asText()).forEach(c -> calls.add(c.json()));
                  return calls.toString();
                }))
        .isEmpty();
  }

  @Test
  void writesTheSameNotationOfTheCalls() {
    assertThat(
            differing(
                "notation",
                v -> {
                  String written = request(v).notation(calls(v.get("calls")));
                  // which of the two a message without calls is, only a person can say
                  return written.equals(" none") ? v.get("notation").asText() : written;
                }))
        .isEmpty();
  }

  @Test
  void everyCallKeepsTheContract() {
    for (JsonNode vector : VECTORS) {
      for (ToolCall call : request(vector).calls(vector.get("notation").asText())) {
        assertThat(Tool.fault(call)).as(vector.get("id").asText()).isEmpty();
      }
    }
  }

  private static List<String> differing(String field, Function<JsonNode, String> made) {
    List<String> found = new ArrayList<>();
    for (JsonNode vector : VECTORS) {
      JsonNode expected = vector.get(field);
      String text = expected.isTextual() ? expected.asText() : expected.toString();
      String is = made.apply(vector);
      if (!is.equals(text)) {
        found.add("%s\n  is       %s\n  expected %s".formatted(vector.get("id"), is, text));
      }
    }
    return found;
  }

  private static JsonNode shown(Slot slot) {
    ObjectNode shown = JSON.createObjectNode();
    shown.put("kind", String.valueOf(slot.kind().letter));
    shown.set(
        "value",
        slot.kind().isNumeric() ? Values.json(slot.number()) : shown.textNode(slot.text()));
    return shown.put("typed", slot.typed().strip());
  }

  static MessagePrompt request(JsonNode vector) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : vector.get("history")) {
      turns.add(new Turn(turn.get("user").asText(), calls(turn.get("calls"))));
    }
    return new MessagePrompt(
        SongStates.read(vector.get("song")),
        turns,
        vector.get("text").asText(),
        List.of(),
        lexicon);
  }

  private static List<ToolCall> calls(JsonNode list) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : list) {
      calls.add(new ToolCall(call.get("tool").asText(), (ObjectNode) call.get("args")));
    }
    return calls;
  }
}

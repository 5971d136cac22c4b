package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * What is remembered of a conversation about one song; immutable. As JSON it is kept with the song:
 * {@code {"turns": [{"user", "calls"}], "question": {…}}}.
 */
public final class Memory {

  /** More turns than any interpreter reads. */
  public static final int MOST_TURNS = 16;

  /** Of long messages fewer are kept. */
  public static final int MOST_CHARACTERS = 4_000;

  /** Nothing was said yet. */
  public static final Memory EMPTY = new Memory(List.of(), Optional.empty());

  private final List<Turn> turns;
  private final Optional<OpenQuestion> question;

  private Memory(List<Turn> turns, Optional<OpenQuestion> question) {
    this.turns = List.copyOf(turns);
    this.question = question;
  }

  /** Turns alone, the latest last. */
  public static Memory of(List<Turn> turns) {
    return new Memory(kept(turns), Optional.empty());
  }

  /** The turns, the latest last; of long conversations the end. */
  public List<Turn> turns() {
    return turns;
  }

  /** The question that was asked last, where it waits for an answer. */
  public Optional<Question> asked() {
    return question.map(OpenQuestion::question);
  }

  Optional<OpenQuestion> question() {
    return question;
  }

  Memory with(Turn turn) {
    List<Turn> more = new ArrayList<>(turns);
    more.add(turn);
    return new Memory(kept(more), question);
  }

  Memory asking(OpenQuestion open) {
    return new Memory(turns, Optional.of(open));
  }

  Memory settled() {
    return new Memory(turns, Optional.empty());
  }

  private static List<Turn> kept(List<Turn> turns) {
    Deque<Turn> kept = new ArrayDeque<>();
    int characters = 0;
    for (Turn turn : turns.reversed()) {
      characters += turn.user().length();
      if (kept.size() == MOST_TURNS || characters > MOST_CHARACTERS) {
        break;
      }
      kept.addFirst(turn);
    }
    return List.copyOf(kept);
  }

  public ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode said = root.putArray("turns");
    for (Turn turn : turns) {
      ObjectNode one = said.addObject().put("user", turn.user());
      ArrayNode calls = one.putArray("calls");
      turn.calls().forEach(call -> calls.add(call.json()));
    }
    question.ifPresent(open -> root.set("question", written(open)));
    return root;
  }

  private static ObjectNode written(OpenQuestion open) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("message", open.message());
    ArrayNode calls = node.putArray("calls");
    open.calls().forEach(call -> calls.add(call.json()));
    node.put("at", open.at()).put("argument", open.argument()).put("sentence", open.sentence());
    node.put("several", open.several());
    ArrayNode choices = node.putArray("choices");
    open.choices()
        .forEach(
            choice -> choices.addObject().put("label", choice.label()).set("args", choice.args()));
    return node;
  }

  /**
   * What was remembered. Calls that the contract does not know, as of another version, are left
   * out.
   */
  public static Memory read(JsonNode root) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : root.path("turns")) {
      turns.add(new Turn(turn.path("user").asText(), calls(turn.path("calls"))));
    }
    return new Memory(kept(turns), question(root.path("question")));
  }

  private static List<ToolCall> calls(JsonNode list) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : list) {
      if (call.path("tool").asText().isBlank() || !call.path("args").isObject()) {
        continue;
      }
      ToolCall read = new ToolCall(call.get("tool").asText(), (ObjectNode) call.get("args"));
      if (Tool.fault(read).isEmpty()) {
        calls.add(read);
      }
    }
    return calls;
  }

  private static Optional<OpenQuestion> question(JsonNode node) {
    List<ToolCall> calls = calls(node.path("calls"));
    int at = node.path("at").asInt(-1);
    if (at < 0 || at >= calls.size() || calls.size() != node.path("calls").size()) {
      return Optional.empty();
    }
    List<Choice> choices = new ArrayList<>();
    for (JsonNode choice : node.path("choices")) {
      if (choice.path("args").isObject()) {
        choices.add(new Choice(choice.path("label").asText(), (ObjectNode) choice.get("args")));
      }
    }
    return Optional.of(
        new OpenQuestion(
            node.path("message").asText(),
            calls,
            at,
            node.path("argument").asText(),
            node.path("sentence").asText(),
            choices,
            node.path("several").asBoolean()));
  }
}

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
import loopmind.arranger.song.Saying;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * What is remembered of a conversation about one song; immutable. With the song it is kept as
 * {@link Saying}s; among the calls of one that asked back stands the question: {@code {"question":
 * {…}}}.
 */
public final class Memory {

  /** More turns than any interpreter reads. */
  public static final int MOST_TURNS = 16;

  /** Of long messages fewer are kept. */
  public static final int MOST_CHARACTERS = 4_000;

  private static final String QUESTION = "question";

  /** Nothing was said yet. */
  public static final Memory EMPTY = new Memory(List.of(), Optional.empty());

  private final List<Turn> turns;
  private final Optional<OpenQuestion> question;

  private Memory(List<Turn> turns, Optional<OpenQuestion> question) {
    this.turns = List.copyOf(turns);
    this.question = question;
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

  /** A question as it is kept among the calls of its turn. */
  static ObjectNode kept(OpenQuestion open) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set(QUESTION, written(open));
    return node;
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
   * What is remembered of what was said before. Calls that the contract does not know, as of
   * another version, are left out.
   */
  public static Memory of(List<Saying> sayings) {
    List<Turn> turns = new ArrayList<>();
    Optional<OpenQuestion> question = Optional.empty();
    for (Saying saying : sayings) {
      Optional<JsonNode> asked = asked(saying.calls());
      turns.add(new Turn(saying.user(), asked.isPresent() ? List.of() : calls(saying.calls())));
      question = asked.flatMap(Memory::question);
    }
    return new Memory(kept(turns), question);
  }

  private static Optional<JsonNode> asked(JsonNode calls) {
    for (JsonNode one : calls) {
      if (one.has(QUESTION)) {
        return Optional.of(one.get(QUESTION));
      }
    }
    return Optional.empty();
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

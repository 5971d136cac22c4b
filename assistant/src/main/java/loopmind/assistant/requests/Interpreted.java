package loopmind.assistant.requests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.MessageUnreadable;
import loopmind.assistant.chat.Reading;
import loopmind.assistant.notation.Rule;

/**
 * What an interpreter made of one request.
 *
 * @param request which
 * @param calls in order; empty where there were none
 * @param millis time it took
 * @param rules what code decided beside the model
 * @param error why it could not be read; empty where it was
 */
public record Interpreted(
    RequestsFile.Request request,
    List<ToolCall> calls,
    Set<Rule> rules,
    double millis,
    String error) {

  private static final double NANOS_PER_MILLI = 1e6;

  public Interpreted {
    calls = List.copyOf(calls);
    rules = Set.copyOf(rules);
  }

  /**
   * Reads one request.
   *
   * @throws loopmind.assistant.runtime.ModelUnavailable where there is no model
   */
  public static Interpreted by(Interpreter interpreter, RequestsFile.Request request) {
    long start = System.nanoTime();
    List<ToolCall> calls = List.of();
    Set<Rule> rules = Set.of();
    String error = "";
    try {
      Reading reading =
          interpreter.read(request.song(), request.history(), request.text(), List.of());
      calls = reading.calls();
      rules = reading.rules();
    } catch (MessageUnreadable unreadable) {
      error = unreadable.getMessage();
    }
    double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    return new Interpreted(request, calls, rules, millis, error);
  }

  /** {@code {"id", "calls", "ms"}}, and {@code "error"} where the message could not be read. */
  public ObjectNode json() {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("id", request.id());
    ArrayNode list = line.putArray("calls");
    calls.forEach(call -> list.add(call.json()));
    line.put("ms", Math.rint(millis * 100) / 100);
    return error.isEmpty() ? line : line.put("error", error);
  }
}

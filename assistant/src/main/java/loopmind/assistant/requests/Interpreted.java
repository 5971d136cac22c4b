package loopmind.assistant.requests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.MessageUnreadable;

/**
 * What an interpreter made of one request.
 *
 * @param request which
 * @param calls in order; empty where there were none
 * @param millis time it took
 * @param error why it could not be read; empty where it was
 */
public record Interpreted(
    RequestsFile.Request request, List<ToolCall> calls, double millis, String error) {

  private static final double NANOS_PER_MILLI = 1e6;

  public Interpreted {
    calls = List.copyOf(calls);
  }

  /**
   * Reads one request.
   *
   * @throws loopmind.assistant.runtime.ModelUnavailable where there is no model
   */
  public static Interpreted by(Interpreter interpreter, RequestsFile.Request request) {
    long start = System.nanoTime();
    List<ToolCall> calls = List.of();
    String error = "";
    try {
      calls =
          interpreter.read(request.song(), request.history(), request.text(), List.of()).calls();
    } catch (MessageUnreadable unreadable) {
      error = unreadable.getMessage();
    }
    return new Interpreted(request, calls, (System.nanoTime() - start) / NANOS_PER_MILLI, error);
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

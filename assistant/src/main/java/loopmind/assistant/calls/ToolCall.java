package loopmind.assistant.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One wish as a tool call.
 *
 * @param tool the tool's name in the contract, such as {@code compose_song}
 * @param args the arguments that were said, by name; a copy is kept and a copy comes back
 */
public record ToolCall(String tool, ObjectNode args) {

  public ToolCall {
    if (tool.isBlank()) {
      throw new IllegalArgumentException("A tool call needs the name of a tool, but it was blank.");
    }
    args = args.deepCopy();
  }

  @Override
  public ObjectNode args() {
    return args.deepCopy();
  }

  /** {@code {"tool": …, "args": {…}}}. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("tool", tool);
    json.set("args", args());
    return json;
  }

  @Override
  public String toString() {
    return json().toString();
  }
}

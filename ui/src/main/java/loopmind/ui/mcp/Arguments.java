package loopmind.ui.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;

/** What a caller gave to a tool; what is wrong with it is said in one sentence. */
final class Arguments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String tool;
  private final Map<String, Object> given;

  private Arguments(String tool, Map<String, Object> given) {
    this.tool = tool;
    this.given = given;
  }

  static Arguments of(CallToolRequest request) {
    Map<String, Object> given = request.arguments();
    return new Arguments(request.name(), given == null ? Map.of() : given);
  }

  /**
   * @throws EditRefused where something was given that the tool does not know
   */
  Arguments only(List<String> known) {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new EditRefused("%s takes no '%s'.", tool, name);
      }
    }
    return this;
  }

  /**
   * A text that has to be there.
   *
   * @throws EditRefused where it is not
   */
  String text(String name) {
    return ifText(name).orElseThrow(() -> new EditRefused("%s lacks %s.", tool, name));
  }

  /**
   * A text; empty where none, or a blank one, was given.
   *
   * @throws EditRefused where it is something else
   */
  Optional<String> ifText(String name) {
    Object value = given.get(name);
    if (value != null && !(value instanceof String)) {
      throw new EditRefused("%s.%s has to be text, not %s.", tool, name, JSON.valueToTree(value));
    }
    return Optional.ofNullable((String) value).filter(text -> !text.isBlank());
  }

  /** All but one of them, as they were given. */
  ObjectNode without(String name) {
    Map<String, Object> others = new LinkedHashMap<>(given);
    others.remove(name);
    return JSON.valueToTree(others);
  }
}

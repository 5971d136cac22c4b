package loopmind.assistant.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.MusicalKey;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;

/** Reads {@code {"calls": [{"tool", "args"}], "cannot": false}}, as chat models answer. */
final class JsonCalls {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The answer is not what was asked for; the message says why, to the model. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String sentence) {
      super(sentence);
    }
  }

  private JsonCalls() {}

  static Reading read(String answer) throws Broken {
    JsonNode json = object(answer);
    if (!json.path("calls").isArray()) {
      throw new Broken("It has no list called \"calls\".");
    }
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : json.get("calls")) {
      calls.add(call(call.path("tool").asText(""), call.path("args")));
    }
    return Reading.of(calls, json.path("cannot").asBoolean());
  }

  /** The object in the answer; servers that hold a model to nothing let it talk around it. */
  private static JsonNode object(String answer) throws Broken {
    int from = answer.indexOf('{');
    int to = answer.lastIndexOf('}');
    if (from < 0 || to < from) {
      throw new Broken("It holds no JSON object.");
    }
    try {
      return JSON.readTree(answer.substring(from, to + 1));
    } catch (JsonProcessingException e) {
      throw new Broken("It is no JSON: " + e.getOriginalMessage() + ".");
    }
  }

  /** One call, checked against the contract. */
  static ToolCall call(String tool, JsonNode args) throws Broken {
    if (tool.isBlank() || !args.isObject()) {
      throw new Broken("A call has no \"tool\" or no \"args\": %s %s.".formatted(tool, args));
    }
    ToolCall made = new ToolCall(tool, tidied((ObjectNode) args));
    Optional<String> fault = Tool.fault(made);
    if (fault.isPresent()) {
      throw new Broken(fault.get());
    }
    return made;
  }

  /** Without arguments that say nothing; keys with sharps, as the contract writes them. */
  private static ObjectNode tidied(ObjectNode args) {
    ObjectNode tidy = args.deepCopy();
    for (Map.Entry<String, JsonNode> argument : args.properties()) {
      JsonNode value = argument.getValue();
      boolean empty =
          value.isNull()
              || (value.isTextual() && value.asText().isBlank())
              || (value.isArray() && value.isEmpty());
      if (empty) {
        tidy.remove(argument.getKey());
      }
    }
    MusicalKey.parse(tidy.path("key").asText("")).ifPresent(key -> tidy.put("key", key.text()));
    return tidy;
  }
}

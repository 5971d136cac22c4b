package loopmind.ui.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * What a job wants beside its prompt.
 *
 * @param calls typed tools, called after the prompt as one step
 * @param stems whether a file an instrument is wanted
 */
record JobOptions(List<ToolCall> calls, boolean stems) {

  private static final int MOST_CALLS = 20;

  private static final String SHAPE =
      "Options are JSON such as {\"stems\": false, \"calls\": [{\"tool\": \"set_tempo\", \"args\": {\"bpm\": 140}}]}.";

  /**
   * @param text JSON; null or empty for none
   * @throws BadRequest where it says what cannot be done
   */
  static JobOptions read(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new JobOptions(List.of(), true);
    }
    JsonNode told = json(text);
    Iterator<String> names = told.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!name.equals("calls") && !name.equals("stems")) {
        throw new BadRequest("There is no option \"%s\". %s".formatted(name, SHAPE));
      }
    }
    JsonNode stems = told.path("stems");
    if (!stems.isMissingNode() && !stems.isBoolean()) {
      throw new BadRequest(SHAPE);
    }
    return new JobOptions(calls(told.path("calls")), stems.asBoolean(true));
  }

  private static JsonNode json(String text) {
    try {
      JsonNode told = new ObjectMapper().readTree(text);
      if (!told.isObject()) {
        throw new BadRequest(SHAPE);
      }
      return told;
    } catch (JsonProcessingException broken) {
      throw new BadRequest(SHAPE);
    }
  }

  private static List<ToolCall> calls(JsonNode told) {
    if (told.isMissingNode()) {
      return List.of();
    }
    if (!told.isArray() || told.size() > MOST_CALLS) {
      throw new BadRequest(SHAPE);
    }
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode one : told) {
      if (!one.path("tool").isTextual() || !(one.path("args") instanceof ObjectNode args)) {
        throw new BadRequest(SHAPE);
      }
      ToolCall call = new ToolCall(one.path("tool").asText(), args);
      Tool.fault(call)
          .ifPresent(
              why -> {
                throw new BadRequest(why);
              });
      calls.add(call);
    }
    return calls;
  }
}

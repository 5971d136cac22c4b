package loopmind.assistant.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import java.util.ArrayList;
import java.util.List;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;

/** The contract as tools of a chat model, and its tool calls read as the contract's. */
final class ToolCalling {

  /** Called where nothing is asked, and where no tool can do what is asked. */
  static final String NO_WISH = "no_wish", CANNOT_DO = "cannot_do";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ToolCalling() {}

  /** Every tool of the contract, and the two that say why there is no call. */
  static List<ToolSpecification> specifications() {
    List<ToolSpecification> specifications = new ArrayList<>();
    for (Tool tool : Tool.values()) {
      JsonObjectSchema.Builder arguments = JsonObjectSchema.builder();
      tool.argumentSchemas()
          .forEach(
              (name, schema) -> arguments.addProperty(name, JsonRawSchema.from(schema.toString())));
      specifications.add(
          ToolSpecification.builder()
              .name(tool.word())
              .description(tool.does())
              .parameters(arguments.build())
              .build());
    }
    specifications.add(bare(NO_WISH, "the message asks for nothing"));
    specifications.add(bare(CANNOT_DO, "the message asks for something that no tool does"));
    return specifications;
  }

  private static ToolSpecification bare(String name, String does) {
    return ToolSpecification.builder()
        .name(name)
        .description(does)
        .parameters(JsonObjectSchema.builder().build())
        .build();
  }

  /**
   * What tool calls mean.
   *
   * @throws JsonCalls.Broken where one is not of the contract
   */
  static Reading read(List<ToolExecutionRequest> requests) throws JsonCalls.Broken {
    List<ToolCall> calls = new ArrayList<>();
    boolean cannot = false;
    for (ToolExecutionRequest request : requests) {
      cannot |= request.name().equals(CANNOT_DO);
      if (!request.name().equals(NO_WISH) && !request.name().equals(CANNOT_DO)) {
        calls.add(JsonCalls.call(request.name(), arguments(request)));
      }
    }
    return Reading.of(calls, cannot);
  }

  private static JsonNode arguments(ToolExecutionRequest request) throws JsonCalls.Broken {
    String text = request.arguments();
    if (text == null || text.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new JsonCalls.Broken(
          "The arguments of %s are no JSON: %s.".formatted(request.name(), e.getOriginalMessage()));
    }
  }
}

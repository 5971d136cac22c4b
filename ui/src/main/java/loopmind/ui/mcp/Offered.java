package loopmind.ui.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import loopmind.ui.Failures;
import loopmind.ui.Workplace;

/** A tool as the protocol describes it: name, what it does, its arguments. */
final class Offered {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final String does;
  private final boolean changes;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  private Offered(String name, String does, boolean changes) {
    this.name = name;
    this.does = does;
    this.changes = changes;
  }

  /** A tool that may change something. */
  static Offered changing(String name, String does) {
    return new Offered(name, does, true);
  }

  /** A tool that changes nothing. */
  static Offered reading(String name, String does) {
    return new Offered(name, does, false);
  }

  Offered argument(String argument, JsonNode schema) {
    properties.put(argument, JSON.convertValue(schema, Map.class));
    return this;
  }

  Offered text(String argument, String means, boolean needed) {
    properties.put(argument, Map.of("type", "string", "description", means));
    if (needed) {
      required.add(argument);
    }
    return this;
  }

  /**
   * The tool, done by something; whatever that throws becomes a sentence for the caller, never an
   * error of the protocol.
   */
  SyncToolSpecification by(
      Workplace place, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> doing) {
    List<String> known = List.copyOf(properties.keySet());
    return SyncToolSpecification.builder()
        .tool(described())
        .callHandler(
            (exchange, request) -> {
              try {
                Arguments.of(request).only(known);
                return doing.apply(exchange, request);
              } catch (RuntimeException failed) {
                return Told.refused(Failures.sentence(failed, place.home()));
              }
            })
        .build();
  }

  private McpSchema.Tool described() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return McpSchema.Tool.builder(name, schema)
        .description(does)
        .annotations(
            McpSchema.ToolAnnotations.builder()
                .readOnlyHint(!changes)
                .destructiveHint(false)
                .openWorldHint(false)
                .build())
        .build();
  }
}

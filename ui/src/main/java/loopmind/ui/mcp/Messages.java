package loopmind.ui.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How messages are written as JSON. */
final class Messages {

  private Messages() {}

  static McpJsonMapper mapper() {
    // what goes wrong is said to the client; the library would say it to the terminal too
    System.setProperty("org.slf4j.simpleLogger.log.io.modelcontextprotocol", "off");
    SimpleModule errors = new SimpleModule().addSerializer(new ErrorAlone());
    return new JacksonMcpJsonMapper(JsonMapper.builder().addModule(errors).build());
  }

  /** An error as JSON-RPC has it; the library would write its stack trace. */
  private static final class ErrorAlone extends StdSerializer<McpError> {

    ErrorAlone() {
      super(McpError.class);
    }

    @Override
    public void serialize(McpError error, JsonGenerator json, SerializationContext context) {
      JSONRPCError said = error.getJsonRpcError();
      json.writeStartObject();
      json.writeStringProperty("jsonrpc", "2.0");
      json.writeNullProperty("id");
      json.writeObjectPropertyStart("error");
      json.writeNumberProperty("code", said.code());
      json.writeStringProperty("message", said.message());
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}

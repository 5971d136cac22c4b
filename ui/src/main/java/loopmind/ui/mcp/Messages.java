package loopmind.ui.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How messages are written as JSON: an error is a sentence, and never a stack trace. */
final class Messages {

  /** What went wrong inside LoopMind; the library uses its own code for what it cannot read. */
  static final int FAILED = -32_000;

  private static final String UNREADABLE =
      "This request could not be handled; its params may not be what the protocol wants.";

  private Messages() {}

  static McpJsonMapper mapper() {
    // what goes wrong is said to the client; the library would say it to the terminal too
    System.setProperty("org.slf4j.simpleLogger.log.io.modelcontextprotocol", "off");
    SimpleModule errors = new SimpleModule();
    errors.addSerializer(new Refusal());
    errors.addSerializer(new Fault());
    return new JacksonMcpJsonMapper(JsonMapper.builder().addModule(errors).build());
  }

  /** A request over HTTP that was refused as a whole. */
  private static final class Refusal extends StdSerializer<McpError> {

    Refusal() {
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

  /** The error of a message. */
  private static final class Fault extends StdSerializer<JSONRPCError> {

    Fault() {
      super(JSONRPCError.class);
    }

    @Override
    public void serialize(JSONRPCError error, JsonGenerator json, SerializationContext context) {
      boolean unreadable = error.code() == ErrorCodes.INTERNAL_ERROR;
      json.writeStartObject();
      json.writeNumberProperty("code", error.code());
      json.writeStringProperty("message", unreadable ? UNREADABLE : error.message());
      if (!unreadable && error.data() != null) {
        json.writePOJOProperty("data", error.data());
      }
      json.writeEndObject();
    }
  }
}

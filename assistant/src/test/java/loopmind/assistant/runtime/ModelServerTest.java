package loopmind.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"calls\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
          + "\"required\":[\"calls\"]}";
  private static final String OPENAI_ANSWER =
      "{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"big\",\"choices\":[{\"index\":0,\"message\":"
          + "{\"role\":\"assistant\",\"content\":\"{\\\"calls\\\":[]}\"},\"finish_reason\":\"stop\"}]}";
  private static final String OLLAMA_ANSWER =
      "{\"model\":\"small\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
          + "\"content\":\"{\\\"calls\\\":[]}\"},\"done\":true,\"done_reason\":\"stop\"}";

  private final Map<String, String> answers =
      Map.of(
          "/v1/models",
          "{\"data\":[{\"id\":\"big\"}]}",
          "/v1/chat/completions",
          OPENAI_ANSWER,
          "/api/tags",
          "{\"models\":[{\"name\":\"small\"}]}",
          "/api/chat",
          OLLAMA_ANSWER);
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          paths.add(path);
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static ChatRequest request() {
    return ChatRequest.builder()
        .messages(UserMessage.from("dark trap at 140"))
        .responseFormat(
            ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                    JsonSchema.builder()
                        .name("calls")
                        .rootElement(JsonRawSchema.from(SCHEMA))
                        .build())
                .build())
        .build();
  }

  @Test
  void speaksOpenAiWhereThePathEndsInV1() throws IOException {
    ModelServer model = ModelServer.at(address("/v1"), Optional.empty());
    assertThat(model.chat(request()).aiMessage().text()).isEqualTo("{\"calls\":[]}");
    assertThat(paths).containsExactly("/v1/models", "/v1/chat/completions");
    JsonNode asked = JSON.readTree(bodies.get(1));
    assertThat(asked.path("model").asText()).isEqualTo("big");
    assertThat(asked.path("temperature").asDouble(1)).isZero();
    assertThat(asked.at("/response_format/json_schema/schema")).isEqualTo(JSON.readTree(SCHEMA));
  }

  @Test
  void speaksOllamaElsewhere() throws IOException {
    ModelServer model = ModelServer.at(address("/"), Optional.of("mine"));
    assertThat(model.chat(request()).aiMessage().text()).isEqualTo("{\"calls\":[]}");
    assertThat(paths).containsExactly("/api/chat");
    JsonNode asked = JSON.readTree(bodies.getFirst());
    assertThat(asked.path("model").asText()).isEqualTo("mine");
    assertThat(asked.path("format")).isEqualTo(JSON.readTree(SCHEMA));
  }

  @Test
  void takesTheFirstModelOfOllama() {
    ModelServer model = ModelServer.at(address(""), Optional.empty());
    assertThat(model.chat(request()).aiMessage().text()).isEqualTo("{\"calls\":[]}");
    assertThat(paths).containsExactly("/api/tags", "/api/chat");
  }

  @Test
  void saysWhereNoServerAnswers() {
    URI gone = address("/v1");
    server.stop(0);
    assertThatThrownBy(() -> ModelServer.at(gone, Optional.empty()))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining(gone.toString())
        .hasMessageContaining("start the server");
  }

  @Test
  void saysThatTheServerFailed() {
    ModelServer model = ModelServer.at(address("/v1"), Optional.of("big"));
    status = 500;
    assertThatThrownBy(() -> model.chat(request()))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("did not answer");
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (String wrong : List.of("localhost", "file:///etc/passwd", "ftp://127.0.0.1/")) {
      assertThatThrownBy(() -> ModelServer.at(URI.create(wrong), Optional.of("m")))
          .isInstanceOf(ModelUnavailable.class)
          .hasMessageContaining("is no address");
    }
  }
}

package loopmind.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens on the way to a server and back; the server here is a stand-in on loopback. */
class ModelServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"calls\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
          + "\"required\":[\"calls\"]}";
  private static final String ANSWER = "{\"calls\":[]}";

  private StandInServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StandInServer().says(ANSWER);
  }

  @AfterEach
  void stop() {
    server.close();
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
    ModelServer model = ModelServer.at(server.address("/v1"), Optional.empty());
    assertThat(model.chat(request()).aiMessage().text()).isEqualTo(ANSWER);
    assertThat(server.paths()).containsExactly("/v1/models", "/v1/chat/completions");
    JsonNode asked = server.asked().getFirst();
    assertThat(asked.path("model").asText()).isEqualTo("big");
    assertThat(asked.path("temperature").asDouble(1)).isZero();
    assertThat(asked.at("/response_format/json_schema/schema")).isEqualTo(JSON.readTree(SCHEMA));
  }

  @Test
  void speaksOllamaElsewhere() throws IOException {
    ModelServer model = ModelServer.at(server.address("/"), Optional.of("mine"));
    assertThat(model.chat(request()).aiMessage().text()).isEqualTo(ANSWER);
    assertThat(server.paths()).containsExactly("/api/chat");
    JsonNode asked = server.asked().getFirst();
    assertThat(asked.path("model").asText()).isEqualTo("mine");
    assertThat(asked.path("format")).isEqualTo(JSON.readTree(SCHEMA));
  }

  @Test
  void takesTheFirstModelOfOllama() {
    ModelServer model = ModelServer.at(server.address(""), Optional.empty());
    assertThat(model.chat(request()).aiMessage().text()).isEqualTo(ANSWER);
    assertThat(server.paths()).containsExactly("/api/tags", "/api/chat");
  }

  @Test
  void saysWhereNoServerAnswers() {
    URI gone = server.address("/v1");
    server.close();
    assertThatThrownBy(() -> ModelServer.at(gone, Optional.empty()))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining(gone.toString())
        .hasMessageContaining("start the server");
    ModelServer model = ModelServer.at(gone, Optional.of("big"));
    assertThatThrownBy(() -> model.chat(request())).isInstanceOf(ModelUnavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1, 401, LOOPMIND_LLM_KEY",
    "/v1, 404, --model",
    "/v1, 429, try again",
    "/v1, 500, failed at the request: out of memory.",
    "/v1, 400, does not take the request: out of memory.",
    "/, 401, LOOPMIND_LLM_KEY",
    "/, 404, --model",
    "/, 500, failed at the request: out of memory."
  })
  void saysWhatAServerSaysAndWhatToDo(String path, int status, String sentence) {
    ModelServer model = ModelServer.at(server.address(path), Optional.of("big"));
    server.fails(status);
    assertThatThrownBy(() -> model.chat(request()))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageStartingWith("The language model at " + server.address(path))
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/"})
  void saysThatAnAnswerCannotBeRead(String path) {
    ModelServer model = ModelServer.at(server.address(path), Optional.of("big"));
    server.feels(StandInServer.Mood.GARBAGE);
    assertThatThrownBy(() -> model.chat(request()))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("gave no answer that can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/"})
  void doesNotWaitForEver(String path) {
    ModelServer model =
        ModelServer.at(server.address(path), Optional.of("big"), Duration.ofSeconds(1));
    server.feels(StandInServer.Mood.SLOW);
    assertThatThrownBy(() -> model.chat(request()))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("did not answer within 1 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/"})
  void stopsWaitingWhenItIsInterrupted(String path) throws InterruptedException {
    ModelServer model = ModelServer.at(server.address(path), Optional.of("big"));
    server.feels(StandInServer.Mood.SLOW);
    Throwable[] thrown = new Throwable[1];
    Thread asking =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    model.chat(request());
                  } catch (RuntimeException e) {
                    thrown[0] = e;
                  }
                });
    while (server.asked().isEmpty()) {
      Thread.sleep(5);
    }
    asking.interrupt();
    asking.join(5_000);
    assertThat(thrown[0]).isInstanceOf(CompletionCancelled.class);
  }

  @Test
  void saysWhatIsWrongBeforeTheFirstQuestion() {
    server.fails(401);
    assertThatThrownBy(() -> ModelServer.at(server.address("/v1"), Optional.empty()))
        .hasMessageContaining("LOOPMIND_LLM_KEY");
    server.fails(200).feels(StandInServer.Mood.GARBAGE);
    assertThatThrownBy(() -> ModelServer.at(server.address("/v1"), Optional.empty()))
        .hasMessageContaining("no server of language models");
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

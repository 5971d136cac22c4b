package loopmind.assistant.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A model on a server that the user named. Nothing but that address is ever called; a key for it
 * comes from the environment variable {@value #KEY_VARIABLE}.
 */
public final class ModelServer implements ChatModel {

  /** Holds the key of a server that wants one. */
  public static final String KEY_VARIABLE = "LOOPMIND_LLM_KEY";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(120);

  private final URI address;
  private final ChatModel client;

  private ModelServer(URI address, ChatModel client) {
    this.address = address;
    this.client = client;
  }

  /**
   * @param address of the server; a path that ends in {@code /v1} speaks OpenAI's protocol, any
   *     other is Ollama
   * @param model its name there; empty for the first that the server has
   * @throws ModelUnavailable where no model answers there
   */
  public static ModelServer at(URI address, Optional<String> model) {
    if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
      throw new ModelUnavailable(
          "'%s' is no address of a server; write it like http://127.0.0.1:11434 (Ollama) or http://127.0.0.1:8080/v1."
              .formatted(address));
    }
    String base = address.toString().replaceAll("/+$", "");
    boolean openAi = base.endsWith("/v1");
    String key = Optional.ofNullable(System.getenv(KEY_VARIABLE)).orElse("none");
    String name = model.orElseGet(() -> firstModel(base, openAi, key));
    return new ModelServer(address, openAi ? openAi(base, name, key) : ollama(base, name));
  }

  private static ChatModel openAi(String base, String name, String key) {
    return OpenAiChatModel.builder()
        .baseUrl(base)
        .apiKey(key)
        .modelName(name)
        .temperature(0.0)
        .seed(1)
        .timeout(ANSWER)
        .maxRetries(0)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .build();
  }

  private static ChatModel ollama(String base, String name) {
    return OllamaChatModel.builder()
        .baseUrl(base)
        .modelName(name)
        .temperature(0.0)
        .seed(1)
        .timeout(ANSWER)
        .maxRetries(0)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .build();
  }

  private static String firstModel(String base, boolean openAi, String key) {
    URI list = URI.create(base + (openAi ? "/models" : "/api/tags"));
    HttpRequest request =
        HttpRequest.newBuilder(list)
            .timeout(CONNECT)
            .header("Authorization", "Bearer " + key)
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode json = new ObjectMapper().readTree(answer.body());
      JsonNode first = openAi ? json.at("/data/0/id") : json.at("/models/0/name");
      if (answer.statusCode() != 200 || first.isMissingNode()) {
        throw new ModelUnavailable(
            "The server at %s lists no model; name one with --model.".formatted(base));
      }
      return first.asText();
    } catch (IOException e) {
      throw new ModelUnavailable(
          "No language model answers at %s; start the server, or leave --llm-url out."
              .formatted(base),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionCancelled();
    }
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    try {
      return client.chat(request);
    } catch (RuntimeException e) {
      throw new ModelUnavailable(
          "The language model at %s did not answer: %s.".formatted(address, e.getMessage()), e);
    }
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return client.supportedCapabilities();
  }
}

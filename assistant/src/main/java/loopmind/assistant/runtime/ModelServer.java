package loopmind.assistant.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
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
import java.util.List;
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
  private static final int LONGEST_REASON = 160;

  private final URI address;
  private final ChatModel client;
  private final Duration patience;

  private ModelServer(URI address, ChatModel client, Duration patience) {
    this.address = address;
    this.client = client;
    this.patience = patience;
  }

  /**
   * @param address of the server; a path that ends in {@code /v1} speaks OpenAI's protocol, any
   *     other is Ollama
   * @param model its name there; empty for the first that the server has
   * @throws ModelUnavailable where no model answers there
   */
  public static ModelServer at(URI address, Optional<String> model) {
    return at(address, model, ANSWER);
  }

  /**
   * @param patience how long an answer may take
   */
  static ModelServer at(URI address, Optional<String> model, Duration patience) {
    if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
      throw new ModelUnavailable(
          "'%s' is no address of a server; write it like http://127.0.0.1:11434 (Ollama) or http://127.0.0.1:8080/v1."
              .formatted(address));
    }
    String base = address.toString().replaceAll("/+$", "");
    boolean openAi = base.endsWith("/v1");
    String key = Optional.ofNullable(System.getenv(KEY_VARIABLE)).orElse("none");
    String name = model.orElseGet(() -> firstModel(base, openAi, key));
    ChatModel client = openAi ? openAi(base, name, key, patience) : ollama(base, name, patience);
    return new ModelServer(address, client, patience);
  }

  private static ChatModel openAi(String base, String name, String key, Duration patience) {
    return OpenAiChatModel.builder()
        .baseUrl(base)
        .apiKey(key)
        .modelName(name)
        .temperature(0.0)
        .seed(1)
        .timeout(patience)
        .maxRetries(0)
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .build();
  }

  private static ChatModel ollama(String base, String name, Duration patience) {
    return OllamaChatModel.builder()
        .baseUrl(base)
        .modelName(name)
        .temperature(0.0)
        .seed(1)
        .timeout(patience)
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
      return firstOf(http.send(request, HttpResponse.BodyHandlers.ofString()), base, openAi);
    } catch (JsonProcessingException e) {
      throw new ModelUnavailable(
          "What answers at %s is no server of language models; check the address.".formatted(base),
          e);
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

  private static String firstOf(HttpResponse<String> answer, String base, boolean openAi)
      throws JsonProcessingException {
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      throw new ModelUnavailable(
          "The server at %s wants a key; set it in the environment variable %s."
              .formatted(base, KEY_VARIABLE));
    }
    JsonNode json = new ObjectMapper().readTree(answer.body());
    JsonNode first = openAi ? json.at("/data/0/id") : json.at("/models/0/name");
    if (answer.statusCode() != 200 || first.isMissingNode()) {
      throw new ModelUnavailable(
          "The server at %s lists no model; name one with --model.".formatted(base));
    }
    return first.asText();
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    try {
      return client.chat(request);
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw new CompletionCancelled();
      }
      throw new ModelUnavailable("The language model at %s %s".formatted(address, why(e)), e);
    }
  }

  private String why(RuntimeException e) {
    return switch (e) {
      case AuthenticationException refused ->
          "wants another key; set it in the environment variable " + KEY_VARIABLE + ".";
      case ModelNotFoundException unknown ->
          "does not know the model; name one that it has with --model.";
      case RateLimitException busy -> "takes no more requests for now; try again in a while.";
      case TimeoutException late ->
          "did not answer within %d s; try again, or take a smaller model."
              .formatted(patience.toSeconds());
      case InternalServerException failed ->
          "failed at the request: %s.".formatted(shortened(failed));
      case InvalidRequestException failed ->
          "does not take the request: %s.".formatted(shortened(failed));
      default -> "gave no answer that can be read: %s.".formatted(shortened(e));
    };
  }

  /** One line of what a server says; it may answer with a JSON document or a whole page. */
  private static String shortened(RuntimeException e) {
    String line = told(String.valueOf(e.getMessage())).strip().replaceAll("\\s+", " ");
    String kept = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    return kept.replaceAll("\\.+$", "");
  }

  /** The words in {@code {"error": {"message": …}}} and its kin. */
  private static String told(String message) {
    try {
      JsonNode json = new ObjectMapper().readTree(message);
      for (String place : List.of("/error/message", "/error", "/message", "/detail")) {
        if (json.at(place).isTextual()) {
          return json.at(place).asText();
        }
      }
      return message;
    } catch (JsonProcessingException plain) {
      return message;
    }
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return client.supportedCapabilities();
  }
}

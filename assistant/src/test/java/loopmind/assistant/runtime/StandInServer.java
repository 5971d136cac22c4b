package loopmind.assistant.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the protocols of OpenAI and Ollama on the loopback device, as far as a chat needs them. It
 * says what a test wants it to say.
 */
public final class StandInServer implements AutoCloseable {

  /** How the server behaves. */
  public enum Mood {
    WELL,
    /** Takes no tools in a request, as some models of Ollama do. */
    WITHOUT_TOOLS,
    /** Answers with something that is no JSON. */
    GARBAGE,
    /** Says nothing for as long as it is asked. */
    SLOW
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WELL;
  private volatile int status = 200;
  private volatile String words = "{\"calls\":[],\"cannot\":false}";
  private volatile String calls = "[]";

  public StandInServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public StandInServer feels(Mood other) {
    mood = other;
    return this;
  }

  public StandInServer fails(int code) {
    status = code;
    return this;
  }

  /** What it answers in words. */
  public StandInServer says(String text) {
    words = text;
    return this;
  }

  /** What it calls where tools are offered: {@code [{"name", "arguments": {…}}]}. */
  public StandInServer calls(String list) {
    calls = list.replace('\'', '"');
    return this;
  }

  public List<String> paths() {
    return paths;
  }

  /** The requests to its model. */
  public List<JsonNode> asked() {
    return bodies;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    paths.add(path);
    if (!body.isEmpty()) {
      bodies.add(JSON.readTree(body));
    }
    boolean offered = !body.isEmpty() && JSON.readTree(body).path("tools").size() > 0;
    boolean refused = mood == Mood.WITHOUT_TOOLS && offered;
    String said =
        refused ? "{\"error\":\"this model does not support tools\"}" : said(path, offered);
    if (mood == Mood.SLOW && !body.isEmpty()) {
      rest();
    }
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(refused ? 400 : status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void rest() {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String said(String path, boolean offered) throws IOException {
    if (status != 200) {
      return "{\"error\":{\"message\":\"out of memory\"}}";
    }
    if (mood == Mood.GARBAGE) {
      return "<html>It works!</html>";
    }
    return switch (path) {
      case "/v1/models" -> "{\"data\":[{\"id\":\"big\"}]}";
      case "/api/tags" -> "{\"models\":[{\"name\":\"small\"}]}";
      case "/v1/chat/completions" -> openAi(offered);
      case "/api/chat" -> ollama(offered);
      default -> "{}";
    };
  }

  private ObjectNode message(boolean offered, boolean argumentsAsText) throws IOException {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant");
    JsonNode wanted = JSON.readTree(calls);
    if (!offered || wanted.isEmpty()) {
      return message.put("content", words);
    }
    message.put("content", "");
    ArrayNode list = message.putArray("tool_calls");
    for (JsonNode call : wanted) {
      ObjectNode one = list.addObject().put("id", "call-" + list.size()).put("type", "function");
      ObjectNode function = one.putObject("function").put("name", call.get("name").asText());
      if (argumentsAsText) {
        function.put("arguments", call.get("arguments").toString());
      } else {
        function.set("arguments", call.get("arguments"));
      }
    }
    return message;
  }

  private String openAi(boolean offered) throws IOException {
    ObjectNode root =
        JSON.createObjectNode().put("id", "1").put("object", "chat.completion").put("model", "big");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("message", message(offered, true));
    choice.put("finish_reason", "stop");
    return root.toString();
  }

  private String ollama(boolean offered) throws IOException {
    ObjectNode root =
        JSON.createObjectNode().put("model", "small").put("created_at", "2026-01-01T00:00:00Z");
    root.set("message", message(offered, false));
    return root.put("done", true).put("done_reason", "stop").toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package loopmind.ui.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The messages that go through two pipes, a line each: answers what is no message at all, lets
 * tools be called one after the other in the order in which that was asked, and knows which
 * requests still wait for their answer. Safe for any number of threads.
 */
final class StdioMessages {

  private static final int NO_JSON = -32_700, NO_REQUEST = -32_600;

  /** The server would end with a longer one. */
  private static final int LONGEST = 4_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutputStream server;
  private final OutputStream out;
  private final Set<String> waiting = new TreeSet<>();

  /** Calls of tools that were not passed on yet. */
  private final Queue<JsonNode> calls = new ArrayDeque<>();

  private Optional<String> called = Optional.empty();
  private boolean begun;
  private boolean broken;

  /**
   * @param server that gets what the client sends
   * @param out where the client reads
   */
  StdioMessages(OutputStream server, OutputStream out) {
    this.server = server;
    this.out = out;
  }

  /** Passes a line of the client on, or answers it where it is no message. */
  void received(String line) throws IOException {
    if (line.length() > LONGEST) {
      refuse(null, NO_REQUEST, "A message is %d characters at most.".formatted(LONGEST));
      return;
    }
    JsonNode message;
    try {
      message = JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      refuse(null, NO_JSON, "This line is no JSON. Send a message of JSON-RPC 2.0 a line.");
      return;
    }
    Optional<String> fault = fault(message);
    if (fault.isPresent()) {
      refuse(message.get("id"), NO_REQUEST, fault.get());
    } else {
      pass(message);
    }
  }

  private synchronized Optional<String> fault(JsonNode message) {
    JsonNode id = message.path("id");
    JsonNode params = message.path("params");
    String method = message.path("method").asText();
    if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
      return Optional.of("This is no message of JSON-RPC 2.0.");
    }
    if (!(id.isMissingNode() || id.isTextual() || id.isIntegralNumber())) {
      return Optional.of("The id has to be a text or a whole number.");
    }
    if (message.has("result") || message.has("error")) {
      return Optional.empty();
    }
    if (method.isEmpty() || !(params.isMissingNode() || params.isNull() || params.isObject())) {
      return Optional.of("A request needs a method, and an object as its params.");
    }
    boolean early = !begun && !id.isMissingNode() && !isForBeginning(method);
    return early
        ? Optional.of("Send initialize and notifications/initialized before anything else.")
        : Optional.empty();
  }

  private static boolean isForBeginning(String method) {
    return method.equals("initialize") || method.equals("ping");
  }

  private synchronized void pass(JsonNode message) throws IOException {
    String method = message.path("method").asText();
    begun |= method.equals("notifications/initialized");
    if (message.has("id") && !method.isEmpty()) {
      waiting.add(message.get("id").toString());
      // whoever wants to end a call does not wait for it
      if (method.equals("tools/call")
          && !message.at("/params/name").asText().equals(SongTools.STOP)) {
        calls.add(message);
        nextCall();
        return;
      }
    }
    send(message, server);
  }

  private void nextCall() throws IOException {
    JsonNode next = called.isPresent() ? null : calls.poll();
    if (next != null) {
      called = Optional.of(next.get("id").toString());
      send(next, server);
    }
  }

  private static void send(JsonNode message, OutputStream to) throws IOException {
    to.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private void refuse(@Nullable JsonNode id, int code, String sentence) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    boolean known = id != null && (id.isTextual() || id.isIntegralNumber());
    answer.set("id", known ? id : JsonNodeFactory.instance.nullNode());
    answer.putObject("error").put("code", code).put("message", sentence);
    try {
      synchronized (out) {
        send(answer, out);
      }
    } catch (IOException nobody) {
      brokenOff();
    }
  }

  private synchronized void brokenOff() {
    broken = true;
    notifyAll();
  }

  private synchronized void answered(String id) throws IOException {
    waiting.remove(id);
    if (called.filter(id::equals).isPresent()) {
      called = Optional.empty();
      nextCall();
    }
    notifyAll();
  }

  /** Waits until every request is answered, or nobody listens to answers any more. */
  synchronized void awaitAnswers(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!waiting.isEmpty() && !broken) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  /** Where the server writes its lines to; each reaches the client whole. */
  OutputStream answers() {
    return new OutputStream() {
      private final ByteArrayOutputStream line = new ByteArrayOutputStream();

      @Override
      public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        line.write(bytes, from, length);
        if (length > 0 && bytes[from + length - 1] == '\n') {
          byte[] whole = line.toByteArray();
          line.reset();
          send(whole);
        }
      }
    };
  }

  private void send(byte[] line) throws IOException {
    try {
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException nobody) {
      brokenOff(); // the server need not know: it ends with the input
    }
    Optional<String> id = id(line);
    if (id.isPresent()) {
      answered(id.get());
    }
  }

  /** The id of a message, as JSON. */
  private static Optional<String> id(byte[] line) throws IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("id");
        parser.nextToken();
        if (found) {
          return Optional.of(JSON.<JsonNode>readTree(parser).toString());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    }
  }
}

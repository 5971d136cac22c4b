package loopmind.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that knows nothing but {@code openapi.json} composes, edits and fetches a song: it
 * finds calls by what is said of them, fills in what their schemas name, and holds each answer to
 * the schema that was promised.
 */
class StrangerOverHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static StartedServer server;
  private static JsonNode described;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = new StartedServer(folder.resolve("home"));
    described = JSON.readTree(sent("GET", "/api/v1/openapi.json", null).body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> sent(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
            .header("Content-Type", "application/json")
            .method(method, content)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** One call of the description. */
  private record Call(String method, String path, JsonNode operation) {

    boolean isAbout(String words) {
      String text =
          (operation.path("summary").asText() + " " + operation.path("description").asText())
              .toLowerCase(Locale.ROOT);
      return List.of(words.split(" ")).stream().allMatch(text::contains);
    }

    /** The answer to it, held to its schema. */
    JsonNode done(Map<String, String> inPath, Map<String, Object> inBody)
        throws IOException, InterruptedException {
      String where = path;
      for (Map.Entry<String, String> one : inPath.entrySet()) {
        where = where.replace("{" + one.getKey() + "}", one.getValue());
      }
      assertThat(where).doesNotContain("{");
      ObjectNode body = inBody.isEmpty() ? null : JSON.valueToTree(inBody);
      if (body != null) {
        JsonNode promised = operation.at("/requestBody/content/application~1json/schema");
        fits(body, promised, path);
      }
      HttpResponse<byte[]> answer = sent(method, where, body);
      JsonNode promised = operation.path("responses").path(Integer.toString(answer.statusCode()));
      assertThat(promised.isMissingNode()).as(path + " " + answer.statusCode()).isFalse();
      JsonNode told = JSON.readTree(answer.body());
      fits(told, promised.path("content").elements().next().path("schema"), path);
      return told;
    }
  }

  private static Call call(String method, String about) {
    List<Call> fitting = new ArrayList<>();
    described
        .path("paths")
        .properties()
        .forEach(
            path -> {
              Call call =
                  new Call(
                      method, path.getKey(), path.getValue().path(method.toLowerCase(Locale.ROOT)));
              if (call.isAbout(about)) {
                fitting.add(call);
              }
            });
    assertThat(fitting).as(about).hasSize(1);
    return fitting.getFirst();
  }

  /** A value is of the type that its schema says, through and through. */
  private static void fits(JsonNode value, JsonNode schema, String where) {
    if (schema.has("$ref")) {
      fits(value, described.at(schema.path("$ref").asText().substring(1)), where);
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> {
        assertThat(value.isObject()).as(where + ": " + value).isTrue();
        value.properties().forEach(one -> property(one, schema, where));
      }
      case "array" -> value.forEach(one -> fits(one, schema.path("items"), where));
      case "string" -> assertThat(value.isTextual() || value.isNull()).as(where).isTrue();
      case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
      case "number" -> assertThat(value.isNumber()).as(where).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
      default -> assertThat(schema.path("type").asText()).as(where).isEmpty();
    }
  }

  private static void property(Map.Entry<String, JsonNode> one, JsonNode schema, String where) {
    String name = where + "." + one.getKey();
    JsonNode promised = schema.path("properties").path(one.getKey());
    if (promised.isMissingNode()) {
      assertThat(schema.path("additionalProperties").isObject()).as(name).isTrue();
      fits(one.getValue(), schema.path("additionalProperties"), name);
    } else if (!one.getValue().isNull()) {
      fits(one.getValue(), promised, name);
    }
  }

  @Test
  void composesEditsAndFetches() throws IOException, InterruptedException {
    JsonNode empty = call("POST", "new empty song").done(Map.of(), Map.of());
    Map<String, String> song = Map.of("id", empty.path("id").asText());

    JsonNode made =
        call("POST", "says something to the song")
            .done(song, Map.of("message", "dark trap at 140, 20 seconds"));
    assertThat(made.path("done").asBoolean()).as(made.path("text").asText()).isTrue();

    JsonNode edited = call("POST", "changes the tempo").done(song, Map.of("bpm", 120));
    assertThat(edited.at("/song/bpm").asDouble()).isEqualTo(120);
    assertThat(edited.path("changes")).isNotEmpty();

    JsonNode refused =
        call("POST", "takes a section out").done(song, Map.of("section", Map.of("kind", "bridge")));
    assertThat(refused.path("detail").asText()).contains("bridge");

    JsonNode now = call("GET", "song as it is").done(song, Map.of());
    assertThat(now.path("bpm").asDouble()).isEqualTo(120);

    JsonNode rendered = call("POST", "renders the whole song").done(song, Map.of());
    HttpResponse<byte[]> sound = sent("GET", rendered.path("mixUrl").asText(), null);
    assertThat(new String(sound.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(sound.body().length).isGreaterThan(1_000_000);
  }
}

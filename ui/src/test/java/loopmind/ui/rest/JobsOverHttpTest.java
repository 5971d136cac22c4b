package loopmind.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program asks for songs and fetches them later. */
class JobsOverHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String EDGE = "----edge";

  @TempDir Path folder;
  private StartedServer server;

  @BeforeEach
  void start() {
    server = new StartedServer(folder.resolve("home"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> asked(Map<String, String> parts)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    parts.forEach(
        (name, value) -> {
          String file = name.equals("reference_track") ? "; filename=\"../../../evil.wav\"" : "";
          body.append(
                  "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n"
                      .formatted(EDGE, name, file))
              .append("\r\n%s\r\n".formatted(value));
        });
    body.append("--").append(EDGE).append("--\r\n");
    return CLIENT.send(
        to("/api/v1/jobs")
            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.ISO_8859_1))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  /** The last state of a job, by its events. */
  private JsonNode followed(String id) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> events =
        CLIENT.send(
            to("/api/v1/jobs/" + id + "/events").build(), HttpResponse.BodyHandlers.ofLines());
    List<String> told =
        events
            .body()
            .filter(line -> line.startsWith("data:"))
            .map(line -> line.substring(5))
            .toList();
    int before = 0;
    for (String one : told) {
      int now = JSON.readTree(one).path("progress").asInt();
      String status = JSON.readTree(one).path("status").asText();
      assertThat(now >= before || status.equals("failed")).as(one).isTrue();
      before = now;
    }
    return JSON.readTree(told.getLast());
  }

  @Test
  void makesASongWithStemsThatCanBeFetched() throws IOException, InterruptedException {
    HttpResponse<String> taken =
        asked(
            Map.of(
                "prompt", "dark trap at 140, 20 seconds",
                "options", "{\"calls\": [{\"tool\": \"set_tempo\", \"args\": {\"bpm\": 120}}]}"));
    assertThat(taken.statusCode()).isEqualTo(202);
    String id = json(taken).path("job_id").asText();
    assertThat(json(taken).path("status_url").asText()).isEqualTo("/api/v1/jobs/" + id);
    assertThat(json(taken).path("status").asText()).isIn("queued", "processing");
    assertThat(get("/api/v1/jobs/" + id + "/audio/mix").statusCode()).isEqualTo(404);

    JsonNode done = followed(id);
    assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("completed");
    assertThat(done.path("progress").asInt()).isEqualTo(100);
    assertThat(done.at("/results/qa/passed").asBoolean()).isTrue();
    JsonNode song = json(get(done.at("/results/song_url").asText()));
    assertThat(song.path("bpm").asDouble()).isEqualTo(120);
    assertThat(done.at("/results/stems")).hasSizeGreaterThan(1);
    for (JsonNode stem : done.at("/results/stems")) {
      assertThat(riff(stem.path("url").asText())).isTrue();
    }
    assertThat(riff(done.at("/results/mixed_track_url").asText())).isTrue();

    stop();
    start();
    JsonNode after = json(get("/api/v1/jobs/" + id));
    assertThat(after.path("status").asText()).isEqualTo("completed");
    assertThat(after.path("results")).isEqualTo(done.path("results"));
    assertThat(riff(done.at("/results/mixed_track_url").asText())).isTrue();
  }

  private boolean riff(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> head =
        CLIENT.send(
            to(path).header("Range", "bytes=0-3").build(), HttpResponse.BodyHandlers.ofByteArray());
    return head.statusCode() == 206
        && new String(head.body(), StandardCharsets.US_ASCII).equals("RIFF");
  }

  @Test
  void takesUpWhatAnEndInterrupted() throws IOException, InterruptedException {
    String first =
        json(asked(Map.of("prompt", "house at 124, 20 seconds"))).path("job_id").asText();
    String second =
        json(asked(Map.of("prompt", "lofi at 80, 20 seconds", "options", "{\"stems\": false}")))
            .path("job_id")
            .asText();
    for (int i = 0;
        i < 600 && !json(get("/api/v1/jobs/" + first)).path("status").asText().equals("processing");
        i++) {
      Thread.sleep(20);
    }
    stop();
    start();
    assertThat(followed(first).path("status").asText()).isEqualTo("completed");
    JsonNode other = followed(second);
    assertThat(other.path("status").asText()).isEqualTo("completed");
    assertThat(other.at("/results/stems")).isEmpty();
  }

  @Test
  void cancelsAndForgets() throws IOException, InterruptedException {
    String first = json(asked(Map.of("prompt", "techno at 130"))).path("job_id").asText();
    String second = json(asked(Map.of("prompt", "drill at 140"))).path("job_id").asText();
    for (String id : List.of(second, first)) {
      assertThat(delete(id)).isEqualTo(204);
      JsonNode over = followed(id);
      assertThat(over.path("status").asText()).isEqualTo("failed");
      assertThat(over.path("error").asText()).isEqualTo("It was cancelled.");
    }
    assertThat(delete(first)).isEqualTo(204);
    assertThat(get("/api/v1/jobs/" + first).statusCode()).isEqualTo(404);
    assertThat(json(get("/api/v1/jobs"))).hasSize(1);
  }

  private int delete(String id) throws IOException, InterruptedException {
    return CLIENT
        .send(to("/api/v1/jobs/" + id).DELETE().build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void refusesInASentence() throws IOException, InterruptedException {
    List<Map<String, String>> wrong =
        List.of(
            Map.of("options", "{}"),
            Map.of("prompt", "   "),
            Map.of("prompt", "x".repeat(2_001)),
            Map.of("prompt", "house", "options", "[1]"),
            Map.of("prompt", "house", "options", "{\"speed\": 3}"),
            Map.of("prompt", "house", "options", "{\"calls\": [{\"tool\": \"rm\", \"args\": {}}]}"),
            Map.of("prompt", "house", "reference_track", "<html>no sound</html>"));
    for (Map<String, String> parts : wrong) {
      HttpResponse<String> refused = asked(parts);
      assertThat(refused.statusCode()).as(parts.toString()).isEqualTo(400);
      assertThat(json(refused).path("detail").asText()).as(parts.toString()).endsWith(".");
    }
    assertThat(get("/api/v1/jobs/job-99").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/jobs/..%2f..").statusCode()).isBetween(400, 404);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().contains("evil"))).isEmpty();
    }
    JsonNode failed =
        followed(json(asked(Map.of("prompt", "thanks, you are great"))).path("job_id").asText());
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("error").asText()).endsWith(".");
  }
}

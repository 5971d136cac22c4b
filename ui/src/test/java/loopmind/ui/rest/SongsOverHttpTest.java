package loopmind.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import loopmind.assistant.calls.Tool;
import loopmind.mixer.audio.AudioFiles;
import loopmind.ui.ProjectRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program makes, changes and hears a song over HTTP. */
class SongsOverHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static StartedServer server;

  @BeforeAll
  static void start() {
    server = new StartedServer(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d/api/v1%s".formatted(server.port(), path)));
  }

  private static <T> HttpResponse<T> sent(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> as)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), as);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return sent(to(path), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return sent(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Test
  void composesEditsUndoesAndHears() throws IOException, InterruptedException {
    HttpResponse<String> created = post("/songs", "");
    assertThat(created.statusCode()).isEqualTo(201);
    String song = "/songs/" + json(created).path("id").asText();
    JsonNode made =
        json(post(song + "/chat", "{\"message\": \"dark trap at 140, half a minute\"}"));
    assertThat(made.path("done").asBoolean()).isTrue();
    assertThat(made.at("/calls/0/tool").asText()).isEqualTo("compose_song");
    assertThat(made.at("/song/bpm").asDouble()).isEqualTo(140);
    assertThat(get(song + "/audio/before").statusCode()).as("nothing was there").isEqualTo(404);

    JsonNode slower = json(post(song + "/tools/set_tempo", "{\"bpm\": 100}"));
    assertThat(slower.at("/song/bpm").asDouble()).isEqualTo(100);
    assertThat(slower.at("/changes/0/what").asText()).isEqualTo("tempo");
    isHeardBeforeAndAfter(song);
    assertThat(json(post(song + "/tools/undo", "{}")).at("/song/bpm").asDouble()).isEqualTo(140);
    assertThat(json(get(song + "/versions"))).hasSize(2);
    assertThat(json(get(song + "/chat")).at("/0/message").asText()).startsWith("dark trap");

    post(song + "/tools/export_song", "{\"format\": \"midi\"}");
    JsonNode export = json(get(song + "/exports")).path(0);
    HttpResponse<byte[]> midi =
        sent(
            HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d%s".formatted(server.port(), export.path("url").asText()))),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(new String(midi.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("MThd");
    assertThat(midi.headers().firstValue("Content-Disposition").orElse("")).contains(".mid");
    assertThat(get(song + "/exports/file?name=../../songs/song-1.loopmind.json").statusCode())
        .isEqualTo(404);

    isHeardInTheSong(song);
    JsonNode mix = json(post(song + "/render", ""));
    assertThat(mix.path("qaPassed").asBoolean()).isTrue();
    JsonNode levels = json(get(song + "/audio/levels"));
    assertThat(levels.path("stepSeconds").asDouble()).isEqualTo(0.05);
    assertThat(levels.at("/parts/mix").size()).isGreaterThan(300);
    assertThat(levels.at("/parts/drums").size()).isEqualTo(levels.at("/parts/mix").size());
    assertThat(levels.at("/parts/mix/200").asInt()).isBetween(-40, -1);
    HttpResponse<byte[]> head =
        sent(
            to(song + "/audio/mix").header("Range", "bytes=0-11"),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(206);
    assertThat(new String(head.body(), StandardCharsets.US_ASCII))
        .startsWith("RIFF")
        .endsWith("WAVE");
  }

  private void isHeardBeforeAndAfter(String song) throws IOException, InterruptedException {
    byte[] after =
        sent(to(song + "/audio/preview"), HttpResponse.BodyHandlers.ofByteArray()).body();
    HttpResponse<byte[]> before =
        sent(to(song + "/audio/before"), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(new String(before.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(before.body()).isNotEqualTo(after);
    post(song + "/chat", "{\"message\": \"what key is it in?\"}");
    assertThat(sent(to(song + "/audio/preview"), HttpResponse.BodyHandlers.ofByteArray()).body())
        .as("a question changes nothing")
        .isEqualTo(after);
  }

  @Test
  void saysInASentenceWhatCannotBeDone() throws IOException, InterruptedException {
    String song = "/songs/" + json(post("/songs", "")).path("id").asText();
    HttpResponse<String> refused = post(song + "/tools/set_tempo", "{\"bpm\": 100}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("detail").asText()).startsWith("There is no song yet.");
    assertThat(post(song + "/tools/set_tempo", "{\"speed\": 1}").statusCode()).isEqualTo(400);
    assertThat(post(song + "/tools/format_disk", "{}").statusCode()).isEqualTo(400);
    assertThat(post(song + "/chat", "{\"message\": \" \"}").statusCode()).isEqualTo(400);
    assertThat(post(song + "/chat", "{oops").statusCode()).isEqualTo(400);
    assertThat(get(song + "/audio/mix").statusCode()).isEqualTo(404);
    assertThat(get("/songs/nobody").statusCode()).isEqualTo(404);
    assertThat(get("/songs/..%2F..%2Fetc%2Fpasswd").statusCode()).isBetween(400, 404);
    for (HttpResponse<String> answer :
        new HttpResponse[] {refused, post(song + "/chat", "[]"), get("/songs/nobody")}) {
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at loopmind");
    }
  }

  @Test
  void findsAndHearsLoops() throws IOException, InterruptedException {
    String starter = ProjectRoot.starterPack().toString().replace("\\", "\\\\");
    assertThat(post("/library/folders", "{\"path\": \"%s\"}".formatted(starter)).statusCode())
        .isEqualTo(202);
    for (int i = 0; i < 600 && !json(get("/library/work")).path("over").asBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(json(get("/library/work")).toString())
        .as("notes beside sounds are no sounds")
        .doesNotContain("cannot be read");
    JsonNode found = json(get("/library/loops?role=bass&words=808&limit=3"));
    assertThat(found).isNotEmpty();
    assertThat(found.get(0).path("role").asText()).isEqualTo("bass");
    assertThat(found.get(0).path("reasons")).isNotEmpty();
    HttpResponse<byte[]> sound =
        sent(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:%d%s"
                            .formatted(server.port(), found.get(0).path("audioUrl").asText())))
                .header("Range", "bytes=0-99"),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(sound.statusCode()).isEqualTo(206);
    assertThat(sound.body()).hasSize(100);
    assertThat(json(get("/library/statistics")).path("loops").asInt()).isGreaterThan(20);
    assertThat(post("/library/folders", "{\"path\": \"../etc\"}").statusCode()).isEqualTo(400);
    assertThat(get("/library/loops?bpm=9999").statusCode()).isEqualTo(422);
    assertThat(get("/library/loops?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("/library/loops/nothing/audio").statusCode()).isEqualTo(404);
    isMarked(found.get(0).path("id").asText().replace("#", "%23"));
    assertThat(json(get("/library/loops?role=bass&leastEnergy=0.99")).size())
        .isLessThan(json(get("/library/loops?role=bass")).size());
    assertThat(json(get("/library/loops?pack=trap"))).isNotEmpty();
    assertThat(json(get("/library/loops?pack=nowhere"))).isEmpty();
    assertThat(json(get("/library/plugins")).findValuesAsText("state")).containsOnly("ready");
    assertThat(json(get("/library/files?limit=5"))).hasSize(5);
  }

  /** A loop of another tempo comes in whole bars of the song's: 4 of 4 beats at 140. */
  private static void isHeardInTheSong(String song) throws IOException, InterruptedException {
    String loop = json(get("/library/loops?role=chords&words=lofi&limit=1")).at("/0/id").asText();
    String path = song + "/audition/" + loop.replace("#", "%23") + "/audio";
    long begun = System.nanoTime();
    HttpResponse<byte[]> sound = sent(to(path), HttpResponse.BodyHandlers.ofByteArray());
    System.out.printf("audition in the song: %.2f s%n", (System.nanoTime() - begun) / 1e9);
    assertThat(sound.statusCode()).isEqualTo(200);
    Path file = folder.resolve("audition.wav");
    Files.write(file, sound.body());
    double bars = AudioFiles.read(file).length().value() / (4 * 60 / 140.0);
    assertThat(bars).isCloseTo(Math.rint(bars), within(0.02));
    assertThat(bars).isBetween(3.9, 8.1);
    assertThat(get(song + "/audition/nothing/audio").statusCode()).isEqualTo(404);
  }

  private static void isMarked(String loop) throws IOException, InterruptedException {
    String path = "/library/loops/" + loop + "/marks";
    HttpRequest.BodyPublisher said =
        HttpRequest.BodyPublishers.ofString(
            "{\"tags\": [\"Purple\"], \"stars\": 4, \"favourite\": true}");
    JsonNode marked =
        json(
            sent(
                to(path).header("Content-Type", "application/json").method("PATCH", said),
                HttpResponse.BodyHandlers.ofString()));
    assertThat(marked.path("stars").asInt()).isEqualTo(4);
    assertThat(json(get("/library/loops?tag=purple&favourite=true&leastStars=4"))).hasSize(1);
    assertThat(json(get("/library/loops?words=purple")).at("/0/id").asText())
        .isEqualTo(marked.path("id").asText());
    HttpRequest.BodyPublisher beyond = HttpRequest.BodyPublishers.ofString("{\"stars\": 9}");
    assertThat(
            sent(
                    to(path).header("Content-Type", "application/json").method("PATCH", beyond),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void describesEveryToolSoThatAStrangerCanCallIt() throws IOException, InterruptedException {
    JsonNode paths = json(get("/openapi.json")).path("paths");
    for (Tool tool : Tool.values()) {
      JsonNode body =
          paths
              .path("/api/v1/songs/{id}/tools/" + tool.word())
              .at("/post/requestBody/content/application~1json/schema/properties");
      assertThat(body.size()).as(tool.word()).isEqualTo(tool.argumentSchemas().size());
    }
  }

  /** The HTTP client of the JDK does not let a Host be forged. */
  private static String statusOf(String host, String more) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "GET /api/v1/health HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n"
              .formatted(host, more);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.substring(0, answer.indexOf("\r\n"));
    }
  }

  @Test
  void answersNobodyElsesPages() throws IOException {
    String own = "127.0.0.1:" + server.port();
    assertThat(statusOf(own, "")).contains("200");
    assertThat(statusOf("localhost:" + server.port(), "")).contains("200");
    assertThat(statusOf("evil.example", "")).contains("403");
    assertThat(statusOf(own, "Origin: http://evil.example\r\n")).contains("403");
    assertThat(statusOf(own, "Origin: null\r\n")).contains("403");
    assertThat(statusOf(own, "Origin: http://" + own + "\r\n")).contains("200");
  }

  @Test
  void findsBySoundLaysOutAndCorrects() throws IOException, InterruptedException {
    server.place.libraryWork().listenTo(ProjectRoot.starterPack()).join();
    JsonNode found = json(get("/library/loops?words=gloomy%20atmosphere&limit=5"));
    assertThat(found).isNotEmpty();
    assertThat(found.get(0).path("reasons").toString()).contains("sounds like these words");
    String id = found.get(0).path("id").asText();
    JsonNode map = json(get("/library/map"));
    for (int i = 0; i < 200 && map.path("progress").asDouble() < 1; i++) {
      Thread.sleep(100);
      map = json(get("/library/map"));
    }
    assertThat(map.path("sounds").size()).isGreaterThan(50);
    assertThat(json(get("/library/duplicates")).isArray()).isTrue();
    HttpResponse<String> corrected = patch(id, "{\"role\": \"vocal\", \"bpm\": 99}");
    assertThat(corrected.statusCode()).isEqualTo(200);
    assertThat(json(get("/library/loops/" + id)).path("role").asText()).isEqualTo("vocal");
    assertThat(json(get("/library/loops/" + id)).path("bpm").asDouble()).isEqualTo(99);
    assertThat(patch(id, "{\"key\": \"H flat\"}").statusCode()).isEqualTo(400);
    assertThat(patch(id, "{\"role\": \"kazoo\"}").statusCode()).isEqualTo(400);
    assertThat(patch(id, "{\"bpm\": -4}").statusCode()).isEqualTo(400);
    assertThat(patch(id, "{\"role\": \"\", \"bpm\": 0}").statusCode()).isEqualTo(200);
    assertThat(json(get("/library/loops/" + id)).path("role").asText()).isNotEqualTo("vocal");
  }

  private static HttpResponse<String> patch(String id, String body)
      throws IOException, InterruptedException {
    return sent(
        to("/library/loops/" + id + "/marks")
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)),
        HttpResponse.BodyHandlers.ofString());
  }
}

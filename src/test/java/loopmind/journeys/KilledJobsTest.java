package loopmind.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program is killed (SIGKILL) while it makes jobs; each acknowledged job is made. */
final class KilledJobsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KILLS = 3, LONGEST_LIFE_MILLIS = 4_000, PATIENCE_SECONDS = 180;

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(7);
  private int port;
  private Process server;

  private void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dloopmind.root=" + System.getProperty("loopmind.root"),
                "-cp",
                System.getProperty("java.class.path"),
                "loopmind.ui.cli.Main",
                "--no-browser",
                "--home",
                folder.toString(),
                "--port",
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = server.inputReader();
    assertThat(said.readLine()).contains("LoopMind is at");
  }

  @AfterEach
  void kill() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(
        client.send(to(path).build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
  }

  private String ask(String prompt) throws IOException, InterruptedException {
    String part =
        "--edge\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n%s\r\n--edge--\r\n";
    HttpRequest request =
        to("/api/v1/jobs")
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofString(part.formatted(prompt)))
            .build();
    HttpResponse<String> taken = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(taken.statusCode()).isEqualTo(202);
    return JSON.readTree(taken.body()).path("status_url").asText();
  }

  @Test
  void noneIsLost() throws IOException, InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    for (int life = 0; life < KILLS; life++) {
      start();
      acknowledged.add(ask("house at 12%d, 20 seconds".formatted(life)));
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      kill();
    }
    start();
    for (String job : acknowledged) {
      JsonNode now = get(job);
      for (int i = 0; i < PATIENCE_SECONDS * 5 && isOpen(now); i++) {
        Thread.sleep(200);
        now = get(job);
      }
      assertThat(now.path("status").asText()).as(now.toString()).isEqualTo("completed");
      HttpRequest mix = to(now.at("/results/mixed_track_url").asText()).build();
      byte[] sound = client.send(mix, HttpResponse.BodyHandlers.ofByteArray()).body();
      assertThat(sound).startsWith('R', 'I', 'F', 'F').hasSizeGreaterThan(1_000_000);
    }
  }

  private static boolean isOpen(JsonNode job) {
    String status = job.path("status").asText();
    return status.equals("queued") || status.equals("processing");
  }
}

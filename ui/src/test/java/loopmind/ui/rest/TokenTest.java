package loopmind.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked for a token gives it in the header, the address or the cookie, and nowhere else. */
class TokenTest {

  private static final String TOKEN = "a-token+of/some=length";
  private static final String ENCODED = "a-token%2Bof%2Fsome%3Dlength";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static StartedServer server;

  @BeforeAll
  static void start() {
    server = new StartedServer(folder.resolve("home"), Optional.of(TOKEN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void opensWithTheTokenAlone() throws IOException, InterruptedException {
    assertThat(sent(server.to("/api/v1/songs")).statusCode()).isEqualTo(401);
    for (String wrong : new String[] {"", "a", ENCODED + "%25", ENCODED + "&x"}) {
      int status = sent(server.to("/api/v1/songs?x=1&token=" + wrong)).statusCode();
      assertThat(status).as(wrong).isEqualTo(wrong.endsWith("&x") ? 200 : 401);
    }
    assertThat(
            sent(server.to("/api/v1/songs").header("Authorization", "Bearer " + TOKEN))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void givesACookieOnceThatServesFromThenOn() throws IOException, InterruptedException {
    HttpResponse<String> once = sent(server.to("/api/v1/songs?token=" + ENCODED));
    String cookie = once.headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(sent(server.to("/api/v1/songs").header("Cookie", cookie.split(";")[0])).statusCode())
        .isEqualTo(200);
  }

  @Test
  void isNotLookedForInBodies() throws IOException, InterruptedException {
    HttpRequest.Builder form =
        server
            .to("/api/v1/songs")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + ENCODED));
    assertThat(sent(form).statusCode()).isEqualTo(401);
  }
}

package loopmind.ui.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loopmind.assistant.chat.Interpreter;
import loopmind.ui.Folders;
import loopmind.ui.Home;
import loopmind.ui.ProjectRoot;
import loopmind.ui.ServerOptions;
import loopmind.ui.StudioServer;
import loopmind.ui.Workplace;
import loopmind.ui.mcp.StdioMcp;
import picocli.CommandLine.Command;

/**
 * {@code loopmind warm-up}: starts the studio once, looks at its page, says hello as an assistant,
 * and ends. The launcher runs it after a build, so that the classes which a start needs lie ready
 * in Java's cache.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Starts the studio once and ends: fills the start-up cache after a build.")
final class WarmUpCommand implements Callable<Integer> {

  private static final List<String> SEEN =
      List.of("", "?v-r=init&location=&query=", "api/v1/songs", "api/v1/library/statistics");

  /** What the assistant of another program says first. */
  private static final String ASSISTANT =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"warm-up","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      {"jsonrpc":"2.0","id":2,"method":"tools/list"}
      {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_songs","arguments":{}}}
      """;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("loopmind-warm-up");
    Home home = new Home(folder);
    Interpreter interpreter =
        Interpreter.embedded(ProjectRoot.models(), home.cache().resolve("natives"));
    try (Workplace place = new Workplace(home, interpreter, 1);
        StudioServer server =
            StudioServer.start(
                place, new ServerOptions(ServerOptions.LOOPBACK, 0, Optional.empty()))) {
      interpreter.ready();
      for (String path : SEEN) {
        look(server.port(), path);
      }
      StdioMcp.serve(
          place,
          new ByteArrayInputStream(ASSISTANT.getBytes(StandardCharsets.UTF_8)),
          OutputStream.nullOutputStream());
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private static void look(int port, String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%d/%s".formatted(port, path));
    HttpResponse<Void> seen =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address).header("Accept", "text/html,*/*").build(),
                HttpResponse.BodyHandlers.discarding());
    if (seen.statusCode() != 200) {
      throw new IOException("%s answers %d".formatted(address, seen.statusCode()));
    }
  }
}

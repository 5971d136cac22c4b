package loopmind.ui.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import loopmind.assistant.chat.Interpreter;
import loopmind.ui.Home;
import loopmind.ui.ProjectRoot;
import loopmind.ui.ServerOptions;
import loopmind.ui.StudioServer;
import loopmind.ui.Workplace;

/** A server of its own over a home, with the language model that comes with LoopMind. */
final class StartedServer implements AutoCloseable {

  final Workplace place;
  private final StudioServer server;

  StartedServer(Path folder, Optional<String> token) {
    Home home = new Home(folder);
    place =
        new Workplace(
            home, Interpreter.embedded(ProjectRoot.models(), home.cache().resolve("natives")), 2);
    server = StudioServer.start(place, new ServerOptions(ServerOptions.LOOPBACK, 0, token));
  }

  StartedServer(Path folder) {
    this(folder, Optional.empty());
  }

  int port() {
    return server.port();
  }

  /** A request to a path from the root on. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
  }

  @Override
  public void close() {
    server.close();
    place.close();
  }
}

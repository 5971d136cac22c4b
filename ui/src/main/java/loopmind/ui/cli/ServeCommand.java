package loopmind.ui.cli;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loopmind.ui.Home;
import loopmind.ui.ServerOptions;
import loopmind.ui.StudioServer;
import loopmind.ui.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loopmind} without a command: the studio in the browser. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Serves the studio: the page, and REST for programs. What loopmind does without a command.",
    footer = {"", "Example:  loopmind --port 9000 --home ~/LoopMind"})
final class ServeCommand implements Callable<Integer> {

  private static final int PAGE_FIRST_SECONDS = 4;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "to listen on (default: ${DEFAULT-VALUE})")
  private int port = ServerOptions.USUAL_PORT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "to listen on (default: ${DEFAULT-VALUE}); others than this machine need --token")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--token",
      paramLabel = "WORD",
      description = "that callers must know, 16 characters or more")
  private @Nullable String token;

  @Option(names = "--no-browser", negatable = false, description = "opens no browser")
  private boolean noBrowser;

  @Mixin private Options options = new Options();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private IndexOptions index = new IndexOptions();

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions where = new ServerOptions(host, port, Optional.ofNullable(token));
    Home home = options.home();
    CountDownLatch ended = new CountDownLatch(1);
    try (Workplace place =
            new Workplace(home, models.interpreter(home), options.threads(), index.index(home));
        StudioServer server = StudioServer.start(place, where)) {
      Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "stop"));
      place.watch();
      Thread.ofVirtual().start(place::knownLoops);
      // the first page comes before the folders are looked through
      CompletableFuture.delayedExecutor(PAGE_FIRST_SECONDS, TimeUnit.SECONDS)
          .execute(
              () -> {
                var unused = place.bringUpToDate();
              });
      String address = "http://%s:%d/".formatted(host, server.port());
      System.out.println("LoopMind is at " + address + "  (Ctrl-C ends it)");
      if (!noBrowser) {
        open(address);
      }
      ended.await();
    }
    return 0;
  }

  /** Opens the page where there is a desktop; the address was printed anyway. */
  private static void open(String address) {
    try {
      if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        Desktop.getDesktop().browse(URI.create(address));
      }
    } catch (IOException | UnsupportedOperationException noBrowser) {
      System.err.println("loopmind: no browser could be opened; open " + address + " yourself.");
    }
  }
}

package loopmind.ui.cli;

import java.nio.file.Path;
import loopmind.ui.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class Options {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "where the catalogue, songs and caches live (default: LOOPMIND_HOME or ~/.loopmind)")
  private @Nullable Path home;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many threads to use, 1 to 64 (default: one a processor)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "results as JSON on standard output")
  private boolean json;

  Home home() {
    return home == null ? Home.usual() : new Home(home);
  }

  int threads() {
    return Math.clamp(threads, 1, 64);
  }

  boolean json() {
    return json;
  }
}

package loopmind.ui.cli;

import java.util.Optional;
import loopmind.library.index.EmbeddedIndex;
import loopmind.library.index.QdrantIndex;
import loopmind.library.index.VectorIndex;
import loopmind.ui.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which index finds sounds: the one within, or a Qdrant server. */
final class IndexOptions {

  /** The environment keeps keys out of the list of processes. */
  private static final String KEY = "LOOPMIND_QDRANT_KEY";

  @Option(
      names = "--qdrant",
      paramLabel = "URL",
      description =
          "a Qdrant server that finds sounds instead of the index within, such as http://127.0.0.1:6334 (its key: "
              + KEY
              + ")")
  private @Nullable String qdrant;

  VectorIndex index(Home home) {
    return qdrant == null
        ? new EmbeddedIndex(home.index())
        : new QdrantIndex(qdrant, Optional.ofNullable(System.getenv(KEY)).orElse(""));
  }
}

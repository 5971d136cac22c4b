package loopmind.library.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that lies in a folder; nothing of its content is known yet.
 *
 * @param path absolute
 * @param bytes its size
 * @param modifiedMillis when it was last changed, milliseconds since 1970
 * @param refusal why it is left alone, one sentence
 */
public record ScannedFile(Path path, long bytes, long modifiedMillis, Optional<String> refusal) {

  public ScannedFile {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException(
          "A scanned file is named by its absolute path, but was given %s.".formatted(path));
    }
  }
}

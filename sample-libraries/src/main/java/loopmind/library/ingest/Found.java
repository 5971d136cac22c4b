package loopmind.library.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was looked into, in a folder or inside an archive: sound by its first bytes, or not.
 */
public sealed interface Found {

  /** The file, or the archive that holds it; absolute. */
  Path path();

  /** Its name within the archive. */
  Optional<String> inside();

  long bytes();

  /** Of the file, or of the archive; milliseconds since 1970. */
  long modifiedMillis();

  /**
   * Content that may be sound.
   *
   * @param hash SHA-256 of its bytes
   * @param content where it can be read: the file itself, or its copy outside the archive
   */
  record Content(
      Path path,
      Optional<String> inside,
      long bytes,
      long modifiedMillis,
      String hash,
      Path content)
      implements Found {}

  /**
   * What is left alone.
   *
   * @param why one sentence
   */
  record Refused(Path path, Optional<String> inside, long bytes, long modifiedMillis, String why)
      implements Found {}
}

package loopmind.library.catalogue;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was looked into.
 *
 * @param path the file, or the archive that holds it; absolute
 * @param inside its name within the archive
 * @param bytes of the file or the entry
 * @param modifiedMillis of the file or the archive, milliseconds since 1970
 * @param hash of its content, where it may be sound
 * @param error why it gives no sound, one sentence
 */
public record FileRow(
    Path path,
    Optional<String> inside,
    long bytes,
    long modifiedMillis,
    Optional<String> hash,
    Optional<String> error) {}

package loopmind.arranger.song;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is told from the one that took its name.
 *
 * @param key of the file system; null where it has none
 * @param size in bytes
 * @param modified when it was last written
 */
record FileStamp(@Nullable Object key, long size, FileTime modified) {

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(facts.fileKey(), facts.size(), facts.lastModifiedTime());
  }

  static Optional<FileStamp> ifThere(Path file) throws IOException {
    try {
      return Optional.of(of(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }
}

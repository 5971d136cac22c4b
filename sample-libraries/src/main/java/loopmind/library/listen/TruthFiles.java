package loopmind.library.listen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the sound files that a {@link TruthRow} speaks of, in a folder or in a zip file of it. */
final class TruthFiles {

  /** Does something with a file. */
  interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private final Path folder;

  TruthFiles(Path folder) {
    this.folder = folder;
  }

  boolean has(TruthRow row) {
    return Files.exists(folder.resolve(row.archive().orElse(row.path())));
  }

  /**
   * @param reader is given a file that is there until it returns
   */
  <T> T with(TruthRow row, Reader<T> reader) throws IOException {
    if (row.archive().isEmpty()) {
      return reader.read(folder.resolve(row.path()));
    }
    Path copy = Files.createTempFile("loopmind", ".audio");
    try (ZipFile zip = new ZipFile(folder.resolve(row.archive().get()).toFile())) {
      ZipEntry entry = zip.getEntry(row.path());
      try (InputStream inside = zip.getInputStream(entry)) {
        Files.copy(inside, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      return reader.read(copy);
    } finally {
      Files.delete(copy);
    }
  }
}

package loopmind.library.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** Copies of what lies inside archives, named by their content, so that each is kept once. */
final class ContentCache {

  /** A part this old was left by a process that was stopped. */
  private static final Duration STALE = Duration.ofDays(1);

  private final Path folder;

  ContentCache(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      removeStale();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeStale() throws IOException {
    Instant stale = Instant.now().minus(STALE);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(stale)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /** A new file to write to. */
  Path part() throws IOException {
    return Files.createTempFile(folder, "unpacked", ".part");
  }

  /** Moves a part to where its content belongs. */
  Path settle(Path part, String hash) throws IOException {
    Path place = place(hash);
    Files.createDirectories(place.getParent());
    return Files.move(
        part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Where content of that hash lies, if it is there. */
  Path place(String hash) {
    return folder.resolve(hash.substring(0, 2)).resolve(hash);
  }
}

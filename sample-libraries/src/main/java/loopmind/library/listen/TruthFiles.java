package loopmind.library.listen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;

/** Opens the sound files that a {@link TruthRow} speaks of, in a folder or in a zip file of it. */
final class TruthFiles {

  /** Does something with the sound of a file. */
  interface Reader<T> {
    T read(AudioStream stream) throws IOException;
  }

  private final Path folder;

  TruthFiles(Path folder) {
    this.folder = folder;
  }

  boolean has(TruthRow row) {
    return Files.exists(folder.resolve(row.archive().orElse(row.path())));
  }

  <T> T open(TruthRow row, Reader<T> reader) throws IOException {
    if (row.archive().isEmpty()) {
      try (AudioStream stream = AudioFiles.open(folder.resolve(row.path()))) {
        return reader.read(stream);
      }
    }
    Path copy = Files.createTempFile("loopmind", ".audio");
    try (ZipFile zip = new ZipFile(folder.resolve(row.archive().get()).toFile())) {
      ZipEntry entry = zip.getEntry(row.path());
      try (InputStream inside = zip.getInputStream(entry)) {
        Files.copy(inside, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      try (AudioStream stream = AudioFiles.open(copy)) {
        return reader.read(stream);
      }
    } finally {
      Files.delete(copy);
    }
  }
}

package loopmind.mixer.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import loopmind.mixer.audio.FileInProgress;

/** Files that appear in their places whole, over older ones, or not at all. */
final class WholeFile {

  private WholeFile() {}

  /** Writes what a file holds. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  static void write(Path file, byte[] bytes) {
    write(file, out -> out.write(bytes));
  }

  /**
   * @throws loopmind.mixer.audio.AudioUnwritable where the disk refuses
   */
  static void write(Path file, Content content) {
    try (FileInProgress target = new FileInProgress(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target.part()))) {
        content.to(out);
      } catch (IOException refused) {
        throw target.refused(refused);
      }
      target.settle();
    }
  }
}

package loopmind.mixer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what is only needed on the way; gone, with all in it, when closed. */
final class Scratch implements AutoCloseable {

  private final Path folder;

  Scratch() {
    try {
      folder = Files.createTempDirectory("loopmind-export-");
    } catch (IOException refused) {
      throw new UncheckedIOException("There is no room for temporary files.", refused);
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.delete(one);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException("Temporary files stay in %s.".formatted(folder), refused);
    }
  }
}

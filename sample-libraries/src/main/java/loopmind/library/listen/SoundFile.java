package loopmind.library.listen;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A sound file as the library knows it.
 *
 * @param path the file, or the archive that holds it
 * @param inside its name within the archive {@code path}, where that is one
 * @param hash of its content, lower-case hexadecimal; empty where it was not worth reading
 */
public record SoundFile(Path path, Optional<String> inside, String hash) {

  /** As people say it: the file name without folders and ending. */
  public String name() {
    String full = inside.orElseGet(() -> String.valueOf(path.getFileName()));
    String last = full.substring(full.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }
}

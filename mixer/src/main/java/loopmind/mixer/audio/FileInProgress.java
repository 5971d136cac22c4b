package loopmind.mixer.audio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file written beside its place and moved there when it is whole, over an older one. Not finished
 * with {@link #settle}, it leaves nothing.
 */
public final class FileInProgress implements AutoCloseable {

  private static final int MOST_LEFT_OVERS = 1_000;

  private final Path place;
  private final Path part;
  private boolean settled;

  /**
   * @param place where it will lie; its folder is made where it is not there
   * @throws AudioUnwritable where the folder cannot be written to
   */
  public FileInProgress(Path place) {
    this.place = place.toAbsolutePath();
    try {
      Path folder = this.place.getParent();
      if (folder == null) {
        throw new AudioUnwritable("%s is no place for a file.".formatted(place));
      }
      Files.createDirectories(folder);
      this.part = unused(folder);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** A new empty file; unlike a temporary file of the JDK, others may read what it becomes. */
  private Path unused(Path folder) throws IOException {
    for (int n = 0; ; n++) {
      String name =
          ".%s.%d-%d.part".formatted(place.getFileName(), ProcessHandle.current().pid(), n);
      try {
        return Files.createFile(folder.resolve(name));
      } catch (FileAlreadyExistsException taken) {
        if (n == MOST_LEFT_OVERS) {
          throw taken;
        }
      }
    }
  }

  /** What to write to in the meantime. */
  public Path part() {
    return part;
  }

  /**
   * Forces what was written to disk and moves it to its place.
   *
   * @throws AudioUnwritable where the disk refuses
   */
  public void settle() {
    try {
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      settled = true;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  @Override
  public void close() {
    if (!settled) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        throw refused(e);
      }
    }
  }

  /** The sentence for what went wrong while it was written. */
  public AudioUnwritable refused(IOException e) {
    return new AudioUnwritable("%s cannot be written: %s.".formatted(place, e.getMessage()), e);
  }
}

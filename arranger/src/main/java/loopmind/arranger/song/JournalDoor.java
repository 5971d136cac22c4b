package loopmind.arranger.song;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a song file, held by one writer: no other writes the song or its journal until
 * this is closed. Where there is no journal an empty one is made, which is deleted again if it
 * stays empty.
 */
final class JournalDoor implements Closeable {

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Path path;
  private final FileChannel channel;

  private JournalDoor(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * @throws EditRefused where another writer does not let go for some seconds
   */
  static JournalDoor open(Path path) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      create(path);
      Object before = key(path);
      FileChannel channel = null;
      boolean held = false;
      try {
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        // one who held it before may have deleted it: then the lock is on a file without a name
        held = lock(channel) && Objects.equals(before, key(path));
        if (held) {
          return new JournalDoor(path, channel);
        }
      } catch (NoSuchFileException gone) {
        continue; // deleted by one who held it; it is made again
      } finally {
        if (channel != null && !held) {
          channel.close();
        }
      }
      pause();
    }
    throw new EditRefused("Another program is saving the song %s. Try again.", path);
  }

  private static void create(Path path) throws IOException {
    try {
      Files.createFile(path);
    } catch (FileAlreadyExistsException there) {
      if (!Files.isRegularFile(path)) {
        throw there;
      }
    }
  }

  private static @Nullable Object key(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldHere) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EditRefused("Saving the song was stopped. Nothing was changed.");
    }
  }

  FileChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (Files.size(path) == 0) {
        Files.delete(path);
      }
    }
  }
}

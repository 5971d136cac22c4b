package loopmind.ui;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a song for one program of a home while it is open there: of two that have it open, one
 * would work on a version that the other has left. Let go when the program ends, however it does.
 */
final class SongHold implements AutoCloseable {

  /** Null where the file system knows no locks; a song file then still refuses a second writer. */
  private final @Nullable FileChannel channel;

  private SongHold(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param file that stands for the song; made where it is not there, and left there
   * @return empty where another program has it, or this one has it already
   */
  static Optional<SongHold> take(Path file) {
    FileChannel channel = null;
    boolean held = false;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      held = channel.tryLock() != null;
      return held ? Optional.of(new SongHold(channel)) : Optional.empty();
    } catch (OverlappingFileLockException here) {
      return Optional.empty();
    } catch (IOException noLocks) {
      return Optional.of(new SongHold(null));
    } finally {
      if (!held) {
        letGo(channel);
      }
    }
  }

  private static void letGo(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException gone) {
      // the lock ends with the program
    }
  }

  @Override
  public void close() {
    letGo(channel);
  }
}

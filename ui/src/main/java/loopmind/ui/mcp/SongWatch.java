package loopmind.ui.mcp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import loopmind.ui.OpenSong;

/**
 * Tells of each new version of the songs that were used here, whoever made it. On a thread of its
 * own, so that no song waits for a slow listener.
 */
final class SongWatch implements AutoCloseable {

  private final Consumer<OpenSong> changed;
  private final Map<OpenSong, Runnable> watched = new HashMap<>();
  private final ExecutorService telling =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("mcp news").factory());

  /**
   * @param changed told of each new version
   */
  SongWatch(Consumer<OpenSong> changed) {
    this.changed = changed;
  }

  /** From now on tells of this song; once however often it is called. */
  synchronized void watch(OpenSong song) {
    watched.computeIfAbsent(song, this::begun);
  }

  private Runnable begun(OpenSong song) {
    AtomicInteger known = new AtomicInteger(song.version());
    return song.onChange(
        now -> {
          int version = now.version();
          if (known.getAndSet(version) != version) {
            tell(now);
          }
        });
  }

  private void tell(OpenSong song) {
    try {
      telling.execute(() -> changed.accept(song));
    } catch (RejectedExecutionException closed) {
      // nobody listens any more
    }
  }

  @Override
  public synchronized void close() {
    watched.values().forEach(Runnable::run);
    watched.clear();
    telling.shutdownNow();
  }
}

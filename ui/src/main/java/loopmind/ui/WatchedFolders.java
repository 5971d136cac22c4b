package loopmind.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells of folders in which files came, changed or went, once it has been quiet in them for a
 * moment: a file that is still being copied is left alone. Folders within are watched too, also
 * those that are made later.
 */
final class WatchedFolders implements AutoCloseable {

  /** So long nothing must happen in a folder before it is told. */
  static final Duration QUIET = Duration.ofMillis(800);

  private static final long LOOK_MILLIS = 200;

  /** Deeper folders are not watched: something is wrong there, such as a circle of links. */
  private static final int DEEPEST = 24;

  private final WatchService service;
  private final Consumer<Path> changed;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Set<Path> known = new HashSet<>();
  private final Map<Path, Long> restless = new HashMap<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("watching").unstarted(this::run);

  /**
   * @param changed told of each folder whose content is other than before
   */
  WatchedFolders(Consumer<Path> changed) {
    this.changed = changed;
    try {
      service = FileSystems.getDefault().newWatchService();
    } catch (IOException failed) {
      throw new UncheckedIOException("Folders cannot be watched on this machine.", failed);
    }
    thread.start();
  }

  /** Watches a folder and all within it; of a file, the folder that it lies in. */
  synchronized void watch(Path place) {
    Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> within = Files.walk(folder, DEEPEST)) {
      within.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).forEach(this::add);
    } catch (IOException | UncheckedIOException gone) {
      // it was taken away while it was walked through: there is nothing to watch any more
      restless.remove(folder);
    }
  }

  private void add(Path folder) {
    if (known.add(folder)) {
      try {
        watched.put(
            folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE),
            folder);
      } catch (IOException unwatchable) {
        known.remove(folder);
      }
    }
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = service.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (key != null) {
          happened(key);
        }
        tellTheQuiet();
      }
    } catch (InterruptedException | ClosedWatchServiceException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void happened(WatchKey key) {
    Path folder = watched.get(key);
    if (folder == null) {
      return;
    }
    for (WatchEvent<?> event : key.pollEvents()) {
      restless.put(folder, System.nanoTime());
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        watch(folder); // more happened than can be told: folders may be new
      } else if (event.context() instanceof Path name && Files.isDirectory(folder.resolve(name))) {
        watch(folder.resolve(name));
        restless.put(folder.resolve(name), System.nanoTime());
      }
    }
    if (!key.reset()) {
      watched.remove(key);
      known.remove(folder);
    }
  }

  private void tellTheQuiet() {
    Set<Path> quiet = new HashSet<>();
    synchronized (this) {
      Iterator<Map.Entry<Path, Long>> each = restless.entrySet().iterator();
      while (each.hasNext()) {
        Map.Entry<Path, Long> one = each.next();
        if (System.nanoTime() - one.getValue() >= QUIET.toNanos()) {
          quiet.add(one.getKey());
          each.remove();
        }
      }
    }
    quiet.stream().filter(Files::isDirectory).forEach(changed);
  }

  @Override
  public void close() {
    try {
      service.close();
      thread.interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

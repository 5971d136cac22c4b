package loopmind.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.library.search.LoopSearch;
import loopmind.library.search.SoundMap;

/**
 * The map of the library's sounds, laid out in the background when it is first asked for and anew
 * when the library changed. The last one stays until the new one is ready.
 */
public final class SoundMaps implements AutoCloseable {

  private final ExecutorService layingOut =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sound-map").priority(Thread.MIN_PRIORITY).factory());
  private List<Loop> wanted = List.of();
  private Laid laid = new Laid(List.of(), Map.of());
  private Optional<RuntimeException> failed = Optional.empty();
  private volatile double progress = 1;
  private volatile boolean closed;

  /**
   * A map.
   *
   * @param loops all that it was asked for
   * @param places of those that have one
   */
  public record Laid(List<Loop> loops, Map<LoopId, SoundMap.Place> places) {}

  /**
   * The map of these loops, or the last one while theirs is laid out; empty while the first is.
   *
   * @param loops all of the library
   */
  public synchronized Optional<Laid> of(List<Loop> loops) {
    if (laid.loops() != loops && wanted != loops) {
      wanted = loops;
      progress = 0;
      failed = Optional.empty();
      var unused = layingOut.submit(() -> layOut(loops));
    }
    if (failed.isPresent()) {
      throw new IllegalStateException("The map of sounds could not be laid out.", failed.get());
    }
    boolean ready = laid.loops() == loops || !laid.places().isEmpty();
    return ready ? Optional.of(laid) : Optional.empty();
  }

  /** How far the map is that is being laid out, 0 to 1. */
  public double progress() {
    return progress;
  }

  private void layOut(List<Loop> loops) {
    try {
      Map<LoopId, SoundMap.Place> places =
          SoundMap.of(
              LoopSearch.entries(loops),
              LoopSearch.indexOf(loops),
              share -> progress = share,
              () -> closed || !isWanted(loops));
      keep(loops, places);
    } catch (RuntimeException broken) {
      fail(broken);
    }
  }

  private synchronized void fail(RuntimeException broken) {
    failed = Optional.of(broken);
  }

  private synchronized boolean isWanted(List<Loop> loops) {
    return wanted == loops;
  }

  private synchronized void keep(List<Loop> loops, Map<LoopId, SoundMap.Place> places) {
    if (wanted == loops) {
      laid = new Laid(loops, places);
      progress = 1;
    }
  }

  @Override
  public void close() {
    closed = true;
    layingOut.shutdownNow();
  }
}

package loopmind.ui;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import loopmind.arranger.loop.Loop;

/**
 * The loops that the catalogue has, read anew when it changed. While folders are listened to it
 * changes with each file: then it is read again only after a while that grows with the time that
 * reading takes, so that a library of tens of thousands does not spend itself on being listed.
 */
final class KnownLoops {

  private static final long LEAST_WAIT_NANOS = Duration.ofMillis(500).toNanos();

  /** Reading takes at most one part in so many of the time. */
  private static final int SHARE = 10;

  private final Supplier<List<Loop>> reading;
  private final LongSupplier elsewhere;
  private long seenElsewhere;
  private List<Loop> loops = List.of();
  private boolean stale = true;
  private boolean urgent = true;
  private long readAt;
  private long readingNanos;

  /**
   * @param reading of all loops from the catalogue
   * @param elsewhere another number after each change of the catalogue by another process
   */
  KnownLoops(Supplier<List<Loop>> reading, LongSupplier elsewhere) {
    this.elsewhere = elsewhere;
    this.reading = reading;
  }

  /** The loops as they are, or where a folder is being listened to, as they were a moment ago. */
  synchronized List<Loop> all() {
    long state = elsewhere.getAsLong();
    stale |= state != seenElsewhere;
    seenElsewhere = state;
    long now = System.nanoTime();
    long wait = Math.max(LEAST_WAIT_NANOS, SHARE * readingNanos);
    if (stale && (urgent || now - readAt > wait)) {
      stale = false;
      urgent = false;
      loops = List.copyOf(reading.get());
      readAt = System.nanoTime();
      readingNanos = readAt - now;
    }
    return loops;
  }

  /** One more file is known, or one less. */
  synchronized void changed() {
    stale = true;
  }

  /** All that was asked for is known: whoever asks now sees all of it. */
  synchronized void settled() {
    stale = true;
    urgent = true;
  }
}

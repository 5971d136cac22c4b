package loopmind.ui;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import loopmind.arranger.song.Song;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Rendering;
import org.jspecify.annotations.Nullable;

/**
 * Renders the whole mix of the newest song while other things go on. There is one render at a time:
 * it can be made to wait, and a newer song takes its place. Called by one thread.
 */
final class MixInBackground implements AutoCloseable {

  /** Renders a song to the file of its mix. */
  @FunctionalInterface
  interface Mixing {
    Rendering mix(Song song, RenderProgress progress);
  }

  private final Mixing mixing;
  private final MixListener listener;
  private @Nullable Run run;

  /**
   * @param listener told on the thread that renders, where nobody {@link #await}s it
   */
  MixInBackground(Mixing mixing, MixListener listener) {
    this.mixing = mixing;
    this.listener = listener;
  }

  /** One render, on a thread of its own. */
  private final class Run implements RenderProgress {
    private final Song song;
    private final CompletableFuture<Rendering> made = new CompletableFuture<>();
    private volatile RenderProgress watcher = RenderProgress.NONE;
    private volatile boolean awaited;
    private boolean waiting;
    private boolean cancelled;

    Run(Song song) {
      this.song = song;
    }

    void work() {
      try {
        Rendering rendering = mixing.mix(song, this);
        made.complete(rendering);
        if (!awaited) {
          listener.mixed(rendering);
        }
      } catch (CancellationException stopped) {
        made.completeExceptionally(stopped);
      } catch (RuntimeException failed) {
        made.completeExceptionally(failed);
        if (!awaited) {
          listener.failed(failed);
        }
      }
    }

    @Override
    public void at(String step, double share) {
      watcher.at(step, share);
    }

    /** Asked often by the render, which therefore stands still as long as this does. */
    @Override
    public synchronized boolean cancelled() {
      try {
        while (waiting && !cancelled) {
          wait();
        }
      } catch (InterruptedException stopped) {
        cancelled = true;
      }
      return cancelled || watcher.cancelled();
    }

    synchronized void waiting(boolean other) {
      waiting = other;
      notifyAll();
    }

    synchronized void cancel() {
      cancelled = true;
      notifyAll();
    }
  }

  /** Begins with a song; what was rendered before is given up. */
  void start(Song song) {
    cancel();
    Run next = new Run(song);
    run = next;
    Thread.ofPlatform().daemon().name("mix").start(next::work);
  }

  /** Whether this very song is being rendered, or was. */
  boolean has(Song song) {
    Run now = run;
    return now != null && now.song == song && !now.made.isCompletedExceptionally();
  }

  /** The mix of this very song, where it is whole. */
  Optional<Rendering> of(Song song) {
    Run now = run;
    return now != null && now.song == song && isWhole(now)
        ? Optional.of(now.made.join())
        : Optional.empty();
  }

  private static boolean isWhole(Run one) {
    return one.made.isDone() && !one.made.isCompletedExceptionally();
  }

  boolean isWorking() {
    Run now = run;
    return now != null && !now.made.isDone();
  }

  void pause() {
    Run now = run;
    if (now != null) {
      now.waiting(true);
    }
  }

  void goOn() {
    Run now = run;
    if (now != null) {
      now.waiting(false);
    }
  }

  /** Gives up the render that goes on; returns when it has ended. */
  void cancel() {
    Run now = run;
    if (now != null && !now.made.isDone()) {
      now.cancel();
      now.made.handle((made, failed) -> true).join();
    }
  }

  /**
   * Waits for the render that goes on.
   *
   * @param watcher is told how far it is, and may end it
   * @throws CancellationException where the watcher did
   * @throws RuntimeException of a render that failed
   */
  Optional<Rendering> await(RenderProgress watcher) {
    Run now = run;
    if (now == null) {
      return Optional.empty();
    }
    now.awaited = true;
    now.watcher = watcher;
    now.waiting(false);
    try {
      return Optional.of(now.made.join());
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    cancel();
  }
}

package loopmind.mixer.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import loopmind.mixer.measure.Hands;

/** Threads that work on a list side by side; results come in the order of the list. */
final class Crew implements AutoCloseable, Hands {

  /** Results that may wait for an earlier one, for each thread. */
  private static final int AHEAD = 2;

  private final ExecutorService threads;
  private final int count;

  Crew(int threads) {
    count = threads;
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("render-", 0).factory());
  }

  /**
   * Works on all items and hands each result on in the order of the list; only a few results wait
   * at a time.
   */
  <T, R> void inOrder(List<T> items, Function<T, R> work, Consumer<R> taker) {
    Deque<Future<R>> waiting = new ArrayDeque<>();
    try {
      for (T item : items) {
        if (waiting.size() >= AHEAD * count) {
          taker.accept(result(waiting.removeFirst()));
        }
        waiting.addLast(threads.submit(() -> work.apply(item)));
      }
      while (!waiting.isEmpty()) {
        taker.accept(result(waiting.removeFirst()));
      }
    } finally {
      waiting.forEach(future -> future.cancel(true));
    }
  }

  @Override
  public void each(int items, IntConsumer work) {
    if (count == 1 || items < 2) {
      Hands.ONE.each(items, work);
      return;
    }
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      int item = i;
      futures.add(threads.submit(() -> work.accept(item)));
    }
    futures.forEach(Crew::result);
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("A part of the render failed.", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The render was interrupted.", interrupted);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package loopmind.ui.mcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import loopmind.ui.OpenSong.Work;
import org.jspecify.annotations.Nullable;

/**
 * Waits for work, and meanwhile tells how far it is where the caller wants to know. The protocol
 * wants numbers that only grow: each step counts 1, and what is done of it the rest.
 */
final class Progress {

  private static final Duration BETWEEN = Duration.ofMillis(150);

  private final McpSyncServerExchange exchange;
  private final @Nullable Object token;
  private String step = "";
  private int steps;
  private double told = -1;

  Progress(McpSyncServerExchange exchange, CallToolRequest request) {
    this.exchange = exchange;
    token = request.progressToken();
  }

  /**
   * Waits until work is done.
   *
   * @param now what is being done
   * @return empty where it lasts longer than {@code patience}; it goes on then
   */
  <T> Optional<T> await(
      CompletableFuture<T> work, Supplier<Optional<Work>> now, Duration patience) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < patience.toNanos()) {
      try {
        return Optional.of(work.get(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException goesOn) {
        now.get().ifPresent(this::tell);
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new CompletionException(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new CancellationException("LoopMind was closed meanwhile.");
      }
    }
    return Optional.empty();
  }

  private void tell(Work work) {
    if (token == null) {
      return;
    }
    if (!work.step().equals(step)) {
      step = work.step();
      steps++;
    }
    double far = steps - 1 + Math.clamp(work.share(), 0, 1);
    if (far > told) {
      told = far;
      String words = "%s: %.0f %%".formatted(step, work.share() * 100);
      exchange.progressNotification(
          ProgressNotification.builder(token, far).message(words).build());
    }
  }
}

package loopmind.library.listen;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs analysers on a thread of its own and waits for each only so long. One that is still busy
 * then is interrupted and left behind on its thread, and the next one gets a new thread.
 */
final class Patience implements AutoCloseable {

  /** How long an analyser may take for a minute of sound, and how long for any sound at all. */
  static final int SECONDS_PER_MINUTE = 10;

  /** Starting up a model or a cold machine is not the sound's fault. */
  static final double LEAST_SECONDS = 10;

  private final double leastSeconds;
  private ExecutorService thread = newThread();

  Patience() {
    this(LEAST_SECONDS);
  }

  Patience(double leastSeconds) {
    this.leastSeconds = leastSeconds;
  }

  private static ExecutorService newThread() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("listening").factory());
  }

  /** The facts of one analyser. */
  <F extends Record> F ask(Analyser<F> analyser, Sound sound, Heard heard) throws AnalysisFailed {
    double limit = Math.max(leastSeconds, SECONDS_PER_MINUTE * sound.seconds() / 60);
    Future<F> answer = thread.submit(() -> analyser.listen(sound, heard));
    try {
      return answer.get((long) (limit * 1000), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.shutdownNow();
      thread = newThread();
      throw new AnalysisFailed(
          "It took more than %.0f s for %.1f s of sound and was stopped."
              .formatted(limit, sound.seconds()),
          e);
    } catch (ExecutionException e) {
      throw new AnalysisFailed(sentence(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnalysisFailed("Listening was interrupted.", e);
    }
  }

  private static String sentence(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? "It ended with " + cause.getClass().getSimpleName() + "."
        : message;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

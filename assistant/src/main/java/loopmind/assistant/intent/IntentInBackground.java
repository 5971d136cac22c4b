package loopmind.assistant.intent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.runtime.ModelUnavailable;

/** A classifier that loads while other things start; whoever asks it first waits for the rest. */
public final class IntentInBackground implements Intent {

  private final CompletableFuture<Intent> loaded = new CompletableFuture<>();

  /** Starts loading at once. */
  public IntentInBackground(Supplier<? extends Intent> loading) {
    Thread.ofPlatform()
        .name("intent-loading")
        .daemon()
        .start(
            () -> {
              try {
                loaded.complete(loading.get());
              } catch (RuntimeException | Error e) {
                loaded.completeExceptionally(e);
              }
            });
  }

  @Override
  public Map<String, Float> words(boolean song, List<Turn> turns, String message) {
    try {
      return loaded.join().words(song, turns, message);
    } catch (CompletionException e) {
      throw e.getCause() instanceof ModelUnavailable known
          ? known
          : new ModelUnavailable(
              "The network that says what a message asks for could not be started: %s."
                  .formatted(e.getCause()),
              e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      loaded.join().close();
    } catch (CompletionException e) {
      // it was never loaded: nothing is held
      return;
    }
  }
}

package loopmind.assistant.runtime;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A model that loads while other things start; whoever asks it first waits for the rest of the
 * loading. A model that could not be loaded says so at every question.
 */
public final class ModelInBackground implements LanguageModel {

  private final CompletableFuture<LanguageModel> loaded = new CompletableFuture<>();

  /** Starts loading at once. */
  public ModelInBackground(Supplier<? extends LanguageModel> loading) {
    Thread.ofPlatform()
        .name("language-model-loading")
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
  public Completion complete(String prompt, Grammar grammar, int maxTokens) {
    return model().complete(prompt, grammar, maxTokens);
  }

  @Override
  public String choose(String prompt, Map<String, Float> words) {
    return model().choose(prompt, words);
  }

  /**
   * Waits until the model is loaded.
   *
   * @throws ModelUnavailable where it cannot be
   */
  void await() {
    model().check(Grammar.ONE_WORD);
  }

  private LanguageModel model() {
    try {
      return loaded.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ModelUnavailable known
          ? known
          : new ModelUnavailable(
              "The language model could not be started: %s.".formatted(e.getCause()), e.getCause());
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

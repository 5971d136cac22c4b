package loopmind.assistant.runtime;

import java.util.Map;

/** A language model that continues a text. Safe to share: it answers one caller after the other. */
public interface LanguageModel extends AutoCloseable {

  /**
   * The most likely continuation: no chance is involved, the same prompt gives the same text.
   *
   * <p>An interrupt of the calling thread ends the work within a token's time.
   *
   * @param prompt what was written so far
   * @param grammar what may follow
   * @param maxTokens where to stop at the latest, 1 or more
   * @throws ModelUnavailable where the model cannot be loaded
   * @throws CompletionCancelled after an interrupt, which stays set
   */
  Completion complete(String prompt, Grammar grammar, int maxTokens);

  /**
   * The one of several words that is the likeliest to follow, with something else known of each
   * (shallow fusion: Gulcehre et al., 2015).
   *
   * @param prompt what was written so far
   * @param words each of them a token of the model with a space before it, and what is added to the
   *     logarithm of its probability
   * @throws ModelUnavailable where the model cannot be loaded or does not have such a token
   * @throws CompletionCancelled after an interrupt, which stays set
   */
  String choose(String prompt, Map<String, Float> words);

  /**
   * Makes sure that the runtime obeys the grammar.
   *
   * @throws ModelUnavailable where the model writes what the grammar forbids
   */
  default void check(Grammar grammar) {
    String said = complete("check", grammar.withCanary(), 12).text();
    if (!said.startsWith(Grammar.CANARY)) {
      throw new ModelUnavailable(
          "The language model does not keep to its grammar, so its calls could not be trusted:"
              + " it wrote '"
              + said
              + "'. Install LoopMind again, or name another model with --model.");
    }
  }

  @Override
  void close();
}

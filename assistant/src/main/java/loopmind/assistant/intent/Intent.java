package loopmind.assistant.intent;

import java.util.List;
import java.util.Map;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.runtime.ModelUnavailable;

/** Says which tool the answer to a message is likely to begin with. Safe to share. */
@FunctionalInterface
public interface Intent extends AutoCloseable {

  /**
   * For each word that an answer may begin with, such as {@code swap} or {@code none}, how likely
   * it is: a weighted logarithm of its probability, 0 at most, to be added to that of a language
   * model.
   *
   * @param song whether there is a song
   * @param turns earlier turns, the latest last
   * @param message as typed
   * @throws ModelUnavailable where the network cannot be used
   */
  Map<String, Float> words(boolean song, List<Turn> turns, String message);

  @Override
  default void close() {}
}

package loopmind.assistant.runtime;

/**
 * A language model that cannot be used: its file is missing or unreadable, its server does not
 * answer, its runtime does not start. The message is one sentence that says which and what to do.
 */
public final class ModelUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelUnavailable(String sentence) {
    super(sentence);
  }

  public ModelUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

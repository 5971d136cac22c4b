package loopmind.library.index;

/** An index cannot be read or written; the message says it to a person in one sentence. */
public final class IndexUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexUnusable(String sentence) {
    super(sentence);
  }

  public IndexUnusable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

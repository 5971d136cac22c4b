package loopmind.arranger.plan;

/** A file of songs that cannot be scored; the message says what is wrong with it, and where. */
public final class CorpusUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CorpusUnreadable(String sentence) {
    super(sentence);
  }

  CorpusUnreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

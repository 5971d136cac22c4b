package loopmind.library.listen.meaning;

/** The folder given holds no network of meaning that this program can use; the message says why. */
public final class MeaningUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MeaningUnusable(String sentence) {
    super(sentence);
  }

  MeaningUnusable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

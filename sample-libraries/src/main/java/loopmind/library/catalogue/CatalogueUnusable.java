package loopmind.library.catalogue;

/** The catalogue cannot be read or written; the message is one sentence that says why. */
public final class CatalogueUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CatalogueUnusable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public CatalogueUnusable(String sentence) {
    super(sentence);
  }
}

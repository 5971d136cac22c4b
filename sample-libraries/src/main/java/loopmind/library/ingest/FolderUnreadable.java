package loopmind.library.ingest;

/** A folder that cannot be listed; the message is one sentence that says why. */
public final class FolderUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FolderUnreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

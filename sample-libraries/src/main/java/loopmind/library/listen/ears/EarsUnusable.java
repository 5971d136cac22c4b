package loopmind.library.listen.ears;

/** The folder given holds no ears that this program can use; the message says why. */
public final class EarsUnusable extends RuntimeException {

  private static final long serialVersionUID = 1;

  EarsUnusable(String message) {
    super(message);
  }

  EarsUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}

package loopmind.ui.rest;

/** A thing that is not there; the message is one sentence for people. */
final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFound(String sentence) {
    super(sentence);
  }
}

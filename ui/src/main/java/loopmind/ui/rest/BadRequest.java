package loopmind.ui.rest;

/** A request that cannot be understood; the message is one sentence for people. */
final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadRequest(String sentence) {
    super(sentence);
  }
}

package loopmind.ui.rest;

/** A wish that was understood and cannot be done; the message is one sentence for people. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refused(String sentence) {
    super(sentence);
  }
}

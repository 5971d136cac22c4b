package loopmind.library.listen;

/** An analyser gave no facts; the message is one sentence that says why. */
final class AnalysisFailed extends Exception {

  private static final long serialVersionUID = 1L;

  AnalysisFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

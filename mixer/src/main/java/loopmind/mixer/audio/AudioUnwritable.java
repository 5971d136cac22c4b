package loopmind.mixer.audio;

/** A sound file that could not be written; the message is one sentence that says why. */
public final class AudioUnwritable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AudioUnwritable(String sentence) {
    super(sentence);
  }

  public AudioUnwritable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

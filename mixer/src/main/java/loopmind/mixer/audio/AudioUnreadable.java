package loopmind.mixer.audio;

/** A file that gives no sound; the message is one sentence that says why, for a musician. */
public final class AudioUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AudioUnreadable(String sentence) {
    super(sentence);
  }

  public AudioUnreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

package loopmind.assistant.chat;

/** A message that cannot be read; the sentence says why and what to do. Nothing was changed. */
public final class MessageUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MessageUnreadable(String format, Object... args) {
    super(format.formatted(args));
  }
}

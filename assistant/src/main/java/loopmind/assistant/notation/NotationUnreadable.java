package loopmind.assistant.notation;

/** The model wrote something that no call can be made of; the message says what. */
public final class NotationUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotationUnreadable(String format, Object... args) {
    super(format.formatted(args));
  }
}

package loopmind.assistant.runtime;

/** A completion that was given up because its thread was interrupted; the model can go on. */
public final class CompletionCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CompletionCancelled() {
    super("Reading the message was cancelled; nothing was changed.");
  }
}

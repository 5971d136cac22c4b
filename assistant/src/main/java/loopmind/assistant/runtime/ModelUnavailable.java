package loopmind.assistant.runtime;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;

/**
 * A language model that cannot be used: its file is missing or unreadable, its server does not
 * answer, its runtime does not start. The message is one sentence that says which and what to do.
 */
public final class ModelUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelUnavailable(String sentence) {
    super(sentence);
  }

  public ModelUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Whether a server was there and answered that it does not take such a request. */
  public boolean refusesTheRequest() {
    return getCause() instanceof InvalidRequestException
        || getCause() instanceof InternalServerException;
  }
}

package loopmind.assistant.calls;

import java.util.List;

/**
 * An earlier turn of the conversation.
 *
 * @param user what was said, as typed
 * @param calls what was done; empty where nothing was
 */
public record Turn(String user, List<ToolCall> calls) {

  public Turn {
    calls = List.copyOf(calls);
  }
}

package loopmind.assistant.chat;

import java.time.Duration;
import java.util.List;
import loopmind.assistant.calls.ToolCall;

/**
 * What came of a message.
 *
 * @param calls what it was understood as
 * @param text for the person
 * @param done whether what was asked was done; false where nothing was asked, or nothing could be
 *     done, and the song is as before
 * @param reading time it took to understand the message
 */
public record Answer(List<ToolCall> calls, String text, boolean done, Duration reading) {

  public Answer {
    calls = List.copyOf(calls);
  }
}

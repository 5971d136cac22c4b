package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Supplier;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;

/** Where tool calls are done. */
public interface ToolExecutor {

  /** The song as it is. */
  SongState song();

  /**
   * Runs the calls of one message as one step: all of them, or, where one throws, none.
   *
   * @param message what was said
   * @param calls does them, one after the other, by {@link #execute}
   * @return what {@code calls} returns
   */
  <T> T turn(String message, Supplier<T> calls);

  /**
   * Does one call, within a {@link #turn}.
   *
   * @throws loopmind.arranger.song.EditRefused where it cannot be done; its message is a sentence
   *     for the user
   */
  ToolResult execute(ToolCall call);

  /**
   * Keeps what was said with the song. Called once for each message: within the {@link #turn} of
   * its calls, so that both are kept or none, or else without one.
   *
   * @param user what was said, as typed
   * @param calls what it was understood as; a question back stands among them
   * @param answer what the person is told
   */
  void said(String user, ArrayNode calls, String answer);
}

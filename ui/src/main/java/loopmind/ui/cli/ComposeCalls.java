package loopmind.ui.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Reading;

/** Makes sure that what was understood is a wish for a new song. */
final class ComposeCalls {

  private static final String COMPOSE = "compose_song";

  private ComposeCalls() {}

  /**
   * The calls of a reading.
   *
   * @param anchor the loop of {@code --anchor}, which the song is then built around
   * @throws EditRefused where the message asks for something else than a new song
   */
  static List<ToolCall> checked(Reading reading, Optional<Path> anchor) {
    if (reading.asks() != Reading.Asks.CALLS) {
      throw new EditRefused(
          "I hear no wish for a song in that, so nothing was made. Say what it should be, such as \"dark trap at 140\".");
    }
    List<ToolCall> calls = new ArrayList<>();
    for (ToolCall call : reading.calls()) {
      if (!call.tool().equals(COMPOSE)) {
        throw new EditRefused(
            "That asks for %s, but compose makes a new song; nothing was made. Say what the song should be, such as \"dark trap at 140\".",
            call.tool().replace('_', ' '));
      }
      ObjectNode args = call.args();
      anchor.ifPresent(file -> args.put("anchor", String.valueOf(file.getFileName())));
      calls.add(new ToolCall(COMPOSE, args));
    }
    return calls;
  }
}

package loopmind.ui.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import loopmind.ui.OpenSong;
import loopmind.ui.TalkTurn;
import loopmind.ui.rest.TurnModel;

/** What a call came to: a text for people, and facts for programs. */
final class Told {

  private Told() {}

  /**
   * @param facts a record that becomes a JSON object
   */
  static CallToolResult done(String text, Object facts) {
    return CallToolResult.builder(content(text)).structuredContent(facts).isError(false).build();
  }

  /** One sentence why it could not be done. */
  static CallToolResult refused(String sentence) {
    return CallToolResult.builder(content(sentence)).isError(true).build();
  }

  /** What a turn of a song came to. */
  static CallToolResult turn(OpenSong song, TalkTurn turn) {
    if (turn.refusal().isPresent()) {
      return refused(turn.refusal().get());
    }
    String where = "Song %s, version %d.".formatted(song.id(), song.version());
    return done(turn.text() + "\n" + where, TurnModel.of(song, turn));
  }

  private static List<io.modelcontextprotocol.spec.McpSchema.Content> content(String text) {
    return List.of(TextContent.builder(text).build());
  }
}

package loopmind.assistant.chat;

import java.util.List;
import loopmind.arranger.song.Change;

/**
 * What a tool did.
 *
 * @param text for the person: what changed, or the answer; one or more lines
 * @param changes of the song, part by part; empty where it only answers
 */
public record ToolResult(String text, List<Change> changes) {

  public ToolResult {
    changes = List.copyOf(changes);
  }
}

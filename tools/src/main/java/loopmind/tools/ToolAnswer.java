package loopmind.tools;

import java.util.List;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongDifference;

/**
 * What a tool says of what it did.
 *
 * @param sentence for the person: what changed, or the answer
 * @param notes sentences on what was not met as said; may be empty
 * @param changes in what the song differs from before; empty where nothing changed
 */
public record ToolAnswer(String sentence, List<String> notes, List<Change> changes) {

  public ToolAnswer {
    notes = List.copyOf(notes);
    changes = List.copyOf(changes);
  }

  /** An answer that changes nothing. */
  public ToolAnswer(String sentence, List<String> notes) {
    this(sentence, notes, List.of());
  }

  public static ToolAnswer of(String sentence) {
    return new ToolAnswer(sentence, List.of());
  }

  /** What an edit did. */
  static ToolAnswer of(String sentence, Song before, Edited after) {
    return new ToolAnswer(sentence, after.notes(), SongDifference.between(before, after.song()));
  }

  /** The sentence and the notes, a line each. */
  public String text() {
    return notes.isEmpty() ? sentence : sentence + "\n" + String.join("\n", notes);
  }
}

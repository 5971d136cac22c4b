package loopmind.tools;

import java.util.List;

/**
 * What a tool says of what it did.
 *
 * @param sentence for the person: what changed, or the answer
 * @param notes sentences on what was not met as said; may be empty
 */
public record ToolAnswer(String sentence, List<String> notes) {

  public ToolAnswer {
    notes = List.copyOf(notes);
  }

  public static ToolAnswer of(String sentence) {
    return new ToolAnswer(sentence, List.of());
  }

  /** The sentence and the notes, a line each. */
  public String text() {
    return notes.isEmpty() ? sentence : sentence + "\n" + String.join("\n", notes);
  }
}

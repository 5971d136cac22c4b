package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;

/**
 * A song and what was said about it, as chat models read it. Names are data: each is a JSON string
 * on its line, in which no quote, line break or mark of a chat template can end it.
 */
final class SongText {

  private SongText() {}

  static String of(SongState song) {
    if (song.isEmpty()) {
      return "there is none yet";
    }
    String facts =
        Stream.of(
                song.style().map(SongText::quoted).orElse(""),
                song.bpm().map(bpm -> Sayings.plain(bpm) + " bpm").orElse(""),
                song.key().map(Object::toString).orElse(""))
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(", "));
    return facts
        + "\n"
        + song.sections().stream().map(SongText::of).collect(Collectors.joining("\n"));
  }

  private static String of(SongState.Section section) {
    return "- %s, %d bars: %s"
        .formatted(
            section.kind().word(),
            section.bars(),
            section.layers().stream()
                .map(layer -> layer.role().word() + " " + quoted(layer.loop()))
                .collect(Collectors.joining(", ")));
  }

  static String of(List<Turn> turns) {
    StringBuilder earlier = new StringBuilder();
    for (Turn turn : turns) {
      earlier.append("Said before: ").append(plain(turn.user())).append('\n');
      earlier.append("Done then: ").append(escaped(turn.calls().toString())).append('\n');
    }
    return earlier.toString();
  }

  /** A name as a JSON string in which no mark of a chat template stands. */
  static String quoted(String name) {
    return escaped(new TextNode(name.replaceAll("\\p{Cc}", " ")).toString());
  }

  /** JSON in which no mark of a chat template stands; it reads as before. */
  private static String escaped(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("[INST]", "\\u005bINST]")
        .replace("[/INST]", "\\u005b/INST]");
  }

  /** Words in which marks such as {@code <|im_end|>} or {@code [INST]} have lost their sense. */
  static String plain(String text) {
    return text.replace("<", "‹").replace(">", "›").replaceAll("\\[(/?INST)]", "($1)");
  }
}

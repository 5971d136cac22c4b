package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * "Make it 4 bars" after "add a bridge": of several bridges the one that the turn before added is
 * meant, where the message itself names no bridge.
 */
final class JustAdded {

  private static final List<String> REFERENCES = List.of("section", "into");
  private static final Pattern WORD = Pattern.compile("[^a-z0-9#]+");

  private final SongState song;
  private final Lexicon lexicon;

  JustAdded(SongState song, Lexicon lexicon) {
    this.song = song;
    this.lexicon = lexicon;
  }

  /**
   * @param message simplified
   * @return the calls, those that point at every section of the kind added pointing at the added
   *     one
   */
  List<ToolCall> resolved(List<ToolCall> calls, List<Turn> turns, String message) {
    Optional<JsonNode> added = turns.isEmpty() ? Optional.empty() : added(turns.getLast());
    if (added.isEmpty() || names(message, added.get().path("kind").asText())) {
      return calls;
    }
    OptionalInt number = number(added.get());
    return number.isEmpty()
        ? calls
        : calls.stream()
            .map(call -> pointed(call, added.get().path("kind").asText(), number.getAsInt()))
            .toList();
  }

  private static Optional<JsonNode> added(Turn turn) {
    List<ToolCall> adding =
        turn.calls().stream().filter(c -> c.tool().equals(Tool.ADD_SECTION.word())).toList();
    return adding.size() == 1 ? Optional.of(adding.getFirst().args()) : Optional.empty();
  }

  private boolean names(String message, String kind) {
    List<String> words = List.of(WORD.split(message));
    for (int at = 0; at < words.size(); at++) {
      String pair = at + 1 < words.size() ? words.get(at) + " " + words.get(at + 1) : "";
      if (isKind(words.get(at), kind) || isKind(pair, kind)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKind(String words, String kind) {
    return lexicon.section(words).filter(kind::equals).isPresent()
        || lexicon.section(words.replaceFirst("e?s$", "")).filter(kind::equals).isPresent();
  }

  /** Which of its kind the added section is; empty where there is one, or nobody said its place. */
  private OptionalInt number(JsonNode added) {
    List<Integer> all =
        SectionKind.named(added.path("kind").asText()).map(song::positionsOf).orElse(List.of());
    boolean after = added.has("after");
    JsonNode beside = after ? added.path("after") : added.path("before");
    if (all.size() < 2 || beside.path("kind").isMissingNode()) {
      return OptionalInt.empty();
    }
    if (beside.path("kind").asText().equals("song")) {
      return OptionalInt.of(after ? all.size() : 1);
    }
    if (beside.path("kind").equals(added.path("kind"))) {
      return amongItsOwn(beside.path("n").asInt(0), after, all.size());
    }
    OptionalInt at = new Places(song, Map.of()).position(beside, after);
    int found = at.isEmpty() ? -1 : all.indexOf(at.getAsInt() + (after ? 1 : -1));
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found + 1);
  }

  /** The number counted before the section was added is the neighbour's. */
  private static OptionalInt amongItsOwn(int n, boolean after, int count) {
    if (n > 0) {
      return OptionalInt.of(after ? n + 1 : n);
    }
    boolean last = n == Places.LAST;
    return OptionalInt.of(after ? count : last ? count - 1 : 1);
  }

  private static ToolCall pointed(ToolCall call, String kind, int number) {
    ObjectNode args = call.args().deepCopy();
    for (String name : REFERENCES) {
      JsonNode reference = args.path(name);
      if (reference.path("kind").asText().equals(kind) && !reference.has("n")) {
        ((ObjectNode) reference).put("n", number);
      }
    }
    return new ToolCall(call.tool(), args);
  }
}

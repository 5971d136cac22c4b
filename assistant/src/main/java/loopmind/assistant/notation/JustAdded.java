package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/**
 * "Make it 4 bars" after "add a bridge": of several bridges the one that the turn before added is
 * meant, where the message itself names no bridge. "Mute the drums in it": only there, and not in
 * the whole song.
 */
final class JustAdded {

  private static final List<String> REFERENCES = List.of("section", "into");
  private static final Pattern IN_IT =
      Pattern.compile("\\b(?:in|into|inside|out of|from) (?:it|there|that one|this one)\\b");
  private static final Set<String> OF_LAYERS =
      Stream.of(
              Tool.SWAP_LOOP,
              Tool.ADD_LAYER,
              Tool.REMOVE_LAYER,
              Tool.SET_LEVEL,
              Tool.ADD_EFFECT,
              Tool.REMOVE_EFFECT)
          .map(Tool::word)
          .collect(Collectors.toUnmodifiableSet());
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
   *     one; a single one for layers "in it" too, where it names no section
   */
  List<ToolCall> resolved(List<ToolCall> calls, List<Turn> turns, String message) {
    Optional<JsonNode> added = turns.isEmpty() ? Optional.empty() : added(turns.getLast());
    if (added.isEmpty() || names(message, added.get().path("kind").asText())) {
      return calls;
    }
    String kind = added.get().path("kind").asText();
    OptionalInt number = number(added.get());
    boolean only = SectionKind.named(kind).filter(k -> song.positionsOf(k).size() == 1).isPresent();
    if (calls.size() == 1 && IN_IT.matcher(message).find() && (only || number.isPresent())) {
      return List.of(placed(calls.getFirst(), kind, number));
    }
    return number.isEmpty()
        ? calls
        : calls.stream().map(call -> pointed(call, kind, number.getAsInt())).toList();
  }

  /** A call for layers of the whole song, in the added section alone. */
  private static ToolCall placed(ToolCall call, String kind, OptionalInt number) {
    ObjectNode args = call.args();
    if (OF_LAYERS.contains(call.tool()) && !args.has("section")) {
      args.putObject("section").put("kind", kind);
    }
    ToolCall placed = new ToolCall(call.tool(), args);
    return number.isEmpty() ? placed : pointed(placed, kind, number.getAsInt());
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
    return words.equals(kind)
        || lexicon.section(words).filter(kind::equals).isPresent()
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

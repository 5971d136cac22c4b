package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;

/** Reads where a call is to happen, and finds sections in a song. */
final class Places {

  /** Number of the section that the message itself adds, until {@link Repair} gives it its own. */
  static final String NEW = "new";

  static final int LAST = -1;

  private static final Set<String> SIDES = Set.of("from", "after", "to", "before");
  private static final Pattern REFERENCE =
      Pattern.compile(" ?([a-z]+)(?:(\\d)|( last)|( new)|(" + Words.SLOT + "))?");
  private static final Pattern END =
      Pattern.compile("(from|after|to|before) ([a-z]+(?: last| new|\\d|" + Words.SLOT + ")?)");

  private final SongState song;
  private final Map<String, Slot> slots;

  Places(SongState song, Map<String, Slot> slots) {
    this.song = song;
    this.slots = slots;
  }

  /** {@code hook2}, {@code hook last}, {@code hook new}, {@code hook<n1a>}, {@code song}. */
  ObjectNode reference(String text) {
    Matcher found = REFERENCE.matcher(text);
    if (!found.matches() || !isKind(found.group(1))) {
      throw new NotationUnreadable("'%s' is no section", text);
    }
    ObjectNode reference = JsonNodeFactory.instance.objectNode().put("kind", found.group(1));
    String counted = found.group(2) == null ? found.group(5) : found.group(2);
    if (counted != null) {
      reference.set("n", Values.json(Values.number(counted, slots)));
    } else if (found.group(3) != null) {
      reference.put("n", LAST);
    } else if (found.group(4) != null) {
      reference.put("n", NEW);
    }
    return reference;
  }

  private static boolean isKind(String word) {
    return word.equals("song") || Words.KINDS.contains(word);
  }

  /**
   * A reference or a stretch: {@code hook2}, {@code from hook1 to drop}, {@code after bridge},
   * {@code before drop1}.
   */
  ObjectNode section(String word, String rest) {
    if (!SIDES.contains(word)) {
      return reference(word + rest);
    }
    ObjectNode stretch = JsonNodeFactory.instance.objectNode();
    Matcher ends = END.matcher(word + rest);
    while (ends.find()) {
      ObjectNode reference = reference(ends.group(2));
      boolean opens = ends.group(1).equals("from") || ends.group(1).equals("after");
      boolean beside = ends.group(1).equals("after") || ends.group(1).equals("before");
      stretch.set(opens ? "from" : "to", beside ? neighbour(reference, opens) : reference);
    }
    if (stretch.isEmpty()) {
      throw new NotationUnreadable("'%s%s' is no stretch", word, rest);
    }
    return stretch;
  }

  /** The section after or before the one meant; that one itself at the song's edge. */
  private ObjectNode neighbour(ObjectNode reference, boolean after) {
    OptionalInt at = position(reference, after);
    if (at.isEmpty()) {
      return reference;
    }
    int beside = at.getAsInt() + (after ? 1 : -1);
    return beside >= 0 && beside < song.sections().size() ? referenceTo(beside) : reference;
  }

  /**
   * Where the song has the section, counted from 0.
   *
   * @param last whether a kind without a number means the last of it
   */
  OptionalInt position(JsonNode reference, boolean last) {
    List<Integer> at =
        SectionKind.named(reference.path("kind").asText()).map(song::positionsOf).orElse(List.of());
    JsonNode n = reference.path("n");
    if (at.isEmpty() || n.isTextual()) {
      return OptionalInt.empty();
    }
    double number = n.asDouble(0);
    if (number == 0) {
      return OptionalInt.of(last ? at.getLast() : at.getFirst());
    }
    if (number == LAST) {
      return OptionalInt.of(at.getLast());
    }
    boolean there = number >= 1 && number <= at.size() && number == Math.rint(number);
    return there ? OptionalInt.of(at.get((int) number - 1)) : OptionalInt.empty();
  }

  private ObjectNode referenceTo(int position) {
    SectionKind kind = song.sections().get(position).kind();
    List<Integer> all = song.positionsOf(kind);
    ObjectNode reference = JsonNodeFactory.instance.objectNode().put("kind", kind.word());
    return all.size() == 1 ? reference : reference.put("n", all.indexOf(position) + 1);
  }

  /** How many bars the section has now; empty where the song has none such. */
  Optional<Integer> bars(JsonNode reference) {
    OptionalInt at = position(reference, false);
    return at.isPresent()
        ? Optional.of(song.sections().get(at.getAsInt()).bars())
        : Optional.empty();
  }
}

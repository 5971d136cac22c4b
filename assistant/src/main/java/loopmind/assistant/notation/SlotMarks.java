package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The slots of one prompt while its texts are worked on: each is one private-use character, which
 * no later pattern can match inside.
 */
final class SlotMarks {

  private static final char FIRST = '\ue000';
  private static final int MOST = 6000;
  private static final Pattern MARK = Pattern.compile(" ?([\\ue000-\\uf8ff])");
  private static final Pattern TOUCHING = Pattern.compile("(?<=>)(?=[a-z0-9#])");

  private final List<Slot> found = new ArrayList<>();

  /** The character that stands for the slot from now on. */
  String mark(Slot slot) {
    if (found.size() >= MOST) {
      throw new IllegalArgumentException(
          "A prompt has room for %d names and numbers, but was given more.".formatted(MOST));
    }
    found.add(slot);
    return String.valueOf((char) (FIRST + found.size() - 1));
  }

  /**
   * The simplified text with every mark replaced by its slot's name.
   *
   * @param names grows: name, such as {@code <n1a>}, to slot
   */
  String written(String text, Map<String, Slot> names) {
    String named = Rewriting.replace(text, MARK, mark -> nameOf(mark, names));
    return TOUCHING.matcher(named).replaceAll(" ").strip();
  }

  private String nameOf(MatchResult mark, Map<String, Slot> names) {
    Slot slot = found.get(mark.group(1).charAt(0) - FIRST);
    long number = 1 + names.values().stream().filter(s -> s.kind() == slot.kind()).count();
    if (number > slot.kind().most) {
      return " " + Folding.plain(slot.typed());
    }
    String name = "<" + slot.kind().letter + number + slot.size() + ">";
    names.put(name, slot);
    return slot.hint().isEmpty() ? name : name + " " + slot.hint();
  }
}

package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of arguments: slots filled, words as they were typed. */
final class Values {

  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern SLOT = Pattern.compile(Words.SLOT);
  private static final Pattern WORD = Pattern.compile(Words.SLOT + "|[^ <]+");

  private Values() {}

  /** A number, whole where it is one. */
  static NumericNode json(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? LongNode.valueOf((long) number) : DoubleNode.valueOf(number);
  }

  /** {@code <n1a>}, {@code -<n1a>}, {@code +8}, {@code 2.5}. */
  static double number(String text, Map<String, Slot> slots) {
    String stripped = text.strip();
    int sign = stripped.startsWith("-") ? -1 : 1;
    String bare = stripped.replaceAll("^[+-]+", "");
    Slot slot = slots.get(bare);
    if (slot != null) {
      if (!slot.kind().isNumeric()) {
        throw new NotationUnreadable("%s is no number", bare);
      }
      return sign * slot.number();
    }
    if (!PLAIN_NUMBER.matcher(bare).matches()) {
      throw new NotationUnreadable("'%s' is no number", bare);
    }
    return sign * Double.parseDouble(bare);
  }

  /** Words of the prompt as the user typed them. */
  static String text(String text, Map<String, Slot> slots, Map<String, String> spelling) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      String word = found.group();
      Slot slot = slots.get(word);
      if (slot == null && SLOT.matcher(word).matches()) {
        throw new NotationUnreadable("there is no slot %s", word);
      }
      words.add(slot == null ? spelling.getOrDefault(word, word) : slot.typed().strip());
    }
    return String.join(" ", words);
  }

  /** The name of a loop, a folder or a file. */
  static String name(String text, Map<String, Slot> slots, Map<String, String> spelling) {
    Slot slot = slots.get(text.strip());
    return slot != null && slot.kind() == Slot.Kind.NAME
        ? Names.withoutSlash(slot.text())
        : text(text, slots, spelling);
  }
}

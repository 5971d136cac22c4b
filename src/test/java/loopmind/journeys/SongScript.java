package loopmind.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loopmind.assistant.chat.Answer;

/**
 * A conversation with what has to come of each message. A line that begins with {@code >} is a
 * message; the lines below it say what comes of it:
 *
 * <pre>
 * = set_level          the tools it becomes, all of them done; before them 'refused' or 'asked'
 *                      where they are not; 'talk' or 'beyond' for none
 * says *hook*          what the answer is like
 * hook-1/bass gain: -3 a fact that changes, and its new value: 'gone', 'new', 'by -3', or any text;
 *                      there is at least one such fact
 * has song key: C *    a fact as it is afterwards
 * may song balance     facts that may change or not
 * same *&#47;drums loop    facts that are there and do not change, where others may
 * </pre>
 *
 * <p>A star stands for any text. A fact that changes without being named is a fault.
 *
 * @param name of the script
 * @param messages in order
 */
record SongScript(String name, List<Message> messages) {

  /**
   * A message and what has to come of it.
   *
   * @param text as typed
   * @param outcome of it
   * @param tools that are called, in order
   * @param says patterns of the answer
   * @param changes facts that have to change; others must not
   * @param may names of facts that may change
   * @param has facts that have to hold afterwards
   * @param same names of facts that must not change
   */
  record Message(
      String text,
      Answer.Outcome outcome,
      List<String> tools,
      List<String> says,
      List<Fact> changes,
      List<String> may,
      List<Fact> has,
      List<String> same) {}

  /**
   * @param name pattern of the names of facts
   * @param value pattern of their values, or what becomes of them
   */
  record Fact(String name, String value) {

    static Fact read(String line) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException("This is no fact with a value: " + line);
      }
      return new Fact(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    /** Whether the value has become what this asks for. */
    boolean holds(String before, String after) {
      if (value.equals("new")) {
        return before.equals(FactSheet.GONE) && !after.equals(FactSheet.GONE);
      }
      if (value.startsWith("by ")) {
        double by = Double.parseDouble(value.substring(3));
        return Math.abs(Double.parseDouble(after) - Double.parseDouble(before) - by) < 1e-9;
      }
      return fits(value, after);
    }
  }

  static boolean fits(String pattern, String text) {
    String regex =
        Pattern.compile("\\*")
            .splitAsStream(pattern)
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern.endsWith("*") ? regex + ".*" : regex, Pattern.DOTALL)
        .matcher(text)
        .matches();
  }

  static SongScript read(String name) {
    try (InputStream in = SongScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no script " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Message> messages = new ArrayList<>();
      for (String block : text.split("(?m)^> ")) {
        if (!block.isBlank() && !block.startsWith("#")) {
          messages.add(message(block.lines().map(String::strip).toList()));
        }
      }
      return new SongScript(name, List.copyOf(messages));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Message message(List<String> lines) {
    List<String> tools = new ArrayList<>();
    List<String> says = new ArrayList<>();
    List<Fact> changes = new ArrayList<>();
    List<String> may = new ArrayList<>();
    List<Fact> has = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("= ")) {
        tools.addAll(List.of(line.substring(2).split(" ")));
      } else if (line.startsWith("says ")) {
        says.add(line.substring(5));
      } else if (line.startsWith("has ")) {
        has.add(Fact.read(line.substring(4)));
      } else if (line.startsWith("may ")) {
        may.add(line.substring(4));
      } else if (line.startsWith("same ")) {
        same.add(line.substring(5));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        changes.add(Fact.read(line));
      }
    }
    Answer.Outcome outcome = Answer.Outcome.DONE;
    if (!tools.getFirst().contains("_") && OUTCOMES.contains(tools.getFirst())) {
      outcome = Answer.Outcome.valueOf(tools.removeFirst().toUpperCase(Locale.ROOT));
    }
    return new Message(lines.getFirst(), outcome, tools, says, changes, may, has, same);
  }

  private static final List<String> OUTCOMES = List.of("talk", "beyond", "refused", "asked");
}

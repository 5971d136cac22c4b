package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The grammar of one request: the base grammar with the rules for words and slots narrowed to what
 * the prompt has, so that the model can only copy what is there.
 */
final class NotationGrammar {

  private static final List<String> RELATIVE_KEYS =
      List.of("$relmajor", "$relminor", "$parmajor", "$parminor");
  private static final Pattern SINGLE_DIGIT = Pattern.compile("\\d");

  private final List<String> base;

  /**
   * @param base the rules for any request, one a line
   */
  NotationGrammar(String base) {
    this.base = base.lines().toList();
  }

  /** The grammar of the base, narrowed for this request. */
  String narrowed(MessagePrompt request) {
    Map<String, String> own = rules(request);
    return base.stream()
        .map(
            line -> {
              String name = line.substring(0, line.indexOf(' '));
              return own.containsKey(name) ? name + " ::= " + own.get(name) : line;
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * The same, and nothing in it can go on without end: at most eight calls, strings of at most six
   * words. A model that repeats itself is held by it.
   */
  String bounded(MessagePrompt request) {
    return narrowed(request)
        .replace("call (\";\" call)*", "call (\";\" call){0,7}")
        .replace("str ::= bit+", "str ::= bit{1,6}")
        .replace("\"$\" role bit*", "\"$\" role bit{0,6}")
        .replace("\"$seed\" count )*\n", "\"$seed\" count ){0,16}\n");
  }

  /** A grammar of which only those answers are left that begin with this word. */
  static String beginning(String grammar, String word) {
    List<String> rules = grammar.lines().toList();
    String root = rules.getFirst();
    String start = " ::= \" " + word + "\"";
    String called =
        rules.stream()
            .skip(1)
            .filter(rule -> rule.endsWith(start) || rule.contains(start + " "))
            .map(rule -> rule.substring(0, rule.indexOf(' ')) + root.substring(root.indexOf(" (")))
            .findFirst()
            .orElse("\" " + word + "\"");
    return grammar.replace(root, "root ::= " + called);
  }

  /** Rule name to its right-hand side, in place of the line of that name. */
  static Map<String, String> rules(MessagePrompt request) {
    Map<Slot.Kind, List<String>> named = request.slotNames();
    List<String> numbers = quoted("", named.get(Slot.Kind.NUMBER));
    List<String> names = quoted("", named.get(Slot.Kind.NAME));
    List<String> decades = quoted("", named.get(Slot.Kind.DECADE));
    List<String> words = quoted(" ", request.words());
    List<String> digits =
        request.words().stream().filter(word -> SINGLE_DIGIT.matcher(word).matches()).toList();
    List<String> length =
        join(
            quoted("$len", named.get(Slot.Kind.DURATION)),
            quoted("$len", named.get(Slot.Kind.DECADE)));
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put("word", any(words, "\" it\""));
    rules.put("bit", any(join(List.of("word"), names, decades, numbers), ""));
    rules.put("name", any(join(names, List.of("str")), ""));
    rules.put("count", any(join(numbers, quoted("", digits)), "\"1\""));
    rules.put(
        "key", any(join(quoted("$key", named.get(Slot.Kind.KEY)), quoted("", RELATIVE_KEYS)), ""));
    rules.put("length", any(length, "\"$len\" count"));
    return rules;
  }

  private static List<String> quoted(String prefix, List<String> texts) {
    return texts.stream().map(text -> "\"" + prefix + text + "\"").toList();
  }

  @SafeVarargs
  private static List<String> join(List<String>... lists) {
    List<String> joined = new ArrayList<>();
    for (List<String> list : lists) {
      joined.addAll(list);
    }
    return joined;
  }

  private static String any(List<String> choices, String none) {
    return choices.isEmpty() ? none : String.join(" | ", choices);
  }
}

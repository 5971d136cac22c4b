package loopmind.assistant.notation;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what people type into the plain text that the model reads. */
final class Folding {

  private static final Map<String, String> REPLACED =
      Map.ofEntries(
          entry("’", "'"),
          entry("‘", "'"),
          entry("`", "'"),
          entry("´", "'"),
          entry("ß", "ss"),
          entry("ø", "o"),
          entry("Ø", "O"),
          entry("œ", "oe"),
          entry("Œ", "Oe"),
          entry("æ", "ae"),
          entry("Æ", "Ae"),
          entry("ł", "l"),
          entry("ı", "i"),
          entry("♭", "b"),
          entry("♯", "#"),
          entry("–", "-"),
          entry("—", " - "),
          entry("−", "-"),
          entry("“", "\""),
          entry("”", "\""),
          entry("„", "\""),
          entry("«", "\""),
          entry("»", "\""),
          entry("½", " 1/2"),
          entry("…", "..."),
          entry("×", "x"),
          entry("\n", " / "),
          entry("\r", " "),
          entry("\t", " "));

  private static final Pattern MARK = Pattern.compile("\\p{Mn}");
  private static final Pattern NOT_PRINTABLE_ASCII = Pattern.compile("[^\\x20-\\x7e]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private record Rule(Pattern pattern, String replacement) {
    Rule(String regex, String replacement) {
      this(Pattern.compile(regex), replacement);
    }
  }

  /** Private-use characters stand for slots, and pass through. */
  private static final List<Rule> SIMPLER =
      List.of(
          new Rule("\\br ?(?:&|'?n'?|and) ?b\\b", "rnb"),
          new Rule("\\bd ?(?:&|'?n'?|and) ?b\\b", "dnb"),
          new Rule("\\bw/o\\b", "without"),
          new Rule("\\bw/ ?(?=[a-z\\ue000-\\uf8ff])", "with "),
          new Rule("&", " and "),
          new Rule("(?<=[a-z])'(?:n'|n\\b)|'n'?(?= )", " n "),
          new Rule(
              "\\b(l|d|j|c|qu|n|s|m|t|dell|nell|all|un|dall|sull|quell|coll)'(?=[a-z])", "$1 "),
          new Rule("'", ""),
          new Rule("(?<=[a-z0-9])-+(?=[a-z])", " "),
          new Rule("[^a-z0-9#\\ue000-\\uf8ff .,:;!?/+=%()-]", " "),
          new Rule("([/+=()%])", " $1 "),
          new Rule("([!?.,])[!?.,]+", "$1"),
          new Rule("(?<![a-z0-9])#(?=[^a-z]|$)", " "),
          new Rule("([.,:;!?])(?=[a-z\\ue000-\\uf8ff])", "$1 "),
          new Rule(" +", " "));

  private Folding() {}

  /** The text in printable ASCII with its case kept; what has no ASCII form becomes a space. */
  static String fold(String text) {
    StringBuilder replaced = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> replaced.append(REPLACED.getOrDefault(letter, letter)));
    String bare = MARK.matcher(Normalizer.normalize(replaced, Normalizer.Form.NFKD)).replaceAll("");
    return NOT_PRINTABLE_ASCII.matcher(bare).replaceAll(" ");
  }

  /** Folded text as the model reads it: lower case, words apart, few punctuation marks. */
  static String simplify(String folded) {
    String text = folded.toLowerCase(Locale.ROOT);
    for (Rule rule : SIMPLER) {
      text = rule.pattern.matcher(text).replaceAll(rule.replacement);
    }
    return text.strip();
  }

  /** Folded and simplified. */
  static String plain(String text) {
    return simplify(fold(text));
  }

  /** Simplified word to the word as it was typed, in lower case, where the two differ. */
  static Map<String, String> spellings(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String key = plain(words.group());
      String typed = words.group().toLowerCase(Locale.ROOT);
      if (!key.isEmpty() && !key.equals(typed) && !key.contains(" ")) {
        found.putIfAbsent(key, typed);
      }
    }
    return found;
  }
}

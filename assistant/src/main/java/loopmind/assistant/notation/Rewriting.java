package loopmind.assistant.notation;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions as the notation's reference uses them. */
final class Rewriting {

  private Rewriting() {}

  /** Every match replaced by what {@code replacement} makes of it, taken literally. */
  static String replace(
      String text, Pattern pattern, Function<? super MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
  }

  /** Whether the pattern is found anywhere. */
  static boolean found(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }

  /** Whether the text begins with the pattern. */
  static boolean begins(Pattern pattern, String text) {
    return pattern.matcher(text).lookingAt();
  }

  /** The group, or empty text where it took no part in the match. */
  static String group(MatchResult match, int group) {
    String text = match.group(group);
    return text == null ? "" : text;
  }

  static Pattern ignoringCase(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}

package loopmind.assistant.chat;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Tells messages that cannot be read from those that may be. */
final class MessageText {

  /** The longest message, in characters. */
  static final int LONGEST = 2_000;

  private static final double MOST_CONTROL = 0.1;
  private static final double LEAST_LATIN = 0.5;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{FFFD}&&[^\\n\\r\\t]]");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{Nd}]");

  private MessageText() {}

  /**
   * The message without control characters.
   *
   * @throws MessageUnreadable where nothing can be read in it
   */
  static String readable(String message) {
    if (message.isBlank()) {
      throw new MessageUnreadable(
          "The message is empty. Say what to make, such as \"dark trap at 140\".");
    }
    if (message.length() > LONGEST) {
      throw new MessageUnreadable(
          "The message has %,d characters; at most %,d can be read at once. Say it in fewer words.",
          message.length(), LONGEST);
    }
    if (count(CONTROL, message) > MOST_CONTROL * message.length()) {
      throw new MessageUnreadable(
          "The message is no text: most likely it is the content of a file. Say in words what to make.");
    }
    String text = CONTROL.matcher(message).replaceAll(" ");
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    long letters = count(LETTER, composed);
    if (letters > 0 && count(LATIN, composed) < LEAST_LATIN * letters) {
      throw new MessageUnreadable(
          "This writing cannot be read yet. Say it in English; Spanish, German, French, Portuguese, Italian and Dutch"
              + " are read in part.");
    }
    if (count(LETTER_OR_DIGIT, composed) == 0) {
      throw new MessageUnreadable(
          "There are no words in \"%s\". Say what to make, such as \"dark trap at 140\".",
          text.strip());
    }
    return text;
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}

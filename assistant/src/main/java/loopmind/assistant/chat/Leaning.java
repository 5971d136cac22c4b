package loopmind.assistant.chat;

import java.util.regex.Pattern;

/** Whether a message has words that only earlier turns explain: it, too, again, less, no. */
final class Leaning {

  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:no|nah|nope|not|actually|instead|again|too|also|same|that|this|them|those|these|there|more|less|another"
              + "|other|one|ones|even|but|sorry|meant|back|both|still|half|twice|only|just|further|and|ditto|otra|otro|menos"
              + "|mas|tambien|nein|nicht|auch|noch|nochmal|mehr|weniger|non|aussi|encore|plus|moins|nao|tambem|mais|anche"
              + "|ancora|meno|nee|niet|ook|nog|meer|minder)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "It" is the song where it is what a whole song is done to. */
  private static final Pattern IT =
      Pattern.compile(
          "(?<!\\b(?:make|mix|master|export|render|bounce|print|save|put|set|take|transpose|turn|play|run|bring) )\\bit\\b",
          Pattern.CASE_INSENSITIVE);

  private Leaning() {}

  static boolean leans(String message) {
    return WORDS.matcher(message).find() || IT.matcher(message).find();
  }
}

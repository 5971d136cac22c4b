package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a message an answer leaves out, and how often it repeats itself: signs that the model
 * lost its place. 0 is an answer that uses every slot and every sound that the message names, once.
 */
final class Unsaid {

  private static final int SLOT = 2, SOUND = 1, REPEATED = 2, OUT_OF_ORDER = 1;
  private static final Pattern TOKEN = Pattern.compile(Words.SLOT + "|[a-z0-9#]+");
  private static final Pattern TAGGED =
      Pattern.compile(
          "([a-z0-9#]+)((?:<(?:style|drums|percussion|bass|chords|melody|pad|vocal|fx)>)+)");

  private Unsaid() {}

  /**
   * @param line the message's line of the prompt, with its tags
   * @param slots names of the message's own slots
   */
  static int of(String line, Set<String> slots, String notation) {
    Set<String> used = new HashSet<>();
    Matcher tokens = TOKEN.matcher(notation);
    while (tokens.find()) {
      used.add(tokens.group());
    }
    int unsaid = 0;
    for (String slot : slots) {
      unsaid += line.contains(slot) && !used.contains(slot) ? SLOT : 0;
    }
    Matcher named = TAGGED.matcher(line);
    while (named.find()) {
      boolean said =
          used.contains(named.group(1))
              || Pattern.compile("[a-z]+")
                  .matcher(named.group(2))
                  .results()
                  .anyMatch(
                      tag ->
                          notation.contains("=" + tag.group())
                              || notation.contains("$" + tag.group())
                              || notation.contains("$no" + tag.group())
                              || notation.contains("$keep" + tag.group()));
      unsaid += said ? 0 : SOUND;
    }
    List<String> clauses = List.of(notation.strip().split(";\\s*"));
    unsaid += REPEATED * (clauses.size() - new LinkedHashSet<>(clauses).size());
    return unsaid + OUT_OF_ORDER * disorder(line, clauses);
  }

  /** How many clauses point at an earlier place of the message than the one before them. */
  private static int disorder(String line, List<String> clauses) {
    List<String> said = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(line);
    while (tokens.find()) {
      said.add(tokens.group());
    }
    int turned = 0;
    int before = -1;
    for (String clause : clauses) {
      int at = Integer.MAX_VALUE;
      Matcher words =
          Pattern.compile(Words.SLOT + "|(?<= )[a-z0-9#]+")
              .matcher(clause.replaceFirst("^\\s*[a-z]+", ""));
      while (words.find()) {
        int place = said.indexOf(words.group());
        at = place >= 0 ? Math.min(at, place) : at;
      }
      if (at != Integer.MAX_VALUE) {
        turned += at < before ? 1 : 0;
        before = at;
      }
    }
    return turned;
  }
}

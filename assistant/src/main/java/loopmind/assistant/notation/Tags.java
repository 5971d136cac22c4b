package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loopmind.arranger.loop.Role;
import loopmind.assistant.calls.SongState;

/**
 * What the word lists know of a message's words, written behind them for the model to read: {@code
 * kalimba<melody>}. A tag is a hint, not a decision: a word may have several, and the model is free
 * to pass over all of them.
 */
final class Tags {

  private static final int LONGEST_WORDS = 4;
  private static final Pattern WORD_OR_SLOT = Pattern.compile(Words.SLOT + "|[a-z0-9#]+");
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9#]+(?: [a-z0-9#]+)*");

  private static final Pattern NAMED = Pattern.compile("[a-z]{3,}");

  private final Lexicon lexicon;
  private final Map<String, Set<Role>> own = new HashMap<>();

  /**
   * @param song what its loops say of a role counts before the word lists
   */
  Tags(Lexicon lexicon, SongState song) {
    this.lexicon = lexicon;
    for (SongState.Section section : song.sections()) {
      for (SongState.Layer layer : section.layers()) {
        Matcher words = NAMED.matcher(Folding.fold(layer.loop()).toLowerCase(Locale.ROOT));
        while (words.find()) {
          own.computeIfAbsent(stem(words.group()), any -> EnumSet.noneOf(Role.class))
              .add(layer.role());
        }
      }
    }
  }

  /** Simplified text with tags behind the longest phrases that the lists have, from the left. */
  String tagged(String text) {
    List<int[]> words = words(text);
    StringBuilder out = new StringBuilder();
    int last = 0;
    for (int i = 0; i < words.size(); ) {
      int taken = 0;
      for (int n = Math.min(LONGEST_WORDS, words.size() - i); n > 0 && taken == 0; n--) {
        int end = words.get(i + n - 1)[1];
        String phrase = text.substring(words.get(i)[0], end);
        List<String> tags = PLAIN.matcher(phrase).matches() ? tagsOf(phrase) : List.of();
        if (!tags.isEmpty()) {
          out.append(text, last, end);
          tags.forEach(out::append);
          last = end;
          taken = n;
        }
      }
      i += Math.max(1, taken);
    }
    return out.append(text, last, text.length()).toString();
  }

  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher found = WORD_OR_SLOT.matcher(text);
    while (found.find()) {
      if (text.charAt(found.start()) != '<') {
        words.add(new int[] {found.start(), found.end()});
      }
    }
    return words;
  }

  private static String stem(String word) {
    return word.replaceAll("s+$", "");
  }

  private Optional<String> roleOf(String phrase) {
    Set<Role> roles = own.getOrDefault(stem(phrase), Set.of());
    return roles.size() == 1 ? Optional.of(roles.iterator().next().word()) : lexicon.known(phrase);
  }

  private List<String> tagsOf(String phrase) {
    List<String> tags = new ArrayList<>();
    if (lexicon.mayBeStyle(phrase)) {
      tags.add("<style>");
    }
    roleOf(phrase).ifPresent(role -> tags.add("<" + role + ">"));
    if (lexicon.mayBeMood(phrase)) {
      tags.add("<mood>");
    }
    lexicon.section(phrase).ifPresent(kind -> tags.add("<" + kind + ">"));
    return tags;
  }
}

package loopmind.assistant.notation;

import static loopmind.assistant.notation.ComposeLists.ALSO;
import static loopmind.assistant.notation.ComposeLists.LITTLE;
import static loopmind.assistant.notation.ComposeLists.NOT;
import static loopmind.assistant.notation.ComposeLists.OWN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for a new song as slots, words and marks in order, and what its words are known to be.
 */
final class ComposeMessage {

  private static final int LONGEST_SOUND = 3;
  private static final int FAR = 6;
  private static final Pattern TOKEN = Pattern.compile(Words.SLOT + "|[a-z0-9#]+|[.,:;!?/+=()%-]");
  private static final Pattern PATH = Pattern.compile("[/\\\\~]");
  private static final List<String> ENDINGS = List.of("en", "er", "es", "em", "e");

  /** The sound at a place: how many words it has, none for no sound, and its role. */
  record Sound(int size, String role) {}

  private final List<String> tokens = new ArrayList<>();
  private final Set<Integer> hinted = new HashSet<>();
  private final Set<String> paths = new HashSet<>();
  private final Lexicon lexicon;

  ComposeMessage(String message, Map<String, Slot> slots, Lexicon lexicon) {
    this.lexicon = lexicon;
    Matcher found = TOKEN.matcher(message);
    while (found.find()) {
      String token = found.group();
      tokens.add(token);
      if (token.startsWith("<l")) {
        if (!slots.get(token).hint().isEmpty()) {
          hinted.add(tokens.size());
        }
        if (PATH.matcher(slots.get(token).typed()).find()) {
          paths.add(token);
        }
      }
    }
  }

  List<String> tokens() {
    return tokens;
  }

  int size() {
    return tokens.size();
  }

  Lexicon lexicon() {
    return lexicon;
  }

  boolean isHint(int at) {
    return hinted.contains(at);
  }

  Set<String> paths() {
    return paths;
  }

  /** The word at this place; empty for a mark, a slot, a name's hint or beyond the ends. */
  String word(int at) {
    boolean inside = at >= 0 && at < tokens.size() && !hinted.contains(at);
    return inside && ComposeLists.WORD.matcher(tokens.get(at)).matches() ? tokens.get(at) : "";
  }

  /** Tokens of a stretch, cut where the message ends. */
  List<String> between(int from, int to) {
    int end = Math.min(to, tokens.size());
    return from >= end ? List.of() : tokens.subList(Math.max(0, from), end);
  }

  boolean hasAny(Set<String> words) {
    return tokens.stream().anyMatch(words::contains);
  }

  /** How many words from here are one of these names, the most first; 0 for none. */
  int phrase(int at, Predicate<String> named, int longest) {
    for (int size = Math.min(longest, tokens.size() - at); size > 0; size--) {
      List<String> words = between(at, at + size);
      boolean plain = true;
      for (int i = at; i < at + size; i++) {
        plain &= !word(i).isEmpty();
      }
      if (plain && named.test(String.join(" ", words))) {
        return size;
      }
    }
    return 0;
  }

  private int soundPhrase(int at) {
    return phrase(at, words -> isSound(words) || OWN.containsKey(words), LONGEST_SOUND);
  }

  int soundAt(int at) {
    return soundPhrase(at);
  }

  boolean isSound(String words) {
    return lexicon.known(words).isPresent();
  }

  private String role(int at, int size) {
    return lexicon
        .known(String.join(" ", between(at, at + size)))
        .orElseGet(() -> OWN.getOrDefault(tokens.get(at), ""));
  }

  /** The sound that begins here; sounds in a row are one, and the last of them says the role. */
  Sound sound(int at, Set<String> used) {
    int size = soundPhrase(at);
    String role = size > 0 ? role(at, size) : "";
    while (size > 0 && !tokens.get(at + size - 1).endsWith("s")) {
      int more = soundPhrase(at + size);
      if (more == 0
          || ComposeLists.isBeat(tokens.get(at + size))
          || used.contains(tokens.get(at + size))) {
        break;
      }
      role = role(at + size, more);
      size += more;
    }
    return new Sound(size, role);
  }

  /** Whether a word stands under a "no" or "without" that reaches it. */
  boolean denied(int at) {
    for (int back = at - 1; back > Math.max(-1, at - FAR - 1); back--) {
      String token = tokens.get(back);
      if (NOT.contains(token) || token.equals("out") && word(back - 1).equals("leave")) {
        return true;
      }
      boolean known = isSound(token) || OWN.containsKey(token) || lexicon.isMood(token);
      boolean listed = token.equals(",") && ALSO.contains(word(back + 1));
      if (!(LITTLE.contains(token) || ALSO.contains(token) || known || listed)) {
        return false;
      }
    }
    return false;
  }

  /** Where this run of words ends; the end of the message where it does not have it. */
  int endOf(List<String> words) {
    for (int at = 0; at + words.size() <= tokens.size(); at++) {
      if (between(at, at + words.size()).equals(words)) {
        return at + words.size();
      }
    }
    return tokens.size();
  }

  /** A German adjective as the list of moods has it: "dusteren" is "duster". */
  String base(String word) {
    if (lexicon.isMood(word)) {
      return word;
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending)) {
        String bare = word.substring(0, word.length() - ending.length());
        if (lexicon.isMood(bare)) {
          return bare;
        }
      }
    }
    return word;
  }
}

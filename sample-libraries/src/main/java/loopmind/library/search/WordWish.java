package loopmind.library.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a query asks for and what it asks against: "dark pad -reverb", "drums without a kick", "like
 * this but not bright".
 *
 * @param wanted words that names and tags should answer; may be blank
 * @param sentence all that is said for the ear, which understands "no low end" by itself
 * @param unwanted words, each a wish of its own, that names and tags should not answer
 * @param away those of them that the ear is led away from, because they were set apart
 */
record WordWish(String wanted, String sentence, List<String> unwanted, List<String> away) {

  private static final Set<String> APART = Set.of("without", "minus");
  private static final Set<String> AGAINST = Set.of("not", "no", "less");
  private static final Set<String> BETWEEN = Set.of("a", "an", "the", "any", "so", "too", "very");

  WordWish {
    unwanted = List.copyOf(unwanted);
    away = List.copyOf(away);
  }

  static WordWish of(String words) {
    List<String> wanted = new ArrayList<>();
    List<String> sentence = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    List<String> away = new ArrayList<>();
    boolean apart = false;
    boolean against = false;
    for (String word : words.strip().split("\\s+")) {
      String plain = word.toLowerCase(Locale.ROOT).replaceAll("[,.;:!?]+$", "");
      boolean minus = plain.length() > 1 && (plain.startsWith("-") || plain.startsWith("\u2212"));
      if (minus || ((apart || against) && !BETWEEN.contains(plain))) {
        unwanted.add(minus ? plain.substring(1) : plain);
        if (minus || apart) {
          away.add(unwanted.getLast());
        } else {
          sentence.add(word);
        }
        apart = false;
        against = false;
      } else if (APART.contains(plain)) {
        apart = true;
      } else if (AGAINST.contains(plain)) {
        against = true;
        sentence.add(word);
      } else if (!apart && !against) {
        wanted.add(plain.startsWith("+") ? word.substring(1) : word);
        sentence.add(wanted.getLast());
      }
    }
    return new WordWish(String.join(" ", wanted), String.join(" ", sentence), unwanted, away);
  }
}

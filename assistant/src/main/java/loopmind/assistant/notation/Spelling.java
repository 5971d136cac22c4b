package loopmind.assistant.notation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends slips of the keyboard: a word that nobody uses becomes the one in use that is one slip away
 * (a letter left out, put in, exchanged, or two neighbours swapped), the one met most often first.
 * Candidates are found by leaving letters out of both, as in W. Garbe's symmetric delete algorithm
 * (2012).
 */
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int SHORT = 5;

  /** Words met less often are in use, but nobody is taken to mean them by a slip. */
  private static final int LEAST_MET = 3;

  private static final Pattern WORD = Pattern.compile("(?<![a-z0-9#<])[a-z]+(?![a-z0-9#>])");

  /** What languages glue to the name of a style. */
  private static final Pattern MADE =
      Pattern.compile("(?:tracks?|beats?|songs?|tunes?|nummer|stuck|lied|musik|muziek|liedje)$");

  private final Map<String, Integer> met = new HashMap<>();
  private final Map<String, Set<String>> near = new HashMap<>();
  private final Set<String> styles;

  private Spelling(Set<String> styles) {
    this.styles = styles;
  }

  /**
   * @param words a file with a word in use a line, and how often it was met
   * @param styles names of styles
   */
  static Spelling read(Path words, Set<String> styles) throws IOException {
    Spelling spelling = new Spelling(styles);
    for (String line : Files.readAllLines(words, StandardCharsets.UTF_8)) {
      List<String> parts = List.of(line.split(" "));
      spelling.add(parts.get(0), Integer.parseInt(parts.get(1)));
    }
    return spelling;
  }

  private void add(String word, int count) {
    met.put(word, count);
    if (count >= LEAST_MET) {
      for (String part : shorter(word)) {
        near.computeIfAbsent(part, any -> new LinkedHashSet<>()).add(word);
      }
    }
  }

  /** The word, and the word without each of its letters. */
  private static Set<String> shorter(String word) {
    Set<String> parts = new HashSet<>(Set.of(word));
    for (int i = 0; i < word.length(); i++) {
      parts.add(word.substring(0, i) + word.substring(i + 1));
    }
    return parts;
  }

  /** Simplified text with its slips mended. */
  String mended(String text) {
    Matcher words = WORD.matcher(text);
    return words.replaceAll(word -> Matcher.quoteReplacement(of(word.group())));
  }

  /** The word as it should be: itself where it is in use, or where no other is near. */
  private String of(String word) {
    if (word.length() < SHORTEST || met.containsKey(word)) {
      return word;
    }
    Matcher made = MADE.matcher(word);
    if (made.find() && styles.contains(word.substring(0, made.start()))) {
      return word.substring(0, made.start()) + " " + made.group();
    }
    Set<String> found = new HashSet<>();
    shorter(word).forEach(part -> found.addAll(near.getOrDefault(part, Set.of())));
    return found.stream()
        .filter(meant -> mayBe(word, meant))
        .max(
            Comparator.<String>comparingInt(meant -> met.getOrDefault(meant, 0))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(word);
  }

  private static boolean mayBe(String word, String meant) {
    boolean plural = word.equals(meant + "s") || meant.equals(word + "s");
    boolean swapped = word.length() == meant.length() && sorted(word).equals(sorted(meant));
    boolean sameStart = word.charAt(0) == meant.charAt(0) || swapped;
    return sameStart && !plural && (word.length() >= SHORT || swapped) && isASlip(word, meant);
  }

  private static List<Integer> sorted(String word) {
    return word.chars().sorted().boxed().toList();
  }

  private static boolean isASlip(String one, String other) {
    String less = one.length() <= other.length() ? one : other;
    String more = one.length() <= other.length() ? other : one;
    int at = 0;
    while (at < less.length() && less.charAt(at) == more.charAt(at)) {
      at++;
    }
    if (less.length() < more.length()) {
      return more.length() - less.length() == 1
          && less.substring(at).equals(more.substring(at + 1));
    }
    if (at == less.length()) {
      return false;
    }
    return less.substring(at + 1).equals(more.substring(at + 1)) || isSwap(less, more, at);
  }

  private static boolean isSwap(String one, String other, int at) {
    return at + 1 < one.length()
        && one.charAt(at) == other.charAt(at + 1)
        && one.charAt(at + 1) == other.charAt(at)
        && one.substring(at + 2).equals(other.substring(at + 2));
  }
}

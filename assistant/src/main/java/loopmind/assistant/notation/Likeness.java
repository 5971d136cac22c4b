package loopmind.assistant.notation;

import java.util.Collection;
import java.util.Optional;

/**
 * How alike two words are: twice the letters that match, over all letters, where the longest common
 * run is matched first, then what is left and right of it. J. W. Ratcliff and D. E. Metzener,
 * "Pattern Matching: The Gestalt Approach", Dr. Dobb's Journal, July 1988; as in Python's difflib.
 */
final class Likeness {

  private Likeness() {}

  /** 0 (nothing in common) to 1 (equal). */
  static double of(String a, String b) {
    int letters = a.length() + b.length();
    return letters == 0 ? 1 : 2.0 * matching(a, b) / letters;
  }

  private static int matching(String a, String b) {
    int bestA = 0;
    int bestB = 0;
    int best = 0;
    int[] runs = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      int[] now = new int[b.length() + 1];
      for (int j = 0; j < b.length(); j++) {
        if (a.charAt(i) == b.charAt(j)) {
          now[j + 1] = runs[j] + 1;
          if (now[j + 1] > best) {
            best = now[j + 1];
            bestA = i - best + 1;
            bestB = j - best + 1;
          }
        }
      }
      runs = now;
    }
    return best == 0
        ? 0
        : best
            + matching(a.substring(0, bestA), b.substring(0, bestB))
            + matching(a.substring(bestA + best), b.substring(bestB + best));
  }

  /** The word most like this one, at least by {@code least}; of equals the last in the alphabet. */
  static Optional<String> closest(String word, Collection<String> words, double least) {
    Optional<String> closest = Optional.empty();
    double likeness = least;
    for (String other : words) {
      double now = of(other, word);
      boolean tie = now == likeness && other.compareTo(closest.orElse("")) > 0;
      if (now > likeness || tie) {
        closest = Optional.of(other);
        likeness = now;
      }
    }
    return closest;
  }
}

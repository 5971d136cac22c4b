package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An n-gram over the order of sections, against which the planner is measured.
 *
 * <p>p(w|h) = (c(hw) + T(h) p(w|h')) / (c(h) + T(h)), where T(h) counts the different symbols seen
 * after h, and the shortest history falls back to even odds: I. H. Witten and T. C. Bell, "The
 * zero-frequency problem", IEEE Transactions on Information Theory 37 (1991), method C.
 */
final class WittenBell {

  private static final int START = -1;

  private final int n;
  private final Map<List<Integer>, int[]> counts = new HashMap<>();

  /**
   * @param n symbols looked at, the one foretold included; 1 or more
   * @param songs label numbers, each song closed by {@link Label#END}
   */
  WittenBell(int n, List<List<Integer>> songs) {
    if (n < 1) {
      throw new IllegalArgumentException("An n-gram looks at 1 symbol or more, but was given " + n);
    }
    this.n = n;
    for (List<Integer> song : songs) {
      List<Integer> padded = padded(song);
      for (int at = n - 1; at < padded.size(); at++) {
        for (int length = 0; length < n; length++) {
          counts
              .computeIfAbsent(
                  List.copyOf(padded.subList(at - length, at)), any -> new int[Label.SYMBOLS])[
              padded.get(at)]++;
        }
      }
    }
  }

  int n() {
    return n;
  }

  /** The probability of every symbol after those of {@code past}. */
  double[] after(List<Integer> past) {
    List<Integer> padded = padded(past);
    double[] odds = new double[Label.SYMBOLS];
    Arrays.fill(odds, 1.0 / Label.SYMBOLS);
    for (int length = 0; length < n; length++) {
      int[] seen = counts.get(padded.subList(padded.size() - length, padded.size()));
      if (seen == null) {
        break;
      }
      double total = Arrays.stream(seen).sum();
      double kinds = Arrays.stream(seen).filter(count -> count > 0).count();
      for (int symbol = 0; symbol < odds.length; symbol++) {
        odds[symbol] = (seen[symbol] + kinds * odds[symbol]) / (total + kinds);
      }
    }
    return odds;
  }

  private List<Integer> padded(List<Integer> song) {
    List<Integer> padded = new ArrayList<>(Collections.nCopies(n - 1, START));
    padded.addAll(song);
    return padded;
  }
}

package loopmind.arranger.plan;

import java.util.Arrays;

/**
 * Divides a length among the sections of a whole form, as likely as can be.
 *
 * <p>By dynamic programming over sections and units of bars: best[i][u] is the greatest sum of
 * log-likelihoods with which the first i free sections fill u units.
 */
final class LengthFitter {

  private final double[][] likelihood;
  private final int unit;

  /**
   * @param likelihood for every free section, that of lasting 1, 2, … units
   * @param unit bars a unit
   */
  LengthFitter(double[][] likelihood, int unit) {
    this.likelihood = likelihood;
    this.unit = unit;
  }

  /**
   * Bars of every free section, which sum to {@code bars}.
   *
   * @param bars a multiple of the unit that the sections can fill
   */
  int[] fill(int bars) {
    int units = bars / unit, sections = likelihood.length;
    double[][] best = new double[sections + 1][units + 1];
    int[][] taken = new int[sections + 1][units + 1];
    for (double[] row : best) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int i = 1; i <= sections; i++) {
      for (int all = 1; all <= units; all++) {
        for (int own = 1; own <= Math.min(all, likelihood[i - 1].length); own++) {
          double sum = best[i - 1][all - own] + likelihood[i - 1][own - 1];
          if (sum > best[i][all]) {
            best[i][all] = sum;
            taken[i][all] = own;
          }
        }
      }
    }
    if (best[sections][units] == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "%d sections cannot fill %d bars in steps of %d.".formatted(sections, bars, unit));
    }
    int[] chosen = new int[sections];
    for (int i = sections, left = units; i > 0; left -= taken[i][left], i--) {
      chosen[i - 1] = taken[i][left] * unit;
    }
    return chosen;
  }
}

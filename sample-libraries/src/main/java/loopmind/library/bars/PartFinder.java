package loopmind.library.bars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a track: its bars are compared with one another, and a checkerboard that is moved
 * along the diagonal of their likeness finds where what follows differs from what was (J. Foote,
 * "Automatic audio segmentation using a measure of audio novelty", ICME 2000). Music is made in
 * fours: a border that is found a bar beside a multiple of four bars is moved there where it stands
 * out as well.
 */
public final class PartFinder {

  private static final int HALF = 4, FEWEST_BARS = 2, UNIT = 4;
  private static final double AS_GOOD = 0.6, ALIKE = 0.55;

  /** What a border stands out by at least: on a multiple of four bars, and elsewhere. */
  private static final double TALL = 0.22, TALL_ODD = 0.45;

  /** Parts below this energy at either end are one intro, or one outro. */
  private static final double QUIET = 0.4;

  private final double[][] bars;
  private final double[] levels;
  private final double[][] distance;

  /**
   * @param bars features of each bar, on scales on which 1 is a usual difference
   * @param levels loudness of each bar, LUFS
   */
  public PartFinder(double[][] bars, double[] levels) {
    this.bars = bars;
    this.levels = levels;
    distance = new double[bars.length][bars.length];
    for (int i = 0; i < bars.length; i++) {
      for (int j = 0; j < bars.length; j++) {
        distance[i][j] = distance(bars[i], bars[j]);
      }
    }
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum / one.length);
  }

  public List<TrackPart> parts() {
    List<Integer> borders = withWholeEnds(borders());
    List<TrackPart> parts = new ArrayList<>();
    int[] likeness = likeness(borders);
    double[] energy = energies(borders);
    for (int i = 0; i + 1 < borders.size(); i++) {
      int length = borders.get(i + 1) - borders.get(i);
      parts.add(new TrackPart(borders.get(i), length, energy[i], likeness[i]));
    }
    return parts;
  }

  /** First bars of the parts, and the bar after the last. */
  private List<Integer> borders() {
    double[] novelty = novelty();
    List<Integer> borders = new ArrayList<>(List.of(0));
    for (int bar = FEWEST_BARS; bar <= bars.length - FEWEST_BARS; bar++) {
      int at = isPeak(novelty, bar) ? squared(novelty, bar) : bar;
      boolean tall = novelty[bar] >= (at % UNIT == 0 ? TALL : TALL_ODD);
      boolean far = at - borders.getLast() >= FEWEST_BARS && at <= bars.length - FEWEST_BARS;
      if (tall && far && isPeak(novelty, bar)) {
        borders.add(at);
      }
    }
    borders.add(bars.length);
    return borders;
  }

  /** Layers that enter one after another make one intro, and those that leave one outro. */
  private List<Integer> withWholeEnds(List<Integer> borders) {
    List<Integer> kept = new ArrayList<>(borders);
    while (kept.size() > 3 && energies(kept)[0] < QUIET && energies(kept)[1] < QUIET) {
      kept.remove(1);
    }
    while (kept.size() > 3 && isQuietAtItsEnd(energies(kept))) {
      kept.remove(kept.size() - 2);
    }
    return kept;
  }

  private static boolean isQuietAtItsEnd(double[] energies) {
    return energies[energies.length - 1] < QUIET && energies[energies.length - 2] < QUIET;
  }

  private static boolean isPeak(double[] novelty, int bar) {
    for (int near = Math.max(0, bar - 2); near <= Math.min(novelty.length - 1, bar + 2); near++) {
      if (novelty[near] > novelty[bar] || (novelty[near] == novelty[bar] && near < bar)) {
        return false;
      }
    }
    return true;
  }

  private static int squared(double[] novelty, int bar) {
    int square = Math.round((float) bar / UNIT) * UNIT;
    boolean near = Math.abs(square - bar) == 1 && square < novelty.length && square > 0;
    return near && novelty[square] >= AS_GOOD * novelty[bar] ? square : bar;
  }

  /**
   * How much what follows each bar line differs from what was, beside how alike each is in itself.
   */
  double[] novelty() {
    double[] novelty = new double[bars.length];
    for (int bar = 1; bar < bars.length; bar++) {
      int half = Math.min(HALF, Math.min(bar, bars.length - bar));
      double across = 0;
      double within = 0;
      double weights = 0;
      for (int i = 0; i < half; i++) {
        for (int j = 0; j < half; j++) {
          double weight = taper(i) * taper(j);
          weights += weight;
          across += weight * distance[bar - 1 - i][bar + j];
          within +=
              weight * 0.5 * (distance[bar - 1 - i][bar - 1 - j] + distance[bar + i][bar + j]);
        }
      }
      // near the ends there is less to compare, and chance weighs more
      novelty[bar] = Math.max(0, across - within) / weights * half / HALF;
    }
    return novelty;
  }

  private static double taper(int bars) {
    double share = (bars + 0.5) / HALF;
    return Math.exp(-share * share);
  }

  private double[] mean(int from, int to) {
    double[] mean = new double[bars[0].length];
    for (int bar = from; bar < to; bar++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += bars[bar][i] / (to - from);
      }
    }
    return mean;
  }

  private int[] likeness(List<Integer> borders) {
    List<double[]> known = new ArrayList<>();
    int[] likeness = new int[borders.size() - 1];
    for (int i = 0; i < likeness.length; i++) {
      double[] mean = mean(borders.get(i), borders.get(i + 1));
      int nearest = -1;
      for (int k = 0; k < known.size(); k++) {
        boolean nearer =
            nearest < 0 || distance(known.get(k), mean) < distance(known.get(nearest), mean);
        nearest = nearer ? k : nearest;
      }
      if (nearest < 0 || distance(known.get(nearest), mean) > ALIKE) {
        known.add(mean);
        nearest = known.size() - 1;
      }
      likeness[i] = nearest;
    }
    return likeness;
  }

  /** By loudness: 1 for the loudest part, less by 1 for each 14 LU below it, and 0.2 at least. */
  private double[] energies(List<Integer> borders) {
    double[] loudness = new double[borders.size() - 1];
    for (int i = 0; i < loudness.length; i++) {
      double power = 0;
      for (int bar = borders.get(i); bar < borders.get(i + 1); bar++) {
        power += Math.pow(10, levels[bar] / 10) / (borders.get(i + 1) - borders.get(i));
      }
      loudness[i] = 10 * Math.log10(power + 1e-12);
    }
    double most = Arrays.stream(loudness).max().orElse(0);
    return Arrays.stream(loudness)
        .map(one -> Math.rint(Math.clamp(0.95 + (one - most) / 14, 0.15, 0.95) * 100) / 100)
        .toArray();
  }
}

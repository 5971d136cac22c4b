package loopmind.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import loopmind.arranger.loop.LoopId;
import loopmind.library.index.IndexEntry;
import loopmind.library.index.IndexFilter;
import loopmind.library.index.Near;
import loopmind.library.index.VectorIndex;

/**
 * Lays sounds out on a plane so that neighbours stay together: L. McInnes, J. Healy, J. Melville,
 * "UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction" (2018). The graph
 * of neighbours comes from the index, the first layout from the two directions of most spread. The
 * same sounds and seed give the same map.
 */
public final class SoundMap {

  private static final int NEIGHBOURS = 15, AGAINST = 5, SMALL = 3_000;
  private static final int ROUNDS_SMALL = 400, ROUNDS = 160, BISECTIONS = 40, POWER_STEPS = 60;

  /** The curve of attraction for a least distance of 0.5: dots that can be told apart. */
  private static final double A = 0.583, B = 1.334;

  private static final double FARTHEST_STEP = 4, FIRST_SIZE = 10, TINY = 1e-3;
  private static final long SEED = 20_261_127;

  /**
   * Where a sound lies.
   *
   * @param x 0 to 1
   * @param y 0 to 1
   */
  public record Place(double x, double y) {}

  private final List<IndexEntry> sounds;
  private final int[][] neighbours;
  private final float[][] strengths;
  private final double[][] at;

  private SoundMap(List<IndexEntry> sounds, VectorIndex index) {
    this.sounds = sounds;
    int count = sounds.size();
    neighbours = new int[count][];
    strengths = new float[count][];
    at = new double[count][2];
    join(index);
  }

  /**
   * The places of all sounds that have an embedding.
   *
   * @param sounds to be laid out, in any order
   * @param index that holds them
   * @param progress told now and then how far it is, 0 to 1
   * @param cancelled asked now and then
   * @return empty where it was cancelled
   */
  public static Map<LoopId, Place> of(
      List<IndexEntry> sounds,
      VectorIndex index,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    List<IndexEntry> sorted = new ArrayList<>(sounds);
    sorted.sort(Comparator.comparing(IndexEntry::id));
    SoundMap map = new SoundMap(sorted, index);
    map.layOutFirst();
    return map.pull(progress, cancelled) ? map.places() : Map.of();
  }

  /** The graph of neighbours, each edge with its strength. */
  private void join(VectorIndex index) {
    Map<LoopId, Integer> numbers = new HashMap<>();
    for (int i = 0; i < sounds.size(); i++) {
      numbers.put(sounds.get(i).id(), i);
    }
    for (int i = 0; i < sounds.size(); i++) {
      List<Near> near =
          index.nearest(sounds.get(i).place(), IndexFilter.NONE, NEIGHBOURS + 1).stream()
              .filter(one -> numbers.containsKey(one.id()))
              .toList();
      int self = i;
      List<Near> others =
          near.stream().filter(one -> !one.id().equals(sounds.get(self).id())).toList();
      neighbours[i] = others.stream().mapToInt(one -> numbers.get(one.id())).toArray();
      double[] far = others.stream().mapToDouble(one -> Math.max(0, 1 - one.cosine())).toArray();
      strengths[i] = strengths(far);
    }
  }

  /**
   * 1 for the nearest, less for those beyond, so that they add up to the logarithm of their number.
   */
  private static float[] strengths(double[] far) {
    float[] strengths = new float[far.length];
    if (far.length == 0) {
      return strengths;
    }
    double wanted = Math.log(far.length + 1) / Math.log(2);
    double low = 0;
    double high = Double.MAX_VALUE;
    double scale = 1;
    for (int step = 0; step < BISECTIONS; step++) {
      double sum = 0;
      for (double one : far) {
        sum += Math.exp(-(one - far[0]) / scale);
      }
      if (sum > wanted) {
        high = scale;
        scale = (low + high) / 2;
      } else {
        low = scale;
        scale = high == Double.MAX_VALUE ? scale * 2 : (low + high) / 2;
      }
    }
    for (int i = 0; i < far.length; i++) {
      strengths[i] = (float) Math.exp(-(far[i] - far[0]) / Math.max(scale, 1e-9));
    }
    return strengths;
  }

  /** The two directions in which the places spread most, by the power method. */
  private void layOutFirst() {
    if (sounds.isEmpty()) {
      return;
    }
    int dimensions = sounds.getFirst().place().dimensions();
    double[] mean = new double[dimensions];
    List<float[]> places = new ArrayList<>();
    for (IndexEntry sound : sounds) {
      float[] place = sound.place().values();
      places.add(place);
      for (int d = 0; d < dimensions; d++) {
        mean[d] += place[d] / sounds.size();
      }
    }
    double[] first = direction(places, mean, new double[dimensions], 1);
    double[] second = direction(places, mean, first, 2);
    double most = 1e-9;
    for (int i = 0; i < at.length; i++) {
      at[i][0] = along(places.get(i), mean, first);
      at[i][1] = along(places.get(i), mean, second);
      most = Math.max(most, Math.max(Math.abs(at[i][0]), Math.abs(at[i][1])));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (double[] place : at) {
      for (int axis = 0; axis < 2; axis++) {
        // twins must not lie on one point, where nothing could part them
        place[axis] = place[axis] / most * FIRST_SIZE + random.nextDouble(-TINY, TINY);
      }
    }
  }

  private static double along(float[] place, double[] mean, double[] direction) {
    double sum = 0;
    for (int d = 0; d < mean.length; d++) {
      sum += (place[d] - mean[d]) * direction[d];
    }
    return sum;
  }

  private static double[] direction(
      List<float[]> places, double[] mean, double[] against, int number) {
    int dimensions = mean.length;
    SplittableRandom random = new SplittableRandom(SEED + number);
    double[] direction = random.doubles(dimensions, -1, 1).toArray();
    for (int step = 0; step < POWER_STEPS; step++) {
      double[] next = new double[dimensions];
      for (float[] place : places) {
        double share = along(place, mean, direction);
        for (int d = 0; d < dimensions; d++) {
          next[d] += share * (place[d] - mean[d]);
        }
      }
      double shared = 0;
      for (int d = 0; d < dimensions; d++) {
        shared += next[d] * against[d];
      }
      double length = 1e-12;
      for (int d = 0; d < dimensions; d++) {
        next[d] -= shared * against[d];
        length += next[d] * next[d];
      }
      for (int d = 0; d < dimensions; d++) {
        direction[d] = next[d] / Math.sqrt(length);
      }
    }
    return direction;
  }

  /** Neighbours pull each other closer, anyone else pushes; less from round to round. */
  private boolean pull(DoubleConsumer progress, BooleanSupplier cancelled) {
    int rounds = sounds.size() <= SMALL ? ROUNDS_SMALL : ROUNDS;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < rounds; round++) {
      if (cancelled.getAsBoolean()) {
        return false;
      }
      progress.accept(round / (double) rounds);
      double step = 1 - round / (double) rounds;
      for (int i = 0; i < neighbours.length; i++) {
        for (int n = 0; n < neighbours[i].length; n++) {
          if (random.nextDouble() < strengths[i][n]) {
            attract(i, neighbours[i][n], step);
            for (int k = 0; k < AGAINST; k++) {
              repel(i, random.nextInt(neighbours.length), step);
            }
          }
        }
      }
    }
    return true;
  }

  private void attract(int one, int other, double step) {
    double square = square(one, other);
    if (square <= 0) {
      return;
    }
    double pull = -2 * A * B * Math.pow(square, B - 1) / (1 + A * Math.pow(square, B));
    for (int axis = 0; axis < 2; axis++) {
      double by = clipped(pull * (at[one][axis] - at[other][axis])) * step;
      at[one][axis] += by;
      at[other][axis] -= by;
    }
  }

  private void repel(int one, int other, double step) {
    if (one == other) {
      return;
    }
    double square = square(one, other);
    double push = 2 * B / ((TINY + square) * (1 + A * Math.pow(square, B)));
    for (int axis = 0; axis < 2; axis++) {
      at[one][axis] += clipped(push * (at[one][axis] - at[other][axis])) * step;
    }
  }

  private double square(int one, int other) {
    double x = at[one][0] - at[other][0];
    double y = at[one][1] - at[other][1];
    return x * x + y * y;
  }

  private static double clipped(double by) {
    return Math.clamp(by, -FARTHEST_STEP, FARTHEST_STEP);
  }

  private Map<LoopId, Place> places() {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] place : at) {
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], place[axis]);
        high[axis] = Math.max(high[axis], place[axis]);
      }
    }
    // one scale for both, or distances would mean another thing across than down
    double size = Math.max(1e-9, Math.max(high[0] - low[0], high[1] - low[1]));
    Map<LoopId, Place> places = new HashMap<>();
    for (int i = 0; i < at.length; i++) {
      places.put(
          sounds.get(i).id(),
          new Place(
              0.5 + (at[i][0] - (low[0] + high[0]) / 2) / size,
              0.5 + (at[i][1] - (low[1] + high[1]) / 2) / size));
    }
    return places;
  }
}

package loopmind.library.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;
import org.jspecify.annotations.Nullable;

/**
 * Compares with every sound: exact. Places lie in memory in blocks of {@value #LANES}, dimension by
 * dimension, so that the inner loop is one multiplication and addition of neighbours, which the
 * compiler turns into the widest vector instructions of the machine. Blocks in which nothing passes
 * the filter are skipped.
 */
public final class ScanIndex implements VectorIndex {

  /** Sounds in a block: the sums of one stay in the nearest cache. */
  private static final int LANES = 64;

  /** Blocks that one thread takes at a time; fewer than two of them are not worth a thread. */
  private static final int STRETCH = 128;

  private volatile Held held = Held.of(List.of());

  /**
   * @param dimensions of each place
   * @param blocks LANES × dimensions numbers each
   */
  private record Held(int dimensions, LoopId[] ids, Columns columns, float[][] blocks) {

    static Held of(List<IndexEntry> truth) {
      List<IndexEntry> sorted = new ArrayList<>(truth);
      sorted.sort(Comparator.comparing(IndexEntry::id));
      int dimensions = sorted.isEmpty() ? 0 : sorted.getFirst().place().dimensions();
      int count = sorted.size();
      LoopId[] ids = new LoopId[count];
      IndexFacts[] facts = new IndexFacts[count];
      float[][] blocks = new float[(count + LANES - 1) / LANES][LANES * dimensions];
      for (int row = 0; row < count; row++) {
        IndexEntry entry = sorted.get(row);
        float[] place = entry.place().values();
        if (place.length != dimensions) {
          throw new IllegalArgumentException(
              "Places of %d and %d dimensions cannot lie in one index."
                  .formatted(dimensions, place.length));
        }
        ids[row] = entry.id();
        facts[row] = entry.facts();
        float[] block = blocks[row / LANES];
        for (int d = 0; d < dimensions; d++) {
          block[d * LANES + row % LANES] = place[d];
        }
      }
      return new Held(dimensions, ids, new Columns(facts), blocks);
    }
  }

  @Override
  public void hold(List<IndexEntry> truth) {
    held = Held.of(truth);
  }

  @Override
  public int size() {
    return held.ids.length;
  }

  @Override
  public List<Near> nearest(Embedding wanted, IndexFilter filter, int limit) {
    Held now = held;
    if (now.ids.length == 0) {
      return List.of();
    }
    float[] query = wanted.values();
    if (query.length != now.dimensions) {
      throw new IllegalArgumentException(
          "This index holds places of %d dimensions, but was asked for one of %d."
              .formatted(now.dimensions, query.length));
    }
    int most = Math.min(limit, now.ids.length);
    Columns.Screen screen = filter.equals(IndexFilter.NONE) ? null : Columns.screen(filter);
    int stretches = (now.blocks.length + STRETCH - 1) / STRETCH;
    IntStream parts = IntStream.range(0, stretches);
    List<Nearest> found =
        (stretches > 1 ? parts.parallel() : parts)
            .mapToObj(part -> scan(now, query, screen, most, part * STRETCH))
            .toList();
    Nearest best = new Nearest(most);
    found.forEach(best::offerAll);
    return best.found(now.ids);
  }

  private static Nearest scan(
      Held held, float[] query, Columns.@Nullable Screen screen, int limit, int first) {
    Nearest best = new Nearest(limit);
    float[] sums = new float[LANES];
    BitSet passing = new BitSet(LANES);
    int end = Math.min(held.blocks.length, first + STRETCH);
    for (int block = first; block < end; block++) {
      int rows = Math.min(LANES, held.ids.length - block * LANES);
      passing.set(0, rows);
      if (screen != null) {
        held.columns.mark(screen, block * LANES, rows, passing);
        if (passing.isEmpty()) {
          continue;
        }
      }
      dots(held.blocks[block], query, sums);
      for (int lane = 0; lane < rows; lane++) {
        if (sums[lane] >= best.least() && passing.get(lane)) {
          best.offer(sums[lane], block * LANES + lane);
        }
      }
    }
    return best;
  }

  private static void dots(float[] block, float[] query, float[] sums) {
    Arrays.fill(sums, 0);
    for (int d = 0; d < query.length; d++) {
      float value = query[d];
      int at = d * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        sums[lane] += value * block[at + lane];
      }
    }
  }

  @Override
  public void close() {
    held = Held.of(List.of());
  }
}

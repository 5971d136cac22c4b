package loopmind.library.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.library.index.IndexFilter.TempoRange;

/**
 * Measures an index: places drawn around as many centres as a library has kinds of sounds, filters
 * that let through all down to one in two hundred, and the nearest ten beside the truth.
 */
public final class IndexBench {

  public static final int DIMENSIONS = 224;

  private static final int CENTRES = 4000, QUERIES = 100, WARM_UP = 30, FIRST = 10;
  private static final double SPREAD = 0.6;

  /**
   * One figure.
   *
   * @param name of it
   * @param value in {@code unit}
   * @param goal at most for times, at least for a recall
   */
  public record Figure(String name, double value, String unit, double goal) {
    public boolean passed() {
      return unit.equals("recall@10") ? value >= goal : value <= goal;
    }
  }

  private final int count;
  private final float[][] centres = new float[CENTRES][];
  private final List<Figure> figures = new ArrayList<>();

  private IndexBench(int count) {
    this.count = count;
    Random random = new Random(1);
    for (int i = 0; i < CENTRES; i++) {
      centres[i] = unit(random, null);
    }
  }

  /**
   * @param count of places, 1,000 or more
   * @param folder for what an index keeps on the disk; empty
   */
  public static List<Figure> run(int count, Path folder) {
    IndexBench bench = new IndexBench(count);
    List<IndexEntry> entries = bench.entries();
    try (VectorIndex index = new EmbeddedIndex(folder)) {
      long before = System.nanoTime();
      index.hold(entries);
      double seconds = (System.nanoTime() - before) / 1e9;
      bench.figures.add(new Figure("index." + count + ".build", seconds, "s", 30));
      for (int f = 0; f < FILTERS.size(); f++) {
        bench.measure(index, entries, FILTER_NAMES.get(f), FILTERS.get(f));
      }
    }
    return bench.figures;
  }

  private static final List<String> FILTER_NAMES =
      List.of("all", "tempo", "role", "role-tempo-key", "tag");
  private static final List<IndexFilter> FILTERS =
      List.of(
          IndexFilter.NONE,
          new IndexFilter(
              Optional.empty(), List.of(new TempoRange(100, 150)), Set.of(), "", "", 0, 1),
          IndexFilter.of(Role.BASS),
          new IndexFilter(
              Optional.of(Role.BASS),
              List.of(new TempoRange(100, 150)),
              Set.of(0, 5, 7, 12, 17, 19),
              "",
              "",
              0,
              1),
          new IndexFilter(Optional.empty(), List.of(), Set.of(), "", "rare", 0, 1));

  private float[] unit(Random random, float @org.jspecify.annotations.Nullable [] around) {
    float[] values = new float[DIMENSIONS];
    double length = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      double noise = random.nextGaussian() / Math.sqrt(DIMENSIONS);
      values[d] = (float) (around == null ? noise : around[d] + SPREAD * noise);
      length += values[d] * (double) values[d];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      values[d] /= (float) Math.sqrt(length);
    }
    return values;
  }

  private Embedding draw(Random random) {
    return new Embedding(unit(random, centres[random.nextInt(CENTRES)]));
  }

  private List<IndexEntry> entries() {
    Random random = new Random(2);
    List<IndexEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      IndexFacts facts =
          new IndexFacts(
              Role.values()[random.nextInt(8)],
              60 + random.nextInt(120),
              random.nextInt(24),
              random.nextDouble(),
              "pack",
              random.nextInt(200) == 0 ? Set.of("rare") : Set.of());
      entries.add(new IndexEntry(new LoopId("%08x".formatted(i)), draw(random), facts));
    }
    return entries;
  }

  private void measure(
      VectorIndex index, List<IndexEntry> entries, String name, IndexFilter filter) {
    Random random = new Random(3);
    List<Embedding> queries = new ArrayList<>();
    for (int q = 0; q < QUERIES + WARM_UP; q++) {
      queries.add(draw(random));
    }
    double[] millis = new double[QUERIES];
    double right = 0;
    for (int q = 0; q < queries.size(); q++) {
      long before = System.nanoTime();
      List<Near> found = index.nearest(queries.get(q), filter, FIRST);
      if (q >= WARM_UP) {
        millis[q - WARM_UP] = (System.nanoTime() - before) / 1e6;
        double worst = worstOfTruth(entries, queries.get(q), filter);
        right += found.stream().filter(near -> near.cosine() >= worst - 1e-6).count();
      }
    }
    Arrays.sort(millis);
    String what = String.format(Locale.ROOT, "index.%d.%s", count, name);
    boolean large = count > EmbeddedIndex.LARGEST_SCAN;
    figures.add(
        new Figure(what + ".recall", right / QUERIES / FIRST, "recall@10", large ? 0.98 : 0.9999));
    figures.add(new Figure(what + ".p50", millis[QUERIES / 2], "ms", large ? 12 : 6));
    figures.add(new Figure(what + ".p95", millis[QUERIES * 95 / 100], "ms", large ? 12 : 6));
  }

  /** The cosine of the tenth nearest, by comparing with each. */
  private static double worstOfTruth(
      List<IndexEntry> entries, Embedding wanted, IndexFilter filter) {
    float[] query = wanted.values();
    double[] best =
        IntStream.range(0, entries.size())
            .parallel()
            .filter(i -> filter.passes(entries.get(i).facts()))
            .mapToDouble(i -> -dot(entries.get(i).place().values(), query))
            .sorted()
            .limit(FIRST)
            .toArray();
    return -best[best.length - 1];
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * (double) other[d];
    }
    return sum;
  }
}

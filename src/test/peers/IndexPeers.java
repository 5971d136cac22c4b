import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.nio.file.Files;
import java.util.*;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.FSDirectory;

/**
 * The peers of {@code loopmind bench search --vectors N}, as a program of its own: Lucene's and JVector's graphs with their usual settings over the
 * same places, facts, filters and questions. Arguments: N, and lucene or jvector. {@code java -cp LUCENE_CORE:JVECTOR:AGRONA:COMMONS_MATH:SLF4J IndexPeers.java 100000 lucene}
 */
public final class IndexPeers {
  static final int DIMENSIONS = 224, CENTRES = 4000, QUERIES = 100, WARM_UP = 30, FIRST = 10;

  static float[][] places, questions;
  static byte[] role, key;
  static int[] bpm;
  static boolean[] rare;

  static float[] unit(Random random, float[] around) {
    float[] v = new float[DIMENSIONS];
    double length = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      double noise = random.nextGaussian() / Math.sqrt(DIMENSIONS);
      v[d] = (float) (around == null ? noise : around[d] + 0.6 * noise);
      length += v[d] * (double) v[d];
    }
    for (int d = 0; d < DIMENSIONS; d++) v[d] /= (float) Math.sqrt(length);
    return v;
  }

  public static void main(String[] args) throws Exception {
    int n = Integer.parseInt(args[0]);
    Random random = new Random(1);
    float[][] centres = new float[CENTRES][];
    for (int i = 0; i < CENTRES; i++) centres[i] = unit(random, null);
    random = new Random(2);
    places = new float[n][];
    role = new byte[n];
    key = new byte[n];
    bpm = new int[n];
    rare = new boolean[n];
    for (int i = 0; i < n; i++) {
      role[i] = (byte) random.nextInt(8);
      bpm[i] = 60 + random.nextInt(120);
      key[i] = (byte) random.nextInt(24);
      random.nextDouble();
      rare[i] = random.nextInt(200) == 0;
      places[i] = unit(random, centres[random.nextInt(CENTRES)]);
    }
    random = new Random(3);
    questions = new float[QUERIES + WARM_UP][];
    for (int q = 0; q < questions.length; q++) questions[q] = unit(random, centres[random.nextInt(CENTRES)]);
    Set<Integer> keys = Set.of(0, 5, 7, 12, 17, 19);
    Map<String, IntPredicate> filters = new LinkedHashMap<>();
    filters.put("all", i -> true);
    IntPredicate tempo = i -> bpm[i] >= 100 && bpm[i] <= 150;
    filters.put("tempo", tempo);
    filters.put("role", i -> role[i] == 2);
    filters.put("role-tempo-key", i -> role[i] == 2 && tempo.test(i) && keys.contains((int) key[i]));
    filters.put("tag", i -> rare[i]);
    if (args[1].equals("lucene")) lucene(n, filters); else jvector(n, filters);
  }

  interface Search { int[] find(float[] q) throws Exception; }

  static void measure(String peer, int n, String name, IntPredicate filter, Search search) throws Exception {
    double[] ms = new double[QUERIES];
    double right = 0;
    for (int q = 0; q < questions.length; q++) {
      float[] wanted = questions[q];
      long before = System.nanoTime();
      int[] found = search.find(wanted);
      if (q < WARM_UP) continue;
      ms[q - WARM_UP] = (System.nanoTime() - before) / 1e6;
      double[] best = IntStream.range(0, n).parallel().filter(filter).mapToDouble(i -> -dot(places[i], wanted)).sorted().limit(FIRST).toArray();
      for (int i : found) right += dot(places[i], wanted) >= -best[best.length - 1] - 1e-6 ? 1 : 0;
    }
    Arrays.sort(ms);
    System.out.printf(Locale.ROOT, "%s.%d.%s recall@10 %.3f p50 %.2f ms p95 %.2f ms%n", peer, n, name, right / QUERIES / FIRST, ms[QUERIES / 2], ms[QUERIES * 95 / 100]);
  }

  static double dot(float[] a, float[] b) {
    double s = 0;
    for (int d = 0; d < a.length; d++) s += a[d] * (double) b[d];
    return s;
  }

  static void lucene(int n, Map<String, IntPredicate> filters) throws Exception {
    long before = System.nanoTime();
    var folder = Files.createTempDirectory("lucene-peer");
    try (var directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(256))) {
        for (int i = 0; i < n; i++) {
          Document d = new Document();
          d.add(new StoredField("i", i));
          d.add(new KnnFloatVectorField("place", places[i], VectorSimilarityFunction.DOT_PRODUCT));
          d.add(new StringField("role", "r" + role[i], Field.Store.NO));
          d.add(new IntField("bpm", bpm[i], Field.Store.NO));
          d.add(new IntField("key", key[i], Field.Store.NO));
          if (rare[i]) d.add(new StringField("tag", "rare", Field.Store.NO));
          writer.addDocument(d);
        }
        writer.commit();
      }
      System.out.printf(Locale.ROOT, "lucene.%d.build %.1f s%n", n, (System.nanoTime() - before) / 1e9);
      Query tempo = IntField.newRangeQuery("bpm", 100, 150), bass = new TermQuery(new Term("role", "r2"));
      Query three = new BooleanQuery.Builder().add(bass, BooleanClause.Occur.FILTER).add(tempo, BooleanClause.Occur.FILTER)
          .add(IntField.newSetQuery("key", 0, 5, 7, 12, 17, 19), BooleanClause.Occur.FILTER).build();
      Map<String, Query> queries = new HashMap<>();
      queries.put("tempo", tempo);
      queries.put("role", bass);
      queries.put("role-tempo-key", three);
      queries.put("tag", new TermQuery(new Term("tag", "rare")));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (String name : filters.keySet()) {
          measure("lucene", n, name, filters.get(name), q -> {
            ScoreDoc[] hits = searcher.search(new KnnFloatVectorQuery("place", q, FIRST, queries.get(name)), FIRST).scoreDocs;
            int[] found = new int[hits.length];
            for (int h = 0; h < hits.length; h++) found[h] = searcher.storedFields().document(hits[h].doc).getField("i").numericValue().intValue();
            return found;
          });
        }
      }
    }
  }

  static void jvector(int n, Map<String, IntPredicate> filters) throws Exception {
    var types = VectorizationProvider.getInstance().getVectorTypeSupport();
    List<VectorFloat<?>> list = new ArrayList<>(n);
    for (float[] place : places) list.add(types.createFloatVector(place));
    var values = new ListRandomAccessVectorValues(list, DIMENSIONS);
    var similarity = io.github.jbellis.jvector.vector.VectorSimilarityFunction.DOT_PRODUCT;
    long before = System.nanoTime();
    try (var builder = new GraphIndexBuilder(values, similarity, 16, 100, 1.2f, 1.2f)) {
      var graph = builder.build(values);
      System.out.printf(Locale.ROOT, "jvector.%d.build %.1f s%n", n, (System.nanoTime() - before) / 1e9);
      try (var searcher = new GraphSearcher(graph)) {
        for (String name : filters.keySet()) {
          IntPredicate filter = filters.get(name);
          Bits bits = filter::test;
          measure("jvector", n, name, filter, q -> {
            var provider = SearchScoreProvider.exact(types.createFloatVector(q), similarity, values);
            var result = searcher.search(provider, FIRST, 100, 0f, 0f, bits);
            return Arrays.stream(result.getNodes()).limit(FIRST).mapToInt(node -> node.node).toArray();
          });
        }
      }
    }
  }
}

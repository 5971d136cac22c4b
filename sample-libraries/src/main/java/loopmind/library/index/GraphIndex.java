package loopmind.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopId;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Follows a graph of neighbours, for libraries that are too large to compare with all of: Y. A.
 * Malkov, D. A. Yashunin, "Efficient and robust approximate nearest neighbor search using
 * hierarchical navigable small world graphs", IEEE TPAMI 42 (2020), as Lucene has it, over places
 * rounded to bytes; the best are compared again in full. It lies in a folder; what is damaged or
 * missing there is made anew.
 */
public final class GraphIndex implements VectorIndex {

  /** Neighbours of a sound in the graph, and candidates while it is built. */
  private static final int NEIGHBOURS = 24, BEAM = 160;

  /** Candidates for each sound that is asked for, and at least; they are compared again in full. */
  private static final int OVERSAMPLE = 6, LEAST_CANDIDATES = 120;

  private static final double BUFFER_MEGABYTES = 256;
  private static final String ID = "id", PLACE = "place", PRINT = "print";

  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    // it advises a flag of the virtual machine, on the console of whoever makes music
    VECTORS.setLevel(Level.SEVERE);
  }

  private final Path folder;
  private Directory directory;
  private IndexWriter writer;
  private SearcherManager searchers;

  /**
   * @param folder of its files; made where it is not there
   * @throws IndexUnusable where it cannot be made or written to
   */
  public GraphIndex(Path folder) {
    this.folder = folder;
    try {
      open();
    } catch (LockObtainFailedException held) {
      throw new IndexUnusable(
          "The search index in %s is in use by another LoopMind; end that one first."
              .formatted(folder),
          held);
    } catch (IOException | IllegalArgumentException damaged) {
      clear();
      try {
        open();
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private void open() throws IOException {
    Files.createDirectories(folder);
    directory = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setCodec(new BytesCodec());
    try {
      writer = new IndexWriter(directory, config);
    } catch (IOException | RuntimeException damaged) {
      directory.close();
      throw damaged;
    }
    try {
      searchers = new SearcherManager(writer, null);
    } catch (IOException | RuntimeException damaged) {
      writer.rollback();
      directory.close();
      throw damaged;
    }
  }

  /** Lucene's codec with places as bytes in the graph. */
  private static final class BytesCodec extends org.apache.lucene.codecs.FilterCodec {

    private final KnnVectorsFormat format =
        new Lucene104HnswScalarQuantizedVectorsFormat(
            ScalarEncoding.UNSIGNED_BYTE, NEIGHBOURS, BEAM);

    BytesCodec() {
      super("Lucene104", new Lucene104Codec());
    }

    @Override
    public KnnVectorsFormat knnVectorsFormat() {
      return new org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat() {
        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
          return format;
        }
      };
    }
  }

  private void clear() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private IndexUnusable unusable(Exception e) {
    return new IndexUnusable(
        "The search index in %s cannot be used: %s.".formatted(folder, e.getMessage()), e);
  }

  @Override
  public synchronized void hold(List<IndexEntry> truth) {
    try {
      bringTo(truth);
    } catch (IOException | IllegalStateException damaged) {
      rebuild(truth);
    }
  }

  private void rebuild(List<IndexEntry> truth) {
    try {
      closeAll();
      clear();
      open();
      bringTo(truth);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void bringTo(List<IndexEntry> truth) throws IOException {
    Map<String, Long> known = known();
    for (IndexEntry entry : truth) {
      Long print = known.remove(entry.id().text());
      if (print == null || print != entry.print()) {
        writer.updateDocument(new Term(ID, entry.id().text()), document(entry));
      }
    }
    for (String gone : known.keySet()) {
      writer.deleteDocuments(new Term(ID, gone));
    }
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** What is held, with the print of each. */
  private Map<String, Long> known() throws IOException {
    Map<String, Long> known = new HashMap<>();
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues prints = leaf.reader().getNumericDocValues(PRINT);
        StoredFields stored = leaf.reader().storedFields();
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if ((live == null || live.get(doc)) && prints != null && prints.advanceExact(doc)) {
            known.put(stored.document(doc).get(ID), prints.longValue());
          }
        }
      }
    }
    return known;
  }

  private static Document document(IndexEntry entry) {
    Document document = new Document();
    IndexFacts facts = entry.facts();
    document.add(new StringField(ID, entry.id().text(), Field.Store.YES));
    document.add(new NumericDocValuesField(PRINT, entry.print()));
    document.add(
        new KnnFloatVectorField(
            PLACE, entry.place().values(), VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new StringField("role", facts.role().word(), Field.Store.NO));
    document.add(new DoubleField("bpm", facts.bpm(), Field.Store.NO));
    document.add(new IntField("key", facts.key(), Field.Store.NO));
    document.add(new DoubleField("energy", facts.energy(), Field.Store.NO));
    document.add(new StringField("pack", facts.pack(), Field.Store.NO));
    facts.tags().forEach(tag -> document.add(new StringField("tag", tag, Field.Store.NO)));
    return document;
  }

  private static @Nullable Query query(IndexFilter filter) {
    if (filter.equals(IndexFilter.NONE)) {
      return null;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    filter.role().ifPresent(role -> must(all, new TermQuery(new Term("role", role.word()))));
    if (!filter.pack().isEmpty()) {
      must(all, new TermQuery(new Term("pack", filter.pack())));
    }
    if (!filter.tag().isEmpty()) {
      must(all, new TermQuery(new Term("tag", filter.tag())));
    }
    if (!filter.tempi().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      any.add(DoubleField.newExactQuery("bpm", IndexFacts.NO_TEMPO), BooleanClause.Occur.SHOULD);
      for (IndexFilter.TempoRange range : filter.tempi()) {
        any.add(
            DoubleField.newRangeQuery("bpm", range.slowestBpm(), range.fastestBpm()),
            BooleanClause.Occur.SHOULD);
      }
      must(all, any.build());
    }
    if (!filter.keys().isEmpty()) {
      List<Integer> keys = new ArrayList<>(filter.keys());
      keys.add(IndexFacts.NO_KEY);
      must(all, IntField.newSetQuery("key", keys.stream().mapToInt(Integer::intValue).toArray()));
    }
    if (filter.leastEnergy() > 0 || filter.mostEnergy() < 1) {
      must(all, DoubleField.newRangeQuery("energy", filter.leastEnergy(), filter.mostEnergy()));
    }
    return all.build();
  }

  private static void must(BooleanQuery.Builder all, Query query) {
    all.add(query, BooleanClause.Occur.FILTER);
  }

  @Override
  public List<Near> nearest(Embedding wanted, IndexFilter filter, int limit) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return nearest(searcher, wanted.values(), query(filter), limit);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static List<Near> nearest(
      IndexSearcher searcher, float[] wanted, @Nullable Query filter, int limit)
      throws IOException {
    int candidates = Math.max(LEAST_CANDIDATES, OVERSAMPLE * limit);
    if (searcher.getIndexReader().numDocs() == 0) {
      return List.of();
    }
    Query rough = new KnnFloatVectorQuery(PLACE, wanted, candidates, filter);
    ScoreDoc[] hits = searcher.search(rough, candidates).scoreDocs;
    Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    StoredFields stored = searcher.storedFields();
    List<Near> found = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      LoopId id = new LoopId(stored.document(hit.doc).get(ID));
      found.add(new Near(id, cosine(leaf, hit.doc - leaf.docBase, wanted)));
    }
    found.sort(Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::id));
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  /** In full: the graph compares places that were rounded. */
  private static double cosine(LeafReaderContext leaf, int doc, float[] wanted) throws IOException {
    FloatVectorValues places = leaf.reader().getFloatVectorValues(PLACE);
    KnnVectorValues.DocIndexIterator at = places.iterator();
    if (at.advance(doc) != doc) {
      throw new IOException("a sound without a place");
    }
    float[] place = places.vectorValue(at.index());
    double dot = 0;
    for (int d = 0; d < wanted.length; d++) {
      dot += place[d] * (double) wanted[d];
    }
    return Math.clamp(dot, -1.0, 1.0);
  }

  @Override
  public int size() {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return searcher.getIndexReader().numDocs();
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void closeAll() throws IOException {
    searchers.close();
    try {
      writer.close();
    } catch (IOException damaged) {
      writer.rollback();
    }
    directory.close();
  }

  @Override
  public synchronized void close() {
    try {
      closeAll();
    } catch (IOException e) {
      throw unusable(e);
    }
  }
}

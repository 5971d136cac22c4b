package loopmind.library.index;

import java.nio.file.Path;
import java.util.List;
import loopmind.arranger.loop.Embedding;

/**
 * The index without a server: compares with every sound as long as that is fast, and follows a
 * graph in a library that is larger than {@value #LARGEST_SCAN} sounds.
 */
public final class EmbeddedIndex implements VectorIndex {

  /** Comparing with so many takes some milliseconds. */
  public static final int LARGEST_SCAN = 200_000;

  private final Path folder;
  private final int largestScan;
  private volatile VectorIndex index = new ScanIndex();

  /**
   * @param folder of the graph, where one is needed
   */
  public EmbeddedIndex(Path folder) {
    this(folder, LARGEST_SCAN);
  }

  EmbeddedIndex(Path folder, int largestScan) {
    this.folder = folder;
    this.largestScan = largestScan;
  }

  @Override
  public synchronized void hold(List<IndexEntry> truth) {
    boolean graph = truth.size() > largestScan;
    if (graph != index instanceof GraphIndex) {
      index.close();
      index = graph ? new GraphIndex(folder) : new ScanIndex();
    }
    index.hold(truth);
  }

  @Override
  public List<Near> nearest(Embedding wanted, IndexFilter filter, int limit) {
    return index.nearest(wanted, filter, limit);
  }

  @Override
  public int size() {
    return index.size();
  }

  @Override
  public synchronized void close() {
    index.close();
  }
}

package loopmind.library.index;

import java.util.List;
import loopmind.arranger.loop.Embedding;

/**
 * Finds the nearest of many sounds. Two sounds that are equally near are ordered by their ids.
 * Implementations may be shared between threads.
 */
public interface VectorIndex extends AutoCloseable {

  /**
   * From now on it holds these and no others; what it held already is not sent again.
   *
   * @param truth places all of the same number of dimensions, each id once
   * @throws IndexUnusable where they cannot be stored
   */
  void hold(List<IndexEntry> truth);

  /**
   * The nearest of those that pass, the nearest first.
   *
   * @param wanted as many dimensions as what is held
   * @param limit how many at most, 1 or more
   * @throws IndexUnusable where it cannot be asked
   */
  List<Near> nearest(Embedding wanted, IndexFilter filter, int limit);

  /** How many sounds it holds. */
  int size();

  @Override
  void close();
}

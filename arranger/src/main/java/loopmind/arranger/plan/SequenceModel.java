package loopmind.arranger.plan;

import java.util.List;

/** What writes the order of sections: the port to the network. Safe to share between threads. */
interface SequenceModel extends AutoCloseable {

  /**
   * What comes next in each of several songs.
   *
   * @param songs one or more, all with the same number of sections behind them
   * @return one answer a song, in order
   */
  List<Foresight> next(List<Outline> songs);

  /**
   * The logarithms of the label probabilities at every step of a song, each knowing only what is
   * before it: as many rows as sections and one more for the end.
   */
  List<double[]> labels(Outline song);

  @Override
  void close();
}

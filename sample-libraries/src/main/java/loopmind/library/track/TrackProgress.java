package loopmind.library.track;

/** Is told how far the reading of a track is, and may stop it. */
public interface TrackProgress {

  /**
   * @param share 0 to 1
   */
  void at(double share);

  /** Asked often; true ends it with {@link java.util.concurrent.CancellationException}. */
  boolean cancelled();
}

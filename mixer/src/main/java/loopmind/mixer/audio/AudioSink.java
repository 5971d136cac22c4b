package loopmind.mixer.audio;

/**
 * A sound file being written a block at a time. It appears in its place whole, with {@link
 * #finish}, or not at all.
 */
public interface AudioSink extends AutoCloseable {

  /**
   * Appends frames.
   *
   * @param from one array a channel
   * @param start first frame of the arrays to write
   * @param count how many
   * @throws AudioUnwritable where the disk refuses
   */
  void write(float[][] from, int start, int count);

  /** Samples so far that lay beyond full scale and were written as full scale. */
  long clipped();

  /**
   * Completes the file and moves it to its place, over an older one.
   *
   * @throws AudioUnwritable where the disk refuses
   */
  void finish();

  /** Lets go of the file; without {@link #finish} before, nothing of it stays. */
  @Override
  void close();
}

package loopmind.mixer.audio;

import java.util.OptionalLong;
import loopmind.arranger.units.SampleRate;

/** Sound read a block at a time, so that a long recording never lies in memory whole. */
public interface AudioStream extends AutoCloseable {

  SampleRate rate();

  int channels();

  /** Frames in all, where the file says so; what it says may be wrong. */
  OptionalLong frames();

  /**
   * Reads the next frames.
   *
   * @param into one array a channel, each at least {@code count} long
   * @param count how many frames at most, 1 or more
   * @return how many were read; 0 at the end
   * @throws AudioUnreadable where the file breaks off or is damaged beyond reading
   */
  int read(float[][] into, int count);

  @Override
  void close();
}

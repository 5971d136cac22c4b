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

  /**
   * Passes over the next frames without handing them out.
   *
   * @param count 0 or more
   * @return how many were passed over; fewer than {@code count} at the end
   * @throws AudioUnreadable where the file breaks off or is damaged beyond reading
   */
  default long skip(long count) {
    float[][] unheard = new float[channels()][(int) Math.min(count, 1 << 14)];
    long done = 0;
    while (done < count) {
      int got = read(unheard, (int) Math.min(unheard[0].length, count - done));
      if (got == 0) {
        break;
      }
      done += got;
    }
    return done;
  }

  @Override
  void close();
}

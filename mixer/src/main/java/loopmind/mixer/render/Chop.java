package loopmind.mixer.render;

/**
 * A stretch of the song in which the drums repeat a slice of themselves.
 *
 * @param start first frame
 * @param end frame after the last
 * @param slice frame where the repeated slice begins
 * @param length frames of the slice; more than 0
 */
record Chop(long start, long end, long slice, long length) {

  Chop {
    if (length <= 0 || end <= start) {
      throw new IllegalArgumentException(
          "A chop from frame %d to %d cannot repeat %d frames.".formatted(start, end, length));
    }
  }

  /** The frame that is heard at {@code frame}. */
  long source(long frame) {
    return slice + (frame - start) % length;
  }

  /** The frame, after {@code frame}, at which the slice begins anew or the chop ends. */
  long nextCut(long frame) {
    return Math.min(end, frame + length - (frame - start) % length);
  }
}

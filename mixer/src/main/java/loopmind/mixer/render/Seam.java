package loopmind.mixer.render;

import loopmind.arranger.units.Seconds;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Closes the seam of a loop. Many recordings are cut in the middle of a sounding note, so that
 * their last frame and their first do not meet, and every repetition would click. The last {@link
 * #LENGTH} bends smoothly towards where the first frame is; the beginning, where the attack is,
 * stays as it was.
 */
final class Seam {

  private static final Seconds LENGTH = Seconds.ofMillis(4);

  private Seam() {}

  /** Closes the seam of {@code turn} in place and gives it back. */
  static AudioBuffer close(AudioBuffer turn) {
    int length = (int) Math.min(turn.rate().framesIn(LENGTH), turn.frames() / 4);
    for (float[] channel : turn.channels()) {
      if (length >= 4) {
        bend(channel, length);
      }
    }
    return turn;
  }

  private static void bend(float[] channel, int length) {
    int last = channel.length - 1;
    // one frame on from the last is the first of the next turn
    double jump = channel[0] - (2.0 * channel[last] - channel[last - 1]);
    for (int i = 1; i <= length; i++) {
      double u = i / (double) length;
      double bent = jump * u * u * u * (10 - 15 * u + 6 * u * u);
      channel[channel.length - 1 - length + i] += (float) bent;
    }
  }
}

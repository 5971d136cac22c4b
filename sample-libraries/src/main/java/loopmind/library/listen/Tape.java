package loopmind.library.listen;

import java.util.Arrays;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/** The part of a stream that is still needed: grows at its end, is forgotten from its start. */
final class Tape {

  private static final int FIRST_ROOM = 1 << 16;

  private final SampleRate rate;
  private final float[][] channels;
  private long start;
  private int length;

  Tape(int channelCount, SampleRate rate) {
    this.rate = rate;
    channels = new float[channelCount][FIRST_ROOM];
  }

  /** Frames since the start of the stream, up to the end of what was added. */
  long end() {
    return start + length;
  }

  /** Appends frames; what is no number becomes silence, so that nothing later meets it. */
  void add(float[][] block, int count) {
    if (length + count > channels[0].length) {
      int room = Math.max(length + count, channels[0].length * 2);
      for (int c = 0; c < channels.length; c++) {
        channels[c] = Arrays.copyOf(channels[c], room);
      }
    }
    for (int c = 0; c < channels.length; c++) {
      for (int i = 0; i < count; i++) {
        float sample = block[c][i];
        channels[c][length + i] = Float.isFinite(sample) ? sample : 0;
      }
    }
    length += count;
  }

  /** Forgets what lies before {@code frame}, counted from the start of the stream. */
  void forgetBefore(long frame) {
    int gone = (int) Math.min(length, frame - start);
    if (gone <= 0) {
      return;
    }
    for (float[] channel : channels) {
      System.arraycopy(channel, gone, channel, 0, length - gone);
    }
    start += gone;
    length -= gone;
  }

  /** A copy of the frames from {@code from} to {@code to}, counted from the start of the stream. */
  AudioBuffer cut(long from, long to) {
    float[][] part = new float[channels.length][];
    for (int c = 0; c < channels.length; c++) {
      part[c] = Arrays.copyOfRange(channels[c], (int) (from - start), (int) (to - start));
    }
    return new AudioBuffer(part, rate);
  }
}

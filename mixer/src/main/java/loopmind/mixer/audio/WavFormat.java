package loopmind.mixer.audio;

import java.nio.ByteBuffer;
import java.util.Optional;
import loopmind.arranger.units.SampleRate;

/**
 * How the samples of a WAV file are written: its fmt chunk, checked.
 *
 * @param channels 1 to {@value #MOST_CHANNELS}
 * @param rate frames a second
 * @param bytes of one sample of one channel: 1, 2, 3, 4 or 8
 * @param floating whether samples are IEEE floating point; otherwise they are whole numbers,
 *     unsigned where {@code bytes} is 1
 */
record WavFormat(int channels, SampleRate rate, int bytes, boolean floating) {

  static final int MOST_CHANNELS = 16;
  static final int PCM = 1, IEEE_FLOAT = 3, EXTENSIBLE = 0xFFFE;

  /** Bytes of one frame. */
  int frameBytes() {
    return channels * bytes;
  }

  /**
   * @param fmt the content of the fmt chunk
   * @return empty where the samples are written in a way that is left to FFmpeg
   * @throws AudioUnreadable where the format makes no sense
   */
  static Optional<WavFormat> of(ByteBuffer fmt, String name) {
    if (fmt.limit() < 14) {
      throw new AudioUnreadable(
          "%s breaks off within its header, before its sound begins.".formatted(name));
    }
    int channels = fmt.getShort(2) & 0xFFFF;
    long hz = fmt.getInt(4) & 0xFFFF_FFFFL;
    check(channels, hz, name);
    int tag = tagOf(fmt);
    int bits = fmt.limit() < 16 ? 8 : fmt.getShort(14) & 0xFFFF;
    if (tag == PCM && bits >= 1 && bits <= 32) {
      return Optional.of(
          new WavFormat(channels, new SampleRate((int) hz), container(fmt, channels, bits), false));
    }
    if (tag == IEEE_FLOAT && (bits == 32 || bits == 64)) {
      return Optional.of(new WavFormat(channels, new SampleRate((int) hz), bits / 8, true));
    }
    if (tag == PCM || tag == IEEE_FLOAT) {
      throw new AudioUnreadable(
          "%s claims samples of %d bits, which no sound has.".formatted(name, bits));
    }
    return Optional.empty();
  }

  private static int tagOf(ByteBuffer fmt) {
    int tag = fmt.getShort(0) & 0xFFFF;
    // the true tag is the beginning of the sub-format
    return tag == EXTENSIBLE && fmt.limit() >= 26 ? fmt.getShort(24) & 0xFFFF : tag;
  }

  /** Samples lie at the top of their container, so a wider one is read as if all bits counted. */
  private static int container(ByteBuffer fmt, int channels, int bits) {
    int least = (bits + 7) / 8;
    int align = fmt.getShort(12) & 0xFFFF;
    int wide = align / channels;
    return align % channels == 0 && wide > least && wide <= 4 ? wide : least;
  }

  static void check(int channels, long hz, String name) {
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new AudioUnreadable(
          "%s claims %d channels; LoopMind reads sound of 1 to %d channels."
              .formatted(name, channels, MOST_CHANNELS));
    }
    if (hz < SampleRate.LOWEST_HZ || hz > SampleRate.HIGHEST_HZ) {
      throw new AudioUnreadable(
          "%s claims %d frames a second; LoopMind reads sound of %d to %d Hz."
              .formatted(name, hz, SampleRate.LOWEST_HZ, SampleRate.HIGHEST_HZ));
    }
  }
}

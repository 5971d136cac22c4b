package loopmind.mixer.audio;

import java.nio.file.Path;
import loopmind.arranger.units.SampleRate;

/**
 * Writes sound as MP3 or as Opus in Ogg. Both say in the file what the encoder added at its ends,
 * so that it is decoded to its own length. The same sound gives the same bytes.
 */
public final class LossyWriter implements AudioSink {

  private static final int MOST_CHANNELS = 2;

  private final FileInProgress target;
  private final FfmpegEncoder encoder;
  private final float[][] block;
  private int filled;
  private long clipped;

  private LossyWriter(Path path, SampleRate rate, int channels, Coding coding) {
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "An MP3 or Ogg file has 1 or 2 channels here, but was given %d.".formatted(channels));
    }
    this.target = new FileInProgress(path);
    try {
      this.encoder = FfmpegEncoder.open(target.part(), rate, channels, coding);
    } catch (AudioUnwritable e) {
      target.close();
      throw e;
    }
    this.block = new float[channels][encoder.blockFrames()];
  }

  /**
   * MP3 of 320 kbit/s, encoded by LAME.
   *
   * @param file where it will lie once finished
   * @param rate 32, 44.1 or 48 kHz
   * @param channels 1 or 2
   * @throws AudioUnwritable where the folder cannot be written to
   */
  public static LossyWriter mp3(Path file, SampleRate rate, int channels) {
    return new LossyWriter(file, rate, channels, Coding.MP3);
  }

  /**
   * Opus of 192 kbit/s in Ogg.
   *
   * @param file where it will lie once finished
   * @param rate 48 kHz, the rate of Opus itself
   * @param channels 1 or 2
   * @throws AudioUnwritable where the folder cannot be written to
   */
  public static LossyWriter opus(Path file, SampleRate rate, int channels) {
    return new LossyWriter(file, rate, channels, Coding.OPUS);
  }

  @Override
  public void write(float[][] from, int start, int count) {
    for (int i = start; i < start + count; i++) {
      for (int c = 0; c < block.length; c++) {
        block[c][filled] = from[c][i];
        clipped += Math.abs(from[c][i]) > 1 ? 1 : 0;
      }
      if (++filled == block[0].length) {
        encoder.encode(block, filled);
        filled = 0;
      }
    }
  }

  @Override
  public long clipped() {
    return clipped;
  }

  @Override
  public void finish() {
    if (filled > 0) {
      encoder.encode(block, filled);
      filled = 0;
    }
    encoder.finish();
    target.settle();
  }

  @Override
  public void close() {
    encoder.close();
    target.close();
  }
}

package loopmind.mixer.audio;

import java.nio.file.Path;
import loopmind.arranger.units.SampleRate;

/** Writes FLAC of 16 or 24 bits. The same sound and dither give the same bytes. */
public final class FlacWriter implements AudioSink {

  /** FLAC knows no more. */
  private static final int MOST_CHANNELS = 8;

  private final FileInProgress target;
  private final FfmpegEncoder encoder;
  private final Quantiser quantiser;
  private final int[][] block;
  private int filled;

  private FlacWriter(Path path, SampleRate rate, int channels, SampleFormat format, Dither dither) {
    if (format.floating()) {
      throw new IllegalArgumentException(
          "FLAC holds samples of 16 or 24 bits, not floating point.");
    }
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "A FLAC file has 1 to %d channels, but was given %d.".formatted(MOST_CHANNELS, channels));
    }
    this.quantiser = new Quantiser(format.bits(), dither);
    Coding coding = format == SampleFormat.PCM_16 ? Coding.FLAC_16 : Coding.FLAC_24;
    this.target = new FileInProgress(path);
    try {
      this.encoder = FfmpegEncoder.open(target.part(), rate, channels, coding);
    } catch (AudioUnwritable e) {
      target.close();
      throw e;
    }
    this.block = new int[channels][encoder.blockFrames()];
  }

  /**
   * @param file where it will lie once finished
   * @param channels 1 to 8
   * @param format 16 or 24 bits
   * @throws AudioUnwritable where the folder cannot be written to
   */
  public static FlacWriter create(
      Path file, SampleRate rate, int channels, SampleFormat format, Dither dither) {
    return new FlacWriter(file, rate, channels, format, dither);
  }

  /** Writes a whole sound. */
  public static void write(Path file, AudioBuffer sound, SampleFormat format, Dither dither) {
    try (FlacWriter writer = create(file, sound.rate(), sound.channelCount(), format, dither)) {
      writer.write(sound.channels(), 0, sound.frames());
      writer.finish();
    }
  }

  @Override
  public void write(float[][] from, int start, int count) {
    for (int i = start; i < start + count; i++) {
      for (int c = 0; c < block.length; c++) {
        block[c][filled] = quantiser.next(from[c][i]);
      }
      if (++filled == block[0].length) {
        encoder.encode(block, filled);
        filled = 0;
      }
    }
  }

  @Override
  public long clipped() {
    return quantiser.clipped();
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

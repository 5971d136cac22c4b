package loopmind.mixer.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import loopmind.arranger.units.SampleRate;

/**
 * Writes WAV, and RF64 (EBU Tech 3306) where the file grows beyond 4 GB: room for the larger header
 * is kept from the start. The same sound and dither give the same bytes.
 */
public final class WavWriter implements AudioSink {

  private static final long LARGEST_RIFF = 0xFFFF_FFFFL;
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileInProgress target;
  private final FileChannel file;
  private final SampleFormat format;
  private final SampleRate rate;
  private final int channels;
  private final Quantiser quantiser;
  private final long largestRiff;
  private final int headerBytes;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long dataBytes;
  private long clipped;

  private WavWriter(
      Path path,
      SampleRate rate,
      int channels,
      SampleFormat format,
      Dither dither,
      long largestRiff) {
    if (channels < 1 || channels > WavFormat.MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "A WAV file has 1 to %d channels, but was given %d."
              .formatted(WavFormat.MOST_CHANNELS, channels));
    }
    this.format = format;
    this.rate = rate;
    this.channels = channels;
    this.quantiser = new Quantiser(format.floating() ? 24 : format.bits(), dither);
    this.largestRiff = largestRiff;
    this.target = new FileInProgress(path);
    try {
      this.file = FileChannel.open(target.part(), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw target.refused(e);
    }
    this.headerBytes = header(0).remaining();
    writeAll(header(0));
  }

  /**
   * @param file where it will lie once finished
   * @param channels 1 to 16
   * @param dither noise for whole-number formats; unused for floating point
   * @throws AudioUnwritable where the folder cannot be written to
   */
  public static WavWriter create(
      Path file, SampleRate rate, int channels, SampleFormat format, Dither dither) {
    return new WavWriter(file, rate, channels, format, dither, LARGEST_RIFF);
  }

  /** With another size beyond which a file becomes RF64, so that a test need not write 4 GB. */
  static WavWriter create(
      Path file,
      SampleRate rate,
      int channels,
      SampleFormat format,
      Dither dither,
      long largestRiff) {
    return new WavWriter(file, rate, channels, format, dither, largestRiff);
  }

  /** Writes a whole sound. */
  public static void write(Path file, AudioBuffer sound, SampleFormat format, Dither dither) {
    try (WavWriter writer = create(file, sound.rate(), sound.channelCount(), format, dither)) {
      writer.write(sound.channels(), 0, sound.frames());
      writer.finish();
    }
  }

  @Override
  public void write(float[][] from, int start, int count) {
    for (int i = start; i < start + count; i++) {
      if (buffer.remaining() < channels * format.bytes()) {
        flush();
      }
      for (int c = 0; c < channels; c++) {
        put(from[c][i]);
      }
    }
  }

  private void put(float sample) {
    switch (format) {
      case FLOAT_32 -> {
        clipped += Math.abs(sample) > 1 ? 1 : 0;
        buffer.putFloat(sample);
      }
      case PCM_16 -> buffer.putShort((short) quantiser.next(sample));
      case PCM_24 -> {
        int step = quantiser.next(sample);
        buffer.putShort((short) step).put((byte) (step >> 16));
      }
    }
  }

  /** Samples so far beyond full scale; floating point keeps them as they are. */
  @Override
  public long clipped() {
    return format.floating() ? clipped : quantiser.clipped();
  }

  @Override
  public void finish() {
    flush();
    try {
      if ((dataBytes & 1) == 1) {
        writeAll(ByteBuffer.allocate(1));
      }
      file.position(0);
      writeAll(header(dataBytes));
      file.close();
    } catch (IOException e) {
      throw target.refused(e);
    }
    target.settle();
  }

  private void flush() {
    buffer.flip();
    dataBytes += buffer.remaining();
    writeAll(buffer);
    buffer.clear();
  }

  private ByteBuffer header(long data) {
    long riff = headerBytes - 8 + data + (data & 1);
    boolean large = riff > largestRiff;
    ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    id(header, large ? "RF64" : "RIFF").putInt(large ? -1 : (int) riff);
    id(header, "WAVE");
    id(header, large ? "ds64" : "JUNK").putInt(28);
    long frames = data / ((long) channels * format.bytes());
    header.putLong(large ? riff : 0).putLong(large ? data : 0).putLong(large ? frames : 0);
    header.putInt(0);
    putFormat(header);
    if (format.floating()) {
      id(header, "fact").putInt(4).putInt((int) Math.min(frames, LARGEST_RIFF));
    }
    id(header, "data").putInt(large ? -1 : (int) data);
    return header.flip();
  }

  private void putFormat(ByteBuffer header) {
    boolean extensible = channels > 2;
    int tag = format.floating() ? WavFormat.IEEE_FLOAT : WavFormat.PCM;
    int frameBytes = channels * format.bytes();
    id(header, "fmt ").putInt(extensible ? 40 : 16);
    header.putShort((short) (extensible ? WavFormat.EXTENSIBLE : tag)).putShort((short) channels);
    header.putInt(rate.hz()).putInt(rate.hz() * frameBytes);
    header.putShort((short) frameBytes).putShort((short) format.bits());
    if (extensible) {
      header.putShort((short) 22).putShort((short) format.bits()).putInt(0);
      // the rest of the GUIDs of all sub-formats: 0000-0010-8000-00AA00389B71
      header.putShort((short) tag).putInt(0x0000_0000).putShort((short) 0x0010);
      header.putShort((short) 0x0080).putShort((short) 0xAA00).putInt(0x719B_3800);
    }
  }

  private static ByteBuffer id(ByteBuffer header, String id) {
    return header.put(id.getBytes(StandardCharsets.US_ASCII));
  }

  private void writeAll(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw target.refused(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw target.refused(e);
    } finally {
      target.close();
    }
  }
}

package loopmind.mixer.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import loopmind.arranger.units.SampleRate;

/**
 * A WAV file of plain samples, read without FFmpeg: most loops are, and its start costs a second.
 */
final class WavStream implements AudioStream {

  /** How much of the promised sound may be missing: some programs count their own header. */
  private static final double FORGIVEN_SECONDS = 0.02;

  /** Louder than this, +60 dB above full scale, are bytes that are no samples. */
  private static final float LOUDEST = 1_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel file;
  private final String name;
  private final WavFormat format;
  private final ByteBuffer buffer;
  private final long frames;
  private long position;
  private long readAt;

  private WavStream(FileChannel file, String name, WavFormat format, RiffChunks.Chunk data) {
    this.file = file;
    this.name = name;
    this.format = format;
    this.frames = data.present() / format.frameBytes();
    this.readAt = data.start();
    this.buffer =
        ByteBuffer.allocate(BUFFER_BYTES / format.frameBytes() * format.frameBytes())
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);
  }

  /**
   * @return empty where the samples are written in a way that is left to FFmpeg
   * @throws AudioUnreadable where there is no sound in it
   */
  static Optional<WavStream> open(Path path, String name) {
    FileChannel file = null;
    try {
      file = FileChannel.open(path, StandardOpenOption.READ);
      Optional<WavStream> stream = open(file, name);
      if (stream.isEmpty()) {
        file.close();
      }
      return stream;
    } catch (IOException e) {
      closeQuietly(file);
      throw AudioFiles.cannotRead(name, e);
    } catch (AudioUnreadable e) {
      closeQuietly(file);
      throw e;
    }
  }

  private static Optional<WavStream> open(FileChannel file, String name) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(4);
    file.read(first, 0);
    if (first.get(3) == 'X') { // RIFX: big endian
      return Optional.empty();
    }
    RiffChunks chunks = RiffChunks.of(file);
    Optional<RiffChunks.Chunk> fmt = chunks.first("fmt ");
    if (fmt.isEmpty()) {
      throw new AudioUnreadable(
          "%s breaks off before it says how its sound is written.".formatted(name));
    }
    Optional<WavFormat> format = WavFormat.of(chunks.content(fmt.get(), 40), name);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    RiffChunks.Chunk data =
        chunks
            .first("data")
            .orElseThrow(
                () -> new AudioUnreadable("%s ends before its sound begins.".formatted(name)));
    checkPromise(data, format.get(), name);
    return Optional.of(new WavStream(file, name, format.get(), data));
  }

  private static void checkPromise(RiffChunks.Chunk data, WavFormat format, String name) {
    double bytesASecond = (double) format.frameBytes() * format.rate().hz();
    if (data.claimed() < 0 || data.claimed() - data.present() > FORGIVEN_SECONDS * bytesASecond) {
      throw new AudioUnreadable(
          String.format(
              Locale.ROOT,
              "%s breaks off: it promises %.2f s of sound and holds %.2f s.",
              name,
              Math.abs((double) data.claimed()) / bytesASecond,
              data.present() / bytesASecond));
    }
    if (data.present() < format.frameBytes()) {
      throw new AudioUnreadable("%s holds no sound: its data is empty.".formatted(name));
    }
  }

  @Override
  public SampleRate rate() {
    return format.rate();
  }

  @Override
  public int channels() {
    return format.channels();
  }

  @Override
  public OptionalLong frames() {
    return OptionalLong.of(frames);
  }

  @Override
  public int read(float[][] into, int count) {
    int wanted = (int) Math.min(count, frames - position);
    int done = 0;
    while (done < wanted) {
      if (!buffer.hasRemaining()) {
        fill();
      }
      int part = Math.min(wanted - done, buffer.remaining() / format.frameBytes());
      decode(into, done, part);
      done += part;
      position += part;
    }
    return done;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.min(count, frames - position);
    readAt = readAt - buffer.remaining() + skipped * format.frameBytes();
    buffer.limit(0);
    position += skipped;
    return skipped;
  }

  private void fill() {
    buffer.clear();
    long left = (frames - position) * format.frameBytes();
    buffer.limit((int) Math.min(buffer.capacity(), left));
    try {
      while (buffer.hasRemaining()) {
        int got = file.read(buffer, readAt);
        if (got < 0) {
          throw new AudioUnreadable("%s became shorter while it was read.".formatted(name));
        }
        readAt += got;
      }
    } catch (IOException e) {
      throw AudioFiles.cannotRead(name, e);
    }
    buffer.flip();
  }

  private void decode(float[][] into, int at, int count) {
    int start = buffer.position();
    for (int c = 0; c < format.channels(); c++) {
      int from = start + c * format.bytes();
      if (format.floating()) {
        decodeFloats(into[c], at, count, from);
      } else {
        decodeWhole(into[c], at, count, from);
      }
    }
    buffer.position(start + count * format.frameBytes());
  }

  private void decodeWhole(float[] into, int at, int count, int from) {
    int step = format.frameBytes();
    switch (format.bytes()) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          into[at + i] = ((buffer.get(from + i * step) & 0xFF) - 128) * 0x1p-7f;
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          into[at + i] = buffer.getShort(from + i * step) * 0x1p-15f;
        }
      }
      case 3 -> {
        for (int i = 0; i < count; i++) {
          int b = from + i * step;
          into[at + i] = (buffer.getShort(b) & 0xFFFF | buffer.get(b + 2) << 16) * 0x1p-23f;
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          into[at + i] = buffer.getInt(from + i * step) * 0x1p-31f;
        }
      }
    }
  }

  private void decodeFloats(float[] into, int at, int count, int from) {
    int step = format.frameBytes();
    for (int i = 0; i < count; i++) {
      int b = from + i * step;
      float sample = format.bytes() == 4 ? buffer.getFloat(b) : (float) buffer.getDouble(b);
      into[at + i] = checked(sample, name);
    }
  }

  /** A sample as it is, unless it is no number or far above anything a person recorded. */
  static float checked(float sample, String name) {
    if (!(Math.abs(sample) <= LOUDEST)) {
      throw new AudioUnreadable(
          "%s holds samples that are no sound, such as %s.".formatted(name, sample));
    }
    return sample;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // the sentence on its way says more
    }
  }
}

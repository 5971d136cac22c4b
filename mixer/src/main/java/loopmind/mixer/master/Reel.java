package loopmind.mixer.master;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import loopmind.arranger.units.SampleRate;

/**
 * A sound of known length that is written and read block by block as often as needed: in memory
 * while it is short, in a temporary file that vanishes with {@link #close} when it is long, so that
 * half an hour needs no more memory than four minutes. Silent where nothing was written. Not safe
 * to share between threads.
 */
public final class Reel implements AutoCloseable {

  /** Samples of all channels together that are kept in memory: four minutes of stereo. */
  public static final long MOST_IN_MEMORY = 24_000_000;

  /** Where samples are kept. */
  private sealed interface Store {
    void write(int channel, long at, float[] from, int start, int count) throws IOException;

    void read(int channel, long at, float[] into, int start, int count) throws IOException;

    void close() throws IOException;
  }

  private final SampleRate rate;
  private final int channels;
  private final long frames;
  private final Store store;

  /** A silent reel, where it belongs by its length. */
  public Reel(SampleRate rate, int channels, long frames) {
    this(rate, channels, frames, MOST_IN_MEMORY);
  }

  Reel(SampleRate rate, int channels, long frames, long mostInMemory) {
    this.rate = rate;
    this.channels = channels;
    this.frames = frames;
    try {
      store =
          channels * frames <= mostInMemory
              ? new Memory(channels, (int) frames)
              : new Disk(channels, frames);
    } catch (IOException broken) {
      throw sentence(broken);
    }
  }

  /** A silent reel on disk however short it is: for what is written once and read once. */
  public static Reel onDisk(SampleRate rate, int channels, long frames) {
    return new Reel(rate, channels, frames, 0);
  }

  public SampleRate rate() {
    return rate;
  }

  public int channels() {
    return channels;
  }

  public long frames() {
    return frames;
  }

  /** Writes {@code count} frames from the beginning of {@code block} at frame {@code at}. */
  public void write(long at, float[][] block, int count) {
    check(at, count);
    try {
      for (int c = 0; c < channels; c++) {
        store.write(c, at, block[c], 0, count);
      }
    } catch (IOException broken) {
      throw sentence(broken);
    }
  }

  /** Reads {@code count} frames from frame {@code at} into the beginning of {@code block}. */
  public void read(long at, float[][] block, int count) {
    check(at, count);
    try {
      for (int c = 0; c < channels; c++) {
        store.read(c, at, block[c], 0, count);
      }
    } catch (IOException broken) {
      throw sentence(broken);
    }
  }

  private void check(long at, int count) {
    if (at < 0 || count < 0 || at + count > frames) {
      throw new IllegalArgumentException(
          "Frames %d to %d lie outside a reel of %d frames.".formatted(at, at + count, frames));
    }
  }

  private static UncheckedIOException sentence(IOException broken) {
    return new UncheckedIOException(
        "The temporary folder cannot hold the sound of this song: %s. Free some space there."
            .formatted(broken.getMessage()),
        broken);
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (IOException broken) {
      throw sentence(broken);
    }
  }

  private static final class Memory implements Store {
    private final float[][] samples;

    Memory(int channels, int frames) {
      samples = new float[channels][frames];
    }

    @Override
    public void write(int channel, long at, float[] from, int start, int count) {
      System.arraycopy(from, start, samples[channel], (int) at, count);
    }

    @Override
    public void read(int channel, long at, float[] into, int start, int count) {
      System.arraycopy(samples[channel], (int) at, into, start, count);
    }

    @Override
    public void close() {}
  }

  /** One channel after the other in a file that is its full length from the start. */
  private static final class Disk implements Store {
    private static final int PORTION = 1 << 16;

    private final FileChannel file;
    private final long frames;
    private final ByteBuffer bytes =
        ByteBuffer.allocateDirect(Float.BYTES * PORTION).order(ByteOrder.nativeOrder());

    Disk(int channels, long frames) throws IOException {
      this.frames = frames;
      file =
          FileChannel.open(
              Files.createTempFile("loopmind-", ".reel"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file.write(ByteBuffer.wrap(new byte[1]), Float.BYTES * channels * frames - 1);
    }

    @Override
    public void write(int channel, long at, float[] from, int start, int count) throws IOException {
      for (int done = 0; done < count; done += PORTION) {
        int part = Math.min(PORTION, count - done);
        bytes.clear();
        bytes.asFloatBuffer().put(from, start + done, part);
        bytes.limit(Float.BYTES * part);
        long place = Float.BYTES * (channel * frames + at + done);
        while (bytes.hasRemaining()) {
          place += file.write(bytes, place);
        }
      }
    }

    @Override
    public void read(int channel, long at, float[] into, int start, int count) throws IOException {
      for (int done = 0; done < count; done += PORTION) {
        int part = Math.min(PORTION, count - done);
        bytes.clear().limit(Float.BYTES * part);
        long place = Float.BYTES * (channel * frames + at + done);
        while (bytes.hasRemaining()) {
          int got = file.read(bytes, place);
          if (got < 0) {
            throw new IOException("a file there was cut short");
          }
          place += got;
        }
        bytes.flip();
        bytes.asFloatBuffer().get(into, start + done, part);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}

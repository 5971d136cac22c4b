package loopmind.mixer.render;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Sounds that were made once, in files of a folder, so that the next render need not make them
 * again. Up to a number of bytes; those used least lately go first. A file appears whole, carries a
 * checksum, and is thrown away where it does not agree; a folder that cannot be written is said in
 * the log and costs time, never a render. Safe to share between threads and processes.
 */
public final class SoundCache {

  private static final System.Logger LOG = System.getLogger(SoundCache.class.getName());
  private static final int MARK = 0x4C4D5331, HEAD = 16;
  private static final String ENDING = ".sound";

  /** Room that is made at a time, so that not every file that is written counts the folder. */
  private static final int COUNTED_EVERY = 16;

  private final Path folder;
  private final long mostBytes;
  private int written;

  /**
   * @param folder made where it is missing; holds nothing else
   * @param mostBytes of all files together
   */
  public SoundCache(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** Whether there is a file for that key, whole or not. */
  boolean holds(String key) {
    return Files.exists(file(key));
  }

  /** The sound of that key; empty where there is none, or where its file is damaged. */
  Optional<AudioBuffer> find(String key, SampleRate rate) {
    Path file = file(key);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Optional<AudioBuffer> sound = read(channel, rate);
      if (sound.isEmpty()) {
        LOG.log(Level.INFO, "The kept sound {0} is damaged and is made anew.", file);
        Files.deleteIfExists(file);
      } else {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      }
      return sound;
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.log(Level.INFO, "The kept sound {0} could not be read: {1}", file, unreadable);
      return Optional.empty();
    }
  }

  private static Optional<AudioBuffer> read(FileChannel channel, SampleRate rate)
      throws IOException {
    long size = channel.size();
    if (size < HEAD || size > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    bytes.flip();
    int mark = bytes.getInt();
    int channels = bytes.getInt();
    int frames = bytes.getInt();
    int sum = bytes.getInt();
    boolean whole =
        mark == MARK
            && channels > 0
            && channels <= 2
            && size == HEAD + (long) Float.BYTES * channels * frames;
    if (!whole || sum != checksum(bytes.duplicate())) {
      return Optional.empty();
    }
    float[][] samples = new float[channels][frames];
    for (float[] one : samples) {
      bytes.asFloatBuffer().get(one);
      bytes.position(bytes.position() + Float.BYTES * frames);
    }
    return Optional.of(new AudioBuffer(samples, rate));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Keeps a sound of one or two channels. */
  void keep(String key, AudioBuffer sound) {
    long size = HEAD + (long) Float.BYTES * sound.channelCount() * sound.frames();
    if (size > Math.min(mostBytes, Integer.MAX_VALUE)) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "part-", ".tmp");
      try {
        write(part, sound, (int) size);
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      makeRoom();
    } catch (IOException full) {
      LOG.log(Level.WARNING, "A sound could not be kept in {0}: {1}", folder, full);
    }
  }

  private static void write(Path file, AudioBuffer sound, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(HEAD);
    for (float[] channel : sound.channels()) {
      bytes.asFloatBuffer().put(channel);
      bytes.position(bytes.position() + Float.BYTES * channel.length);
    }
    int sum = checksum(bytes.duplicate().position(HEAD).limit(size));
    bytes.putInt(0, MARK).putInt(4, sound.channelCount()).putInt(8, sound.frames());
    bytes.putInt(12, sum).rewind();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private record Kept(Path file, long bytes, FileTime used) {}

  private synchronized void makeRoom() throws IOException {
    if (written++ % COUNTED_EVERY != 0) {
      return;
    }
    List<Kept> all = kept();
    long bytes = all.stream().mapToLong(Kept::bytes).sum();
    all.sort(Comparator.comparing(Kept::used));
    for (Kept oldest : all) {
      if (bytes <= mostBytes) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      bytes -= oldest.bytes();
    }
  }

  private List<Kept> kept() throws IOException {
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          all.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (NoSuchFileException gone) {
          // another process made room at the same time
          continue;
        }
      }
    }
    return all;
  }

  private Path file(String key) {
    return folder.resolve(key + ENDING);
  }
}

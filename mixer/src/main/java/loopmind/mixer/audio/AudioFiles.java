package loopmind.mixer.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.units.Seconds;

/**
 * Opens sound files by what they hold, never by the ending of their name: WAV here, everything else
 * (AIFF, FLAC, MP3, OGG, OPUS, M4A, CAF, AU, WMA, WavPack, APE and odd sorts of WAV) by FFmpeg in
 * process. What an encoder put before and after the sound is cut off.
 */
public final class AudioFiles {

  /** What {@link #read(Path)} takes into memory at most. */
  public static final Seconds LONGEST_WHOLE = new Seconds(20 * 60);

  /** What {@link #checkIsSound} wants to see. */
  public static final int HEAD_BYTES = Container.HEAD_BYTES;

  private static final int BLOCK_FRAMES = 1 << 14;

  private AudioFiles() {}

  /**
   * Looks at the first bytes of a file only.
   *
   * @param head {@value #HEAD_BYTES} bytes, or all where there are fewer
   * @param name what to call it in the sentence of a refusal
   * @throws AudioUnreadable where it holds no sound that LoopMind knows
   */
  public static void checkIsSound(byte[] head, String name) {
    Container.of(head, name);
  }

  /**
   * Opens a file to be read a block at a time.
   *
   * @throws AudioUnreadable where it is no sound, is damaged, or cannot be read
   */
  public static AudioStream open(Path file) {
    return open(file, String.valueOf(file.getFileName()));
  }

  /**
   * Opens a file to be read a block at a time.
   *
   * @param name what to call it in the sentence of a refusal
   * @throws AudioUnreadable where it is no sound, is damaged, or cannot be read
   */
  public static AudioStream open(Path file, String name) {
    Container container = Container.of(head(file, name), name);
    if (container == Container.WAV) {
      Optional<WavStream> plain = WavStream.open(file, name);
      if (plain.isPresent()) {
        return plain.get();
      }
    }
    if (container == Container.OGG) {
      checkOggEnd(file, name);
    }
    AudioStream stream = FfmpegStream.open(file, name, container);
    if (container == Container.MP3) {
      cutDelay(stream, file, name);
    }
    return stream;
  }

  private static void checkOggEnd(Path file, String name) {
    try {
      if (!OggEnd.isThere(file)) {
        throw new AudioUnreadable("%s breaks off: its last part is missing.".formatted(name));
      }
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  private static void cutDelay(AudioStream stream, Path file, String name) {
    try {
      stream.skip(Mp3Delay.frames(file));
    } catch (IOException e) {
      stream.close();
      throw cannotRead(name, e);
    } catch (AudioUnreadable e) {
      stream.close();
      throw e;
    }
  }

  /**
   * Reads a whole file, {@link #LONGEST_WHOLE} at most.
   *
   * @throws AudioUnreadable where it is no sound, is damaged, cannot be read or is too long
   */
  public static AudioBuffer read(Path file) {
    return read(file, LONGEST_WHOLE);
  }

  /**
   * Reads a whole file.
   *
   * @param longest refused beyond this
   * @throws AudioUnreadable where it is no sound, is damaged, cannot be read or is too long
   */
  public static AudioBuffer read(Path file, Seconds longest) {
    String name = String.valueOf(file.getFileName());
    try (AudioStream stream = open(file, name)) {
      long most = stream.rate().framesIn(longest);
      AudioBuffer sound = rest(stream, Math.min(most + 1, Integer.MAX_VALUE - 8));
      if (sound.frames() > most) {
        throw new AudioUnreadable(
            String.format(
                Locale.ROOT,
                "%s is longer than the %.0f s that fit in memory at once.",
                name,
                longest.value()));
      }
      return sound;
    }
  }

  /**
   * Reads a part of a file; shorter where the file ends sooner.
   *
   * @param start from the beginning of its sound
   * @throws AudioUnreadable where it is no sound, is damaged, cannot be read, or ends before {@code
   *     start}
   */
  public static AudioBuffer read(Path file, Seconds start, Seconds length) {
    String name = String.valueOf(file.getFileName());
    try (AudioStream stream = open(file, name)) {
      long from = stream.rate().framesIn(start);
      if (stream.skip(from) < from) {
        throw new AudioUnreadable(
            String.format(
                Locale.ROOT, "%s ends before %.3f s, where a loop begins.", name, start.value()));
      }
      return rest(stream, Math.min(stream.rate().framesIn(length), Integer.MAX_VALUE - 8));
    }
  }

  private static AudioBuffer rest(AudioStream stream, long most) {
    // what a file promises is only a first guess, so that a lie costs no memory
    long guess = Math.min(most, stream.frames().orElse(BLOCK_FRAMES));
    int room = (int) Math.max(1, Math.min(guess + 1, 1 << 22));
    float[][] sound = new float[stream.channels()][(int) Math.min(room, most)];
    float[][] block = new float[stream.channels()][BLOCK_FRAMES];
    int frames = 0;
    while (frames < most) {
      int got = stream.read(block, (int) Math.min(BLOCK_FRAMES, most - frames));
      if (got == 0) {
        break;
      }
      for (int c = 0; c < block.length; c++) {
        if (frames + got > sound[c].length) {
          long larger = Math.max(frames + (long) got, sound[c].length * 3L / 2);
          sound[c] = Arrays.copyOf(sound[c], (int) Math.min(larger, most));
        }
        System.arraycopy(block[c], 0, sound[c], frames, got);
      }
      frames += got;
    }
    for (int c = 0; c < sound.length; c++) {
      sound[c] = sound[c].length == frames ? sound[c] : Arrays.copyOf(sound[c], frames);
    }
    return new AudioBuffer(sound, stream.rate());
  }

  private static byte[] head(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Container.HEAD_BYTES);
    } catch (IOException e) {
      throw cannotRead(name, e);
    }
  }

  static AudioUnreadable cannotRead(String name, IOException e) {
    String why =
        switch (e) {
          case NoSuchFileException gone -> "it is not there";
          case AccessDeniedException denied -> "this account may not read it";
          default -> e.getMessage() == null ? "the disk gave an error" : e.getMessage();
        };
    return new AudioUnreadable("%s cannot be read: %s.".formatted(name, why), e);
  }
}

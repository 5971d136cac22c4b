package loopmind.mixer.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;

/**
 * What a file says about itself, besides its sound: claims, as often wrong as right, to be weighed
 * against what is heard.
 *
 * @param bpm from an ACID chunk, ID3 (TBPM), Vorbis comments or MP4 tags
 * @param key from ID3 (TKEY) and their like, also written as a Camelot code
 * @param root MIDI note from an ACID chunk, or from a sampler chunk that says more than its default
 * @param beats length in beats from an ACID chunk
 * @param meter from an ACID chunk
 * @param oneShot from an ACID chunk: whether it is meant to sound once
 * @param loops sampler loops, in the order of the file
 * @param title as written, not blank
 * @param genre as written, not blank
 */
public record AudioTags(
    Optional<Bpm> bpm,
    Optional<MusicalKey> key,
    Optional<Integer> root,
    Optional<Double> beats,
    Optional<Meter> meter,
    Optional<Boolean> oneShot,
    List<LoopPoints> loops,
    Optional<String> title,
    Optional<String> genre) {

  /** A file that says nothing. */
  public static final AudioTags NONE = new TagNotes().tags();

  public AudioTags {
    loops = List.copyOf(loops);
  }

  /**
   * A stretch that a sampler repeats, in frames.
   *
   * @param start first frame, 0 or more
   * @param end frame after the last, more than {@code start}
   */
  public record LoopPoints(long start, long end) {}

  /**
   * Reads the tags of a sound file; what is written wrongly is left out.
   *
   * @throws AudioUnreadable where the file is no sound or cannot be read
   */
  public static AudioTags read(Path file) {
    return read(file, String.valueOf(file.getFileName()));
  }

  /**
   * Reads the tags of a sound file; what is written wrongly is left out.
   *
   * @param name what to call it in the sentence of a refusal
   * @throws AudioUnreadable where the file is no sound or cannot be read
   */
  public static AudioTags read(Path file, String name) {
    TagNotes notes = new TagNotes();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(Container.HEAD_BYTES);
      Container container = Container.of(head, name);
      switch (container) {
        case WAV -> WavTags.read(file, notes);
        case MP3 -> Id3.read(file, 0, notes);
        default -> FfmpegTags.read(file, name, container, notes);
      }
    } catch (IOException e) {
      throw AudioFiles.cannotRead(name, e);
    }
    return notes.tags();
  }
}

package loopmind.library.listen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.mixer.audio.AudioTags;

/**
 * What is said about a file without listening to it: by its name, by its folders, and by what is
 * written into it. Evidence, never the truth: {@link Weighing} sets it against the sound.
 *
 * @param tempi each with how far it is to be trusted
 * @param ranges tempi that are usual in a style that is named
 * @param keys likewise
 * @param roles likewise, the likeliest first
 * @param kinds likewise
 * @param words that describe the sound, lower case
 */
public record Clues(
    List<TempoClue> tempi,
    List<RangeClue> ranges,
    List<KeyClue> keys,
    List<RoleClue> roles,
    List<KindClue> kinds,
    List<String> words) {

  /** Nothing is said: the sound alone decides. */
  public static final Clues NONE =
      new Clues(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Clues {
    tempi = List.copyOf(tempi);
    ranges = List.copyOf(ranges);
    keys = List.copyOf(keys);
    roles = List.copyOf(roles);
    kinds = List.copyOf(kinds);
    words = List.copyOf(words);
  }

  /**
   * @param bpm as it is written
   * @param trust 0 to 1; 1 where someone wrote it down as the tempo of just this file
   */
  public record TempoClue(double bpm, double trust) {}

  /**
   * @param slowestBpm of a style that is named
   * @param fastestBpm of it
   * @param trust 0 to 1
   */
  public record RangeClue(double slowestBpm, double fastestBpm, double trust) {}

  /**
   * @param key as it is written
   * @param modeSaid whether major or minor is written; a bare note may be either
   * @param trust 0 to 1
   */
  public record KeyClue(MusicalKey key, boolean modeSaid, double trust) {}

  /**
   * @param role that a word stands for
   * @param instrument the word, in the form in which it is kept
   * @param trust 0 to 1
   */
  public record RoleClue(Role role, String instrument, double trust) {}

  /**
   * @param kind that a word stands for
   * @param trust 0 to 1
   */
  public record KindClue(LoopKind kind, double trust) {}

  /**
   * What the place of a file says.
   *
   * @param path from the folder that was scanned; folders above it say nothing
   * @param inside its name within the archive {@code path}, empty where that is none
   */
  public static Clues of(Path path, Optional<String> inside) {
    List<String> names = new ArrayList<>();
    for (Path part : path) {
      names.add(part.toString());
    }
    inside.ifPresent(name -> names.addAll(List.of(name.split("/"))));
    Clues all = NONE;
    for (int i = 0; i < names.size(); i++) {
      boolean file = i == names.size() - 1;
      double trust = file ? 1 : 0.6;
      all =
          new NameReader(file ? withoutEnding(names.get(i)) : names.get(i), trust).clues().and(all);
    }
    return all;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
  }

  /** These, and what is written into the file: an ACID chunk, ID3 tags and their like. */
  public Clues and(AudioTags tags) {
    List<TempoClue> written = new ArrayList<>();
    tags.bpm().ifPresent(bpm -> written.add(new TempoClue(bpm.value(), 1)));
    List<KeyClue> keysWritten = new ArrayList<>();
    tags.key().ifPresent(key -> keysWritten.add(new KeyClue(key, true, 1)));
    tags.root()
        .ifPresent(
            note ->
                keysWritten.add(
                    new KeyClue(new MusicalKey(Math.floorMod(note, 12), Mode.MAJOR), false, 0.5)));
    List<KindClue> kindsWritten = new ArrayList<>();
    tags.oneShot()
        .ifPresent(
            once -> kindsWritten.add(new KindClue(once ? LoopKind.ONESHOT : LoopKind.LOOP, 0.7)));
    return new Clues(written, List.of(), keysWritten, List.of(), kindsWritten, List.of()).and(this);
  }

  /** These first, then those of {@code other}. */
  public Clues and(Clues other) {
    return new Clues(
        joined(tempi, other.tempi),
        joined(ranges, other.ranges),
        joined(keys, other.keys),
        joined(roles, other.roles),
        joined(kinds, other.kinds),
        joined(words, other.words));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}

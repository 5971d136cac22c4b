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
 * @param keys likewise
 * @param roles likewise, the likeliest first
 * @param kinds likewise
 * @param words that describe the sound, lower case
 * @param ranges tempi that are usual in a style that is named
 */
public record Clues(
    List<TempoClue> tempi,
    List<KeyClue> keys,
    List<RoleClue> roles,
    List<KindClue> kinds,
    List<String> words,
    List<RangeClue> ranges) {

  private static final double ROOT_TRUST = 0.5, FLAG_TRUST = 0.7;

  /** Nothing is said: the sound alone decides. */
  public static final Clues NONE = new Clues(List.of(), List.of(), List.of(), List.of(), List.of());

  public Clues {
    tempi = List.copyOf(tempi);
    ranges = List.copyOf(ranges);
    keys = List.copyOf(keys);
    roles = List.copyOf(roles);
    kinds = List.copyOf(kinds);
    words = List.copyOf(words);
  }

  /** Clues of which none is a style. */
  public Clues(
      List<TempoClue> tempi,
      List<KeyClue> keys,
      List<RoleClue> roles,
      List<KindClue> kinds,
      List<String> words) {
    this(tempi, keys, roles, kinds, words, List.of());
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
    Clues all = this;
    if (tags.root().isPresent()) {
      MusicalKey root = new MusicalKey(Math.floorMod(tags.root().get(), 12), Mode.MAJOR);
      all = all.with(new KeyClue(root, false, ROOT_TRUST));
    }
    if (tags.key().isPresent()) {
      all = all.andKey(tags.key().get(), true);
    }
    if (tags.bpm().isPresent()) {
      all = all.andTempo(tags.bpm().get().value());
    }
    if (tags.oneShot().isPresent()) {
      LoopKind kind = tags.oneShot().get() ? LoopKind.ONESHOT : LoopKind.LOOP;
      KindClue clue = new KindClue(kind, FLAG_TRUST);
      all = all.and(new Clues(List.of(), List.of(), List.of(), List.of(clue), List.of()));
    }
    return all;
  }

  /** These, and a tempo that is written into the file. */
  public Clues andTempo(double bpm) {
    List<TempoClue> more = new ArrayList<>(tempi);
    more.addFirst(new TempoClue(bpm, 1));
    return new Clues(more, keys, roles, kinds, words, ranges);
  }

  /** These, and a key that is written into the file. */
  public Clues andKey(MusicalKey key, boolean modeSaid) {
    return with(new KeyClue(key, modeSaid, 1));
  }

  private Clues with(KeyClue clue) {
    List<KeyClue> more = new ArrayList<>(keys);
    more.addFirst(clue);
    return new Clues(tempi, more, roles, kinds, words, ranges);
  }

  /** These first, then those of {@code other}. */
  public Clues and(Clues other) {
    return new Clues(
        joined(tempi, other.tempi),
        joined(keys, other.keys),
        joined(roles, other.roles),
        joined(kinds, other.kinds),
        joined(words, other.words),
        joined(ranges, other.ranges));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}

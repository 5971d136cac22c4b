package loopmind.arranger.song;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Every version of a song as a tree, and where in it one stands; immutable. An edit after an undo
 * begins a branch beside the undone versions: none is ever dropped.
 *
 * <p>Versions have an index, counted from 0 in the order in which they were made, and a number for
 * people, which is one more.
 */
public final class History {

  private static final int NONE = -1;

  private final List<Version> versions;

  /** By index, the child visited last, where redo leads; {@link #NONE} for a leaf. */
  private final int[] next;

  private final int current;
  private final VersionNames names;

  /**
   * One version.
   *
   * @param message what the person said to get it, or what was done
   * @param song the song after it
   * @param parent index of the version that was edited; empty for the first
   * @param savedAt when it was made; empty where nobody looked at a clock
   */
  public record Version(String message, Song song, OptionalInt parent, Optional<Instant> savedAt) {}

  /**
   * A version as lists show it.
   *
   * @param number counted from 1
   * @param message what the person said
   * @param names given to it; may be empty
   * @param parent number of the version that was edited; empty for the first
   * @param savedAt when it was made, where that is known
   * @param current whether one stands on it
   */
  public record Entry(
      int number,
      String message,
      List<String> names,
      OptionalInt parent,
      Optional<Instant> savedAt,
      boolean current) {

    public Entry {
      names = List.copyOf(names);
    }
  }

  /** Keeps the array {@code next}. */
  private History(List<Version> versions, int[] next, int current, VersionNames names) {
    this.versions = List.copyOf(versions);
    this.next = next;
    this.current = current;
    this.names = names;
    if (current < 0 || current >= next.length) {
      throw new IllegalArgumentException(
          "A history of %d versions has no version %d.".formatted(next.length, current));
    }
  }

  /** A history of one version. */
  public static History of(String message, Song song) {
    return first(new Version(message, song, OptionalInt.empty(), Optional.empty()));
  }

  /** As above, made at that time. */
  public static History of(String message, Song song, Instant savedAt) {
    return first(new Version(message, song, OptionalInt.empty(), Optional.of(savedAt)));
  }

  private static History first(Version version) {
    return new History(List.of(version), new int[] {NONE}, 0, VersionNames.NONE);
  }

  /**
   * A history from its parts.
   *
   * @param versions in the order in which they were made, each after its parent
   * @param redo where redo leads from a version, where that is not its newest child
   * @throws IllegalArgumentException where these are not the parts of a tree
   */
  static History of(
      List<Version> versions, Map<Integer, Integer> redo, int current, VersionNames names) {
    int[] next = newestChildren(versions);
    redo.forEach(
        (from, to) -> {
          if (from < 0 || to <= from || to >= next.length || parentIn(versions, to) != from) {
            throw new IllegalArgumentException(
                "Redo cannot lead from %d to %d.".formatted(from, to));
          }
          next[from] = to;
        });
    names.checkBelow(next.length);
    return new History(versions, next, current, names);
  }

  private static int[] newestChildren(List<Version> versions) {
    int[] newest = new int[versions.size()];
    Arrays.fill(newest, NONE);
    for (int index = 0; index < newest.length; index++) {
      int parent = parentIn(versions, index);
      if (parent >= index || (parent < 0) != (index == 0)) {
        throw new IllegalArgumentException(
            "Version %d cannot have the parent %d.".formatted(index, parent));
      }
      if (parent >= 0) {
        newest[parent] = index;
      }
    }
    return newest;
  }

  private static int parentIn(List<Version> versions, int index) {
    return versions.get(index).parent().orElse(NONE);
  }

  /** The versions in the order in which they were made; each comes after its parent. */
  public List<Version> versions() {
    return versions;
  }

  /** The index of the version one stands on. */
  public int current() {
    return current;
  }

  /** The number of the version one stands on, counted from 1. */
  public int number() {
    return current + 1;
  }

  public Song song() {
    return versions.get(current).song();
  }

  VersionNames names() {
    return names;
  }

  /** Where redo leads from a version, for those where that is not the newest child. */
  Map<Integer, Integer> redo() {
    int[] newest = newestChildren(versions);
    Map<Integer, Integer> other = new TreeMap<>();
    for (int index = 0; index < newest.length; index++) {
      if (next[index] != newest[index]) {
        other.put(index, next[index]);
      }
    }
    return other;
  }

  /** This history with one more version, made from the current one. */
  public History with(String message, Song song) {
    return with(new Version(message, song, OptionalInt.of(current), Optional.empty()));
  }

  /** This history with one more version, made from the current one at that time. */
  public History with(String message, Song song, Instant savedAt) {
    return with(new Version(message, song, OptionalInt.of(current), Optional.of(savedAt)));
  }

  private History with(Version version) {
    List<Version> more = new ArrayList<>(versions);
    more.add(version);
    int[] longer = Arrays.copyOf(next, more.size());
    longer[current] = versions.size();
    longer[versions.size()] = NONE;
    return new History(more, longer, versions.size(), names);
  }

  /**
   * @param steps how many versions back, 1 or more
   * @throws EditRefused where there are not so many
   */
  public History undone(int steps) {
    return walked(
        steps,
        at -> parentIn(versions, at),
        "There is nothing to undo: this is the first version of the song.",
        "undone");
  }

  /**
   * @param steps how many versions forward, each time to the child visited last; 1 or more
   * @throws EditRefused where there are not so many
   */
  public History redone(int steps) {
    return walked(
        steps,
        at -> next[at],
        "There is nothing to redo: this is the latest version of the song.",
        "redone");
  }

  private History walked(int steps, IntUnaryOperator step, String nothing, String verb) {
    if (steps < 1) {
      throw new EditRefused("Undo and redo go 1 step or more, not %d.", steps);
    }
    int at = current;
    for (int done = 0; done < steps; done++) {
      int to = step.applyAsInt(at);
      if (to == NONE) {
        throw new EditRefused(
            done == 0
                ? nothing
                : "Only %d step%s can be %s, not %d."
                    .formatted(done, done == 1 ? "" : "s", verb, steps));
      }
      at = to;
    }
    return new History(versions, next, at, names);
  }

  /**
   * Stands on another version, on whatever branch; undo goes on from there to its parents.
   *
   * @param nameOrNumber a name given before, or a number counted from 1
   * @throws EditRefused where there is no such version
   */
  public History at(String nameOrNumber) {
    int goal = names.find(nameOrNumber, versions.size());
    int[] turned = next.clone();
    for (int child = goal; child > 0; child = parentIn(versions, child)) {
      turned[parentIn(versions, child)] = child;
    }
    return new History(versions, turned, goal, names);
  }

  /**
   * Names the version one stands on. A name of another version moves here; case does not count.
   *
   * @param name 1 to {@value VersionNames#LONGEST} characters, not a number
   * @throws EditRefused where it cannot be a name
   */
  public History named(String name) {
    return new History(versions, next, current, names.with(name, current));
  }

  /** The number of the version of that name, counted from 1; empty where none has it. */
  public OptionalInt numberOf(String name) {
    return names.numberOf(name);
  }

  /** All versions, the oldest first. */
  public List<Entry> list() {
    Map<Integer, List<String>> byIndex = names.byIndex();
    return IntStream.range(0, next.length)
        .mapToObj(index -> entry(index, byIndex.getOrDefault(index, List.of())))
        .toList();
  }

  private Entry entry(int index, List<String> itsNames) {
    Version version = versions.get(index);
    OptionalInt parent =
        index == 0 ? OptionalInt.empty() : OptionalInt.of(parentIn(versions, index) + 1);
    return new Entry(
        index + 1, version.message(), itsNames, parent, version.savedAt(), index == current);
  }

  /** The last version of every branch: those from which nothing was made. */
  public List<Entry> branches() {
    return list().stream().filter(entry -> next[entry.number() - 1] == NONE).toList();
  }

  /** The message that led to the current version; empty for the first. */
  public Optional<String> lastMessage() {
    return current == 0 ? Optional.empty() : Optional.of(versions.get(current).message());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && current == history.current
        && Arrays.equals(next, history.next)
        && names.equals(history.names)
        && versions.equals(history.versions);
  }

  @Override
  public int hashCode() {
    return 31 * versions.size() + current;
  }
}

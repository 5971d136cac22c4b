package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Song;

/**
 * Finds loops by the names that people type. A name that is nearly that of one loop is taken for
 * it, and the answer says so.
 */
public final class LoopNames {

  /** The share of letters that may be wrong in a name that is still understood. */
  private static final double WRONG = 0.25;

  private static final int SUGGESTIONS = 3;

  private final List<Loop> loops;

  /**
   * A loop that was named.
   *
   * @param loop the loop
   * @param note a sentence where the name was not quite its own
   */
  public record Named(Loop loop, Optional<String> note) {}

  public LoopNames(Collection<Loop> loops) {
    this.loops = List.copyOf(loops);
  }

  /** The loops of a library and of a song; those of the library where both have one. */
  public static LoopNames of(Collection<Loop> library, Optional<Song> song) {
    Map<LoopId, Loop> all = new TreeMap<>();
    song.ifPresent(there -> all.putAll(there.loops()));
    library.forEach(loop -> all.put(loop.id(), loop));
    return new LoopNames(all.values());
  }

  /**
   * @throws EditRefused where no name is near, naming the nearest
   */
  public Named find(String name) {
    Optional<Loop> exact = LoopFilter.named(loops, name);
    if (exact.isPresent()) {
      return new Named(exact.get(), Optional.empty());
    }
    String wanted = core(name);
    List<Loop> nearest = new ArrayList<>(loops);
    nearest.sort(
        Comparator.<Loop>comparingInt(loop -> distance(wanted, core(loop.name())))
            .thenComparing(Loop::id));
    if (!nearest.isEmpty()) {
      Loop best = nearest.getFirst();
      String found = core(best.name());
      if (distance(wanted, found) <= WRONG * Math.max(wanted.length(), found.length())) {
        return new Named(
            best,
            Optional.of("There is no loop called \"%s\"; I took %s.".formatted(name, best.name())));
      }
    }
    throw new EditRefused(
        nearest.isEmpty()
            ? "There is no loop called \"%s\"; the library is empty. Point LoopMind at a folder with loops."
            : "There is no loop called \"%s\" in the library. The nearest names are %s.",
        name,
        nearest.stream().limit(SUGGESTIONS).map(Loop::name).collect(Collectors.joining(", ")));
  }

  /** A name without the tempo and the key at its end, which people leave out. */
  private static String core(String name) {
    String bare =
        name.replaceAll("(?i)\\.(wav|aiff?|flac|mp3|ogg|opus|m4a)$", "")
            .replaceAll("(?i)([ _-]+(\\d{2,3}(bpm)?|[a-g][#b]?(m|min|maj)?))+$", "");
    return LoopFilter.plain(bare.isBlank() ? name : bare);
  }

  /**
   * How many letters have to be put in, taken out, exchanged or swapped with their neighbour to get
   * from one word to the other: F. J. Damerau, "A technique for computer detection and correction
   * of spelling errors", CACM 7 (1964).
   */
  public static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[one.length()][other.length()];
  }
}

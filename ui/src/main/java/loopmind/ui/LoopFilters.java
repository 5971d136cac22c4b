package loopmind.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import loopmind.arranger.loop.Loop;
import loopmind.library.catalogue.Marks;

/**
 * What is asked of each loop by itself, beside words, tempo and key.
 *
 * @param leastEnergy 0 to 1
 * @param mostEnergy 0 to 1
 * @param pack part of the name of the folder or archive that it lies in; empty for any
 * @param tag that it must have, heard or said by the user; empty for any
 * @param favourite whether only favourites are wanted
 * @param leastStars 0 to 5
 */
public record LoopFilters(
    double leastEnergy,
    double mostEnergy,
    String pack,
    String tag,
    boolean favourite,
    int leastStars) {

  /** Lets all through. */
  public static final LoopFilters NONE = new LoopFilters(0, 1, "", "", false, 0);

  /** The loops that pass, in their order. */
  public List<Loop> passing(List<Loop> loops, Map<String, Marks> marks) {
    return equals(NONE) ? loops : loops.stream().filter(test(marks)).toList();
  }

  /** Whether one loop passes. */
  public boolean passes(Loop loop, Map<String, Marks> marks) {
    return equals(NONE) || test(marks).test(loop);
  }

  private Predicate<Loop> test(Map<String, Marks> marks) {
    String wantedPack = pack.toLowerCase(Locale.ROOT), wantedTag = tag.toLowerCase(Locale.ROOT);
    return loop -> {
      Marks said = marks.getOrDefault(loop.id().text(), Marks.NONE);
      return loop.energy() >= leastEnergy
          && loop.energy() <= mostEnergy
          && (wantedPack.isEmpty() || packOf(loop).toLowerCase(Locale.ROOT).contains(wantedPack))
          && (wantedTag.isEmpty()
              || loop.tags().stream().anyMatch(one -> one.word().equals(wantedTag)))
          && (!favourite || said.favourite())
          && said.stars() >= leastStars;
    };
  }

  /** The folder that holds a loop, or the archive. */
  public static String packOf(Loop loop) {
    Path folder = loop.inside().isPresent() ? loop.path() : loop.path().getParent();
    return folder == null || folder.getFileName() == null
        ? loop.path().toString()
        : folder.getFileName().toString();
  }
}

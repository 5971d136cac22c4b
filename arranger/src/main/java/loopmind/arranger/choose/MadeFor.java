package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.Style;

/**
 * Whether a loop's name or folders say that it was made for a style, by any of the style's names.
 */
final class MadeFor {

  private static final int FOLDERS = 3;

  private final List<Set<String>> names = new ArrayList<>();

  MadeFor(Style style) {
    List<String> all = new ArrayList<>(style.otherNames());
    all.add(style.name());
    all.forEach(name -> names.add(WordMatch.split(name.replace(" and ", " "))));
    names.removeIf(Set::isEmpty);
  }

  /** Whether all words of one of the names stand in the loop's name, or in one of its folders. */
  boolean says(Loop loop) {
    List<String> places = new ArrayList<>(List.of(loop.name()));
    loop.inside().ifPresent(places::add);
    int depth = loop.path().getNameCount();
    for (int i = Math.max(0, depth - 1 - FOLDERS); i < depth - 1; i++) {
      places.add(loop.path().getName(i).toString());
    }
    for (String place : places) {
      Set<String> said = new HashSet<>(WordMatch.split(place));
      if (names.stream().anyMatch(said::containsAll)) {
        return true;
      }
    }
    return false;
  }
}

package loopmind.arranger.choose;

import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;

/** Which one-shots and effects mark the start of a section, and which lead up to it. */
final class Accents {

  private static final Set<String> STRIKING =
      Set.of("impact", "crash", "cymbal", "boom", "hit", "downlifter", "drop", "braam");
  private static final Set<String> RISING =
      Set.of("riser", "uplifter", "rise", "lift", "sweep", "buildup");

  private Accents() {}

  /** Whether a loop may carry a layer: a riser or an impact is heard once, however it was cut. */
  static boolean canRepeat(Loop loop) {
    return loop.repeats() && !rises(loop) && !strikes(loop);
  }

  static boolean strikes(Loop loop) {
    return (loop.role() == Role.FX || !loop.repeats())
        && says(loop, STRIKING)
        && !rises(loop)
        && loop.length().value() <= 8;
  }

  static boolean rises(Loop loop) {
    return (loop.role() == Role.FX || !loop.repeats())
        && says(loop, RISING)
        && loop.length().value() >= 1
        && loop.length().value() <= 20;
  }

  private static boolean says(Loop loop, Set<String> words) {
    return words.contains(loop.instrument())
        || WordMatch.split(loop.name()).stream().anyMatch(words::contains);
  }
}

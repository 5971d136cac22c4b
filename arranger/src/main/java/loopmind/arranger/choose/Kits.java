package loopmind.arranger.choose;

import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;

/** Which drum loops carry a song, and which only stand beside or between them. */
public final class Kits {

  /** How much a drum loop loses where another sort of drum loop should be. */
  static final double OUT_OF_PLACE = 0.35;

  /** Words for a part of a drum kit: a whole kit is not meant by them. */
  static final Set<String> PARTS =
      Set.of(
          ("kick kicks snare snares clap claps hat hats hihat hihats hi cymbal cymbals ride crash"
                  + " tom toms rim rimshot fill shaker conga congas bongo bongos tambourine cowbell"
                  + " clave")
              .split(" "));

  private Kits() {}

  /** Whether a drum loop is a whole kit, rather than hats, a kick or a fill alone. */
  public static boolean isWhole(Loop loop) {
    return loop.instrument().equals("drums") && !isFill(loop) && !isTop(loop);
  }

  /** Whether a drum loop is made for the end of a phrase. */
  public static boolean isFill(Loop loop) {
    return WordMatch.split(loop.name()).contains("fill")
        || loop.tempo().map(tempo -> tempo.bars() < 1 - 1e-6).orElse(false);
  }

  private static boolean isTop(Loop loop) {
    return WordMatch.split(loop.name()).contains("tops")
        || WordMatch.split(loop.name()).contains("top");
  }

  /**
   * Whether a loop is what its role still needs: of drums first a whole kit, then another to vary
   * it, then what goes beside; never a fill.
   */
  static boolean suits(Loop loop, List<Fit> mine) {
    if (loop.role() != Role.DRUMS) {
      return true;
    }
    long whole = mine.stream().filter(fit -> isWhole(fit.loop())).count();
    boolean wanted = whole < 2 ? isWhole(loop) : !isWhole(loop);
    return wanted && !isFill(loop);
  }
}

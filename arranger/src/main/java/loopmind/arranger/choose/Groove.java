package loopmind.arranger.choose;

import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Seconds;

/** Where in a bar a loop's sounds begin, and how alike two loops are in that. */
final class Groove {

  private static final int STEPS = 16;
  private static final double NO_EVIDENCE = 0.5;

  private Groove() {}

  /**
   * How far both sound on the same sixteenths of a bar, 0 to 1: the cosine of the numbers of onsets
   * on each; {@value #NO_EVIDENCE} where one of them has no tempo or no onsets.
   */
  static double match(Loop one, Loop other) {
    Optional<double[]> a = pattern(one);
    Optional<double[]> b = pattern(other);
    if (a.isEmpty() || b.isEmpty()) {
      return NO_EVIDENCE;
    }
    double dot = 0;
    double mine = 0;
    double its = 0;
    for (int step = 0; step < STEPS; step++) {
      dot += a.get()[step] * b.get()[step];
      mine += a.get()[step] * a.get()[step];
      its += b.get()[step] * b.get()[step];
    }
    return dot / Math.sqrt(mine * its);
  }

  /** Onsets a beat; 0 for a loop without a tempo. */
  static double density(Loop loop) {
    return loop.tempo().map(tempo -> loop.onsets().size() / tempo.length().value()).orElse(0.0);
  }

  private static Optional<double[]> pattern(Loop loop) {
    if (loop.tempo().isEmpty() || loop.onsets().isEmpty()) {
      return Optional.empty();
    }
    TempoFact tempo = loop.tempo().get();
    double[] counts = new double[STEPS];
    for (Seconds onset : loop.onsets()) {
      double beat = (onset.value() - tempo.downbeat().value()) * tempo.bpm().value() / 60;
      double share = beat / tempo.meter().beats();
      counts[Math.floorMod((int) Math.rint(share * STEPS), STEPS)]++;
    }
    return Optional.of(counts);
  }
}

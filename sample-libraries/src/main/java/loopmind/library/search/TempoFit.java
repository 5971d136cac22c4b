package loopmind.library.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.units.Bpm;
import loopmind.library.index.IndexFilter.TempoRange;

/** How far a loop is from a tempo, from half of it and from double of it. */
final class TempoFit {

  /** No loop is stretched further while something closer fits. */
  private static final double FURTHEST = 0.25;

  private TempoFit() {}

  /** Empty where the loop cannot be brought there. */
  static Optional<Evidence> of(Loop loop, Bpm wanted) {
    if (loop.tempo().isEmpty()) {
      return Optional.of(Evidence.of(0.5, "has no tempo, so it fits any"));
    }
    double own = loop.tempo().get().bpm().value();
    double best = Double.NaN;
    double bestOctave = 1;
    for (double octave : new double[] {1, 2, 0.5}) {
      double change = own * octave / wanted.value() - 1;
      // an octave has to be clearly closer to be worth it
      double penalty = octave == 1 ? 0 : 0.02;
      if (Double.isNaN(best) || Math.abs(change) + penalty < Math.abs(best)) {
        best = change;
        bestOctave = octave;
      }
    }
    if (Math.abs(best) > FURTHEST) {
      return Optional.empty();
    }
    return Optional.of(
        Evidence.of(1 - Math.abs(best) / FURTHEST * 0.8, sentence(best, bestOctave, wanted)));
  }

  /** The tempi of loops that can be brought there. */
  static List<TempoRange> ranges(Bpm wanted) {
    List<TempoRange> ranges = new ArrayList<>();
    for (double octave : new double[] {1, 2, 0.5}) {
      double own = wanted.value() / octave;
      ranges.add(new TempoRange(own * (1 - FURTHEST), own * (1 + FURTHEST)));
    }
    return ranges;
  }

  private static String sentence(double change, double octave, Bpm wanted) {
    String of = octave == 1 ? "" : octave == 2 ? " at half tempo" : " at double tempo";
    if (Math.abs(change) < 0.001) {
      return octave == 1 ? "same tempo (%s BPM)".formatted(text(wanted)) : of.strip();
    }
    String percent = String.format(Locale.ROOT, "%.2g", Math.abs(change) * 100);
    return "%s %% %s than %s BPM%s"
        .formatted(percent, change < 0 ? "slower" : "faster", text(wanted), of);
  }

  private static String text(Bpm bpm) {
    return bpm.value() == Math.rint(bpm.value())
        ? String.valueOf((long) bpm.value())
        : String.format(Locale.ROOT, "%.1f", bpm.value());
  }
}

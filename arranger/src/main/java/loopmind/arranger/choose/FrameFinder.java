package loopmind.arranger.choose;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.Style;
import loopmind.arranger.units.Bpm;

/** Finds the tempo, key and meter in which a library's loops have to be changed least. */
public final class FrameFinder {

  private static final Set<String> MINOR_MOODS =
      Set.of(
          "dark", "sad", "moody", "gloomy", "evil", "sinister", "melancholic", "menacing", "cold");
  private static final Set<String> MAJOR_MOODS =
      Set.of("happy", "bright", "uplifting", "sunny", "summery", "joyful", "cheerful");

  /** How much more a loop weighs whose name or folder says the style. */
  private static final double MADE_FOR_IT = 6;

  private final List<Loop> loops;

  /**
   * @param loops of the library; those that do not repeat are passed over
   */
  public FrameFinder(List<Loop> loops) {
    this.loops = loops.stream().filter(Loop::repeats).toList();
  }

  /**
   * The whole tempo in the style's range that needs the smallest changes of speed, weighed against
   * how usual it is.
   */
  public Bpm tempo(Style style) {
    double best = style.usual().value();
    double bestScore = Double.NEGATIVE_INFINITY;
    MadeFor named = new MadeFor(style);
    double width = Math.max(4, style.fastest().value() - style.slowest().value());
    for (double bpm = style.slowest().value(); bpm <= style.fastest().value(); bpm++) {
      double votes = 0;
      double most = 0;
      for (Loop loop : loops) {
        double weight = weight(loop, named);
        double fit = TempoFit.of(loop.tempo().orElseThrow(), new Bpm(bpm)).score();
        votes += weight * Math.pow(fit, 4); // a few that fit exactly beat many that nearly fit
        most += weight;
      }
      double off = (bpm - style.usual().value()) / width;
      double score = votes / Math.max(1, most) - 0.3 * off * off;
      if (score > bestScore + 1e-9) {
        bestScore = score;
        best = bpm;
      }
    }
    return new Bpm(best);
  }

  private static double weight(Loop loop, MadeFor style) {
    return style.says(loop) ? MADE_FOR_IT : 1;
  }

  /** The key that the tonal loops near {@code tempo} reach with the smallest shifts. */
  public MusicalKey key(Style style, Bpm tempo, List<String> moods) {
    MadeFor named = new MadeFor(style);
    Set<String> said = new HashSet<>(WordMatch.split(String.join(" ", moods)));
    boolean major = said.stream().anyMatch(MAJOR_MOODS::contains);
    boolean minor = said.stream().anyMatch(MINOR_MOODS::contains);
    MusicalKey best = new MusicalKey(9, Mode.MINOR);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Mode mode : List.of(Mode.MINOR, Mode.MAJOR)) {
      for (int tonic = 0; tonic < 12; tonic++) {
        MusicalKey key = new MusicalKey(tonic, mode);
        boolean suits = mode == Mode.MAJOR ? !minor || major : !major || minor;
        double score = votes(key, tempo, named) * (suits ? 1 : 0.5);
        if (score > bestScore + 1e-9) {
          bestScore = score;
          best = key;
        }
      }
    }
    return best;
  }

  private double votes(MusicalKey key, Bpm tempo, MadeFor style) {
    double votes = 0;
    for (Loop loop : loops) {
      Optional<KeyFact> heard = loop.key();
      if (loop.role().isTonal() && heard.isPresent()) {
        double near = TempoFit.of(loop.tempo().orElseThrow(), tempo).score();
        double fit = Math.max(0, 1 - Math.abs(heard.get().key().shiftTo(key)) / 3.0);
        double mode = heard.get().key().mode() == key.mode() ? 1 : 0.7;
        votes += weight(loop, style) * near * fit * mode * heard.get().confidence();
      }
    }
    return votes;
  }

  /** The meter of most loops; 4/4 where there is none. */
  public Meter meter() {
    long others = loops.stream().filter(loop -> meter(loop).beats() == 3).count();
    return others * 2 > loops.size() ? new Meter(3, 4) : Meter.FOUR_FOUR;
  }

  private static Meter meter(Loop loop) {
    return loop.tempo().orElseThrow().meter();
  }

  /** The tempo of one loop, read at the octave that the style's range holds, else as it is. */
  public static Bpm tempoOf(Loop loop, Style style) {
    double bpm = loop.tempo().orElseThrow().bpm().value();
    for (double octave : new double[] {1, 2, 0.5}) {
      if (bpm * octave <= Bpm.FASTEST
          && bpm * octave >= Bpm.SLOWEST
          && style.holds(new Bpm(bpm * octave))) {
        return new Bpm(bpm * octave);
      }
    }
    return new Bpm(bpm);
  }
}

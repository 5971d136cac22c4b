package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.Clues.RangeClue;
import loopmind.library.listen.Clues.TempoClue;

/**
 * Sets the tempi a name or tag claims against the readings of the sound. Few tempi fit a length, so
 * a claim that meets one of them is hardly there by chance, and one that meets none is wrong.
 */
final class TempoWeighing {

  /** Readings nearer than this are one tempo. */
  private static final double SAME_BPM = 0.3;

  /** How near a claim must come to a cut: rounded lengths are off by less than the first. */
  private static final double TIGHT = 0.0006, LOOSE = 0.005;

  /** Logarithms of how much likelier a claim is where it is right than where it is not. */
  private static final double MEETS = 8, NEARLY_MEETS = 2, MEETS_OCTAVE = 0.7, USUAL = 2.5;

  /** Where somebody says otherwise, the sound's own certainty is doubted: a power of it counts. */
  private static final double DOUBTED = 0.7;

  /** Styles are played a little beyond their range as well. */
  private static final double AROUND = 0.03;

  private static final double WHOLE_BPM = 0.015, IMPOSSIBLE = 1e-4, UNSURE = 0.35;

  private final List<TempoReading> readings;
  private final List<TempoClue> clues;
  private final List<RangeClue> ranges;
  private final double seconds;

  TempoWeighing(TempoFacts facts, Clues clues, double seconds) {
    readings = facts.readings();
    this.clues = clues.tempi();
    ranges = clues.ranges();
    this.seconds = seconds;
  }

  /** Whether something is claimed, but nothing of it fits the sound, not even an octave away. */
  boolean contradicted() {
    return !clues.isEmpty()
        && readings.stream()
            .filter(reading -> reading.probability() > IMPOSSIBLE)
            .allMatch(reading -> support(reading) == 0);
  }

  /**
   * Whether a claim meets a whole number of beats in a length that had not to be guessed: hardly by
   * chance, so whoever wrote it knew the loop.
   */
  boolean confirmed() {
    return readings.stream()
        .filter(TempoReading::exact)
        .anyMatch(
            reading ->
                clues.stream().anyMatch(clue -> off(reading, clue) < TIGHT && clue.trust() > 0));
  }

  private static double off(TempoReading reading, TempoClue clue) {
    return Math.abs(reading.bpm() / clue.bpm() - 1);
  }

  private double support(TempoReading reading) {
    double support = 0;
    for (TempoClue clue : clues) {
      double off = off(reading, clue);
      // a bare number that meets the length was a tempo after all
      double gain = off < TIGHT ? MEETS * (1 + clue.trust()) / 2 : 0;
      gain = Math.max(gain, off < LOOSE ? NEARLY_MEETS * clue.trust() : 0);
      for (double octave : new double[] {0.5, 2}) {
        boolean meets = Math.abs(reading.bpm() * octave / clue.bpm() - 1) < TIGHT;
        gain = Math.max(gain, meets ? MEETS_OCTAVE * clue.trust() : 0);
      }
      support = Math.max(support, gain);
    }
    return support;
  }

  private double usual(TempoReading reading) {
    double most = 0;
    for (RangeClue range : ranges) {
      boolean within =
          reading.bpm() >= range.slowestBpm() * (1 - AROUND)
              && reading.bpm() <= range.fastestBpm() * (1 + AROUND);
      most = Math.max(most, within ? USUAL * range.trust() : 0);
    }
    return most;
  }

  /** One tempo and how likely it is. */
  private record Group(TempoReading best, double probability) {}

  Optional<TempoFact> weigh() {
    List<Group> groups = groups();
    Optional<TempoClue> claim = clues.stream().filter(clue -> clue.trust() >= 1).findFirst();
    if (claim.isPresent() && (groups.isEmpty() || groups.getFirst().probability() < UNSURE)) {
      return Optional.of(claimed(claim.get().bpm(), groups));
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Group best = groups.getFirst();
    TempoReading reading = best.best();
    return Optional.of(
        new TempoFact(
            new Bpm(bpm(reading)),
            Math.clamp(best.probability(), 0, 1),
            others(groups),
            new Beats(reading.beats()),
            new Meter(reading.meter(), 4),
            new Seconds(reading.start())));
  }

  private static List<Bpm> others(List<Group> groups) {
    return groups.stream().skip(1).limit(4).map(group -> new Bpm(bpm(group.best()))).toList();
  }

  /** A whole tempo that the length misses by its rounding to frames is that tempo. */
  private static double bpm(TempoReading reading) {
    double whole = Math.rint(reading.bpm());
    return Math.abs(whole - reading.bpm()) < WHOLE_BPM ? whole : reading.bpm();
  }

  private TempoFact claimed(double bpm, List<Group> groups) {
    return new TempoFact(
        new Bpm(bpm),
        0.5,
        groups.stream().limit(4).map(group -> new Bpm(bpm(group.best()))).toList(),
        new Beats(seconds * bpm / 60),
        Meter.FOUR_FOUR,
        Seconds.ZERO);
  }

  private List<Group> groups() {
    List<TempoReading> left = new ArrayList<>();
    double sum = 1e-12;
    for (TempoReading reading : readings) {
      double weighed =
          Math.pow(reading.probability(), clues.isEmpty() ? 1 : DOUBTED)
              * Math.exp(support(reading) + usual(reading));
      sum += weighed;
      left.add(with(reading, weighed));
    }
    left.sort(Comparator.comparingDouble(TempoReading::probability).reversed());
    List<Group> groups = new ArrayList<>();
    while (!left.isEmpty()) {
      TempoReading best = left.getFirst();
      double all = 0;
      for (TempoReading reading : left) {
        all += same(best, reading) ? reading.probability() : 0;
      }
      groups.add(new Group(best, all / sum));
      left.removeIf(reading -> same(best, reading));
    }
    groups.sort(Comparator.comparingDouble(Group::probability).reversed());
    return groups;
  }

  private static boolean same(TempoReading one, TempoReading other) {
    return Math.abs(one.bpm() - other.bpm()) <= SAME_BPM;
  }

  private static TempoReading with(TempoReading reading, double probability) {
    return new TempoReading(
        reading.bpm(),
        reading.beats(),
        reading.meter(),
        reading.start(),
        reading.length(),
        reading.exact(),
        probability);
  }
}

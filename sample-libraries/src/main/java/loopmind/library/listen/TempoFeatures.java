package loopmind.library.listen;

import java.util.Arrays;
import loopmind.library.listen.LoopCut.Trim;

/**
 * What speaks for and against one {@link LoopCut} of a sound, as numbers for {@link ScoreNet}: how
 * onsets and changes of harmony lie within the bar, how the cut repeats itself a beat, half a bar,
 * a bar and two bars later, how sharply onsets meet the beat and its divisions, how usual the tempo
 * and the number of bars are, and what had to be left out.
 */
final class TempoFeatures {

  static final int COUNT = 149;

  /** Where the tempo stands among the features, for training that shifts it. */
  static final int TEMPO_AT = 80;

  static final double[] TEMPO_KNOTS = {50, 60, 70, 80, 92, 105, 120, 135, 150, 170, 200};

  private static final double[] USUAL_BARS = {0.5, 1, 2, 3, 4, 6, 8, 12, 16};
  private static final int STEPS_A_BEAT = 4, MOST_STEPS = 16;
  private static final double EARLY_SECONDS = 0.03, EARLY_TONES_SECONDS = 0.05;
  private static final int[] DIVISIONS = {1, 2, 4, 3, 6};

  private final OnsetStrength strength;
  private final float[] total;
  private final ToneMap tones;
  private final double[][] direction;
  private final double[] change;
  private final SoundEnds ends;
  private final double rate;

  TempoFeatures(Sound sound, SoundEnds ends) {
    strength = sound.strength();
    total = strength.total();
    tones = sound.tones();
    direction = new double[tones.steps()][];
    change = HarmonyChange.of(tones, direction);
    this.ends = ends;
    rate = sound.audio().rate().hz();
  }

  /** {@value #COUNT} numbers. */
  float[] of(LoopCut cut) {
    Row row = new Row();
    Span onsets = span(cut, strength.stepSeconds(), strength.steps(), EARLY_SECONDS);
    Span harmony = span(cut, tones.stepSeconds(), tones.steps(), EARLY_TONES_SECONDS);
    double[] sums = new double[OnsetStrength.REGISTERS];
    for (int r = 0; r < sums.length; r++) {
      sums[r] = sum(strength.in(r), onsets);
      row.add(profile(cut, strength.in(r), onsets, sums[r]));
    }
    float[] changes = floats(change);
    double changed = sum(changes, harmony);
    row.add(profile(cut, changes, harmony, changed));
    addTempo(row, cut);
    addRepetition(row, cut, onsets, harmony);
    addGridFit(row, cut, onsets);
    row.add(cut.meter() == 3);
    for (Trim trim : Trim.values()) {
      if (trim != Trim.NONE) {
        row.add(cut.trim() == trim);
      }
    }
    addRest(row, cut, onsets, sums, changed);
    return row.done();
  }

  /** Steps of a time axis that lie within a cut. */
  private record Span(int from, int to, double stepSeconds) {
    double at(int step) {
      return step * stepSeconds;
    }
  }

  private static Span span(LoopCut cut, double stepSeconds, int steps, double early) {
    int from = (int) Math.ceil((cut.start() - early) / stepSeconds);
    int to = (int) Math.ceil((cut.start() + cut.length() - early) / stepSeconds);
    return new Span(Math.max(0, from), Math.clamp(to, 0, steps), stepSeconds);
  }

  private static double sum(float[] values, Span span) {
    double sum = 0;
    for (int t = span.from(); t < span.to(); t++) {
      sum += values[t];
    }
    return sum;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /**
   * The share of each sixteenth of the bar, 1 where all are equal; a waltz leaves the last four 0.
   */
  private static double[] profile(LoopCut cut, float[] values, Span span, double sum) {
    double[] profile = new double[MOST_STEPS];
    int steps = STEPS_A_BEAT * cut.meter();
    for (int t = span.from(); t < span.to(); t++) {
      double beat = (span.at(t) - cut.start()) / cut.length() * cut.beats();
      int step = Math.floorMod((int) Math.rint(beat * STEPS_A_BEAT), steps);
      profile[step] += values[t] / (sum + 1e-9) * steps / STEPS_A_BEAT;
    }
    return profile;
  }

  private void addTempo(Row row, LoopCut cut) {
    double bpm = cut.bpm();
    row.add(triangles(Math.log(bpm)));
    boolean usual = false;
    for (double bars : USUAL_BARS) {
      boolean is = Math.abs(cut.bars() - bars) < 1e-6;
      usual |= is;
      row.add(is);
    }
    row.add(!usual);
    double rounding = 36 * cut.beats() / (cut.length() * cut.length() * rate) + 0.0015;
    double off = Math.abs(bpm - Math.rint(bpm));
    row.add(off < rounding);
    row.add(off < 0.05);
    row.add(Math.abs(2 * bpm - Math.rint(2 * bpm)) < 2 * rounding);
  }

  /** A tempo as shares of the two knots around it. */
  private static double[] triangles(double logBpm) {
    double[] shares = new double[TEMPO_KNOTS.length];
    int k = 0;
    while (k < TEMPO_KNOTS.length - 2 && logBpm > Math.log(TEMPO_KNOTS[k + 1])) {
      k++;
    }
    double low = Math.log(TEMPO_KNOTS[k]);
    double share = Math.clamp((logBpm - low) / (Math.log(TEMPO_KNOTS[k + 1]) - low), 0, 1);
    shares[k] = 1 - share;
    shares[k + 1] = share;
    return shares;
  }

  private void addRepetition(Row row, LoopCut cut, Span onsets, Span harmony) {
    double[] lags = {1, cut.meter() / 2.0, cut.meter(), 2 * cut.meter()};
    for (double lag : lags) {
      boolean fits = lag < cut.beats();
      double seconds = lag * cut.length() / cut.beats();
      int step = (int) Math.rint(seconds / strength.stepSeconds());
      boolean enough = fits && onsets.to() - onsets.from() > 8;
      row.add(enough ? Repetition.of(onsets.from(), onsets.to(), step, strength.in(0)) : 0);
      row.add(
          enough
              ? Repetition.of(onsets.from(), onsets.to(), step, strength.in(1), strength.in(2))
              : 0);
      row.add(enough ? Repetition.of(onsets.from(), onsets.to(), step, strength.in(3)) : 0);
      int toneStep = (int) Math.rint(seconds / tones.stepSeconds());
      boolean enoughTones = fits && harmony.to() - harmony.from() > 4;
      row.add(
          enoughTones
              ? Repetition.of(Arrays.copyOfRange(direction, harmony.from(), harmony.to()), toneStep)
              : 0);
      row.add(fits);
    }
  }

  /** The share of onsets that agree on a division of the beat, and on its first beat being one. */
  private void addGridFit(Row row, LoopCut cut, Span span) {
    for (int division : DIVISIONS) {
      double re = 0;
      double im = 0;
      double all = 1e-9;
      for (int t = span.from(); t < span.to(); t++) {
        double beat = (span.at(t) - cut.start()) / cut.length() * cut.beats();
        re += total[t] * Math.cos(2 * Math.PI * beat * division);
        im += total[t] * Math.sin(2 * Math.PI * beat * division);
        all += total[t];
      }
      row.add(Math.hypot(re, im) / all);
      row.add(re / all);
    }
  }

  private void addRest(Row row, LoopCut cut, Span span, double[] sums, double changed) {
    double all = Arrays.stream(sums).sum() + 1e-9;
    row.add(Math.log(cut.length()) / Math.log(2));
    row.add(Math.log(cut.beats()) / Math.log(2));
    row.add(sums[0] / all);
    row.add(sums[3] / all);
    row.add(Math.log1p(all / cut.length()) / 5);
    row.add(changed / cut.beats());
    row.add(ends.endLevel(50));
    double most = 0;
    for (int t = span.from(); t < span.to(); t++) {
      most = Math.max(most, total[t]);
    }
    double first = cut.start();
    double last = cut.start();
    boolean found = false;
    for (int t = span.from(); t < span.to(); t++) {
      if (total[t] > 0.3 * most) {
        first = found ? first : span.at(t);
        last = span.at(t);
        found = true;
      }
    }
    double beat = cut.length() / cut.beats();
    row.add((first - cut.start()) / beat);
    row.add(Math.min(4, (cut.start() + cut.length() - last) / beat));
  }

  /** Numbers in a row, counted. */
  private static final class Row {
    private final float[] values = new float[COUNT];
    private int count;

    void add(double value) {
      values[count++] = (float) value;
    }

    void add(boolean value) {
      add(value ? 1 : 0);
    }

    void add(double[] more) {
      for (double value : more) {
        add(value);
      }
    }

    float[] done() {
      if (count != COUNT) {
        throw new IllegalStateException(
            "A cut has %d features, but %d were found.".formatted(COUNT, count));
      }
      return values;
    }
  }
}

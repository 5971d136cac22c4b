package loopmind.library.listen;

/**
 * How much of each pitch class sounds, counted in ways that suit different music: all of it, each
 * moment alike, only the leading note, only the lowest one, only the beginning and only the end.
 */
final class PitchHistograms {

  static final int VIEWS = 6;

  /** Every pitch class with the salience it has. */
  static final int ALL = 0;

  /** The loudest note of each moment: what a melody plays. */
  static final int LEADING = 2;

  private static final double AUDIBLE = 0.15, PRESENT = 0.3;
  private static final double EDGE = 0.125;

  private final double[][] views = new double[VIEWS][12];
  private final double[] strongest;
  private double meanPitch;
  private double notesAtOnce;

  PitchHistograms(ToneMap tones) {
    int steps = tones.steps();
    strongest = new double[steps];
    double loudest = 1e-9;
    for (int t = 0; t < steps; t++) {
      for (float note : tones.at(t)) {
        strongest[t] = Math.max(strongest[t], note);
      }
      loudest = Math.max(loudest, strongest[t]);
    }
    double sounding = 1e-9;
    for (int t = 0; t < steps; t++) {
      if (strongest[t] > AUDIBLE * loudest) {
        sounding++;
        count(tones.at(t), strongest[t], t / (double) steps);
      }
      for (int note = 0; note < ToneMap.NOTES; note++) {
        views[ALL][pitchClass(note)] += tones.at(t)[note];
      }
    }
    meanPitch /= sounding;
    notesAtOnce /= sounding;
    for (double[] view : views) {
      normalise(view);
    }
  }

  private static int pitchClass(int note) {
    return (ToneMap.LOWEST_NOTE + note) % 12;
  }

  private void count(float[] notes, double loudest, double when) {
    int lowest = -1;
    int leading = 0;
    for (int note = 0; note < notes.length; note++) {
      double share = notes[note] / loudest;
      views[1][pitchClass(note)] += share;
      if (notes[note] > notes[leading]) {
        leading = note;
      }
      if (share > PRESENT) {
        lowest = lowest < 0 ? note : lowest;
        notesAtOnce++;
      }
      if (when < EDGE) {
        views[4][pitchClass(note)] += share;
      } else if (when >= 1 - EDGE) {
        views[5][pitchClass(note)] += share;
      }
    }
    views[LEADING][pitchClass(leading)]++;
    if (lowest >= 0) {
      views[3][pitchClass(lowest)]++;
      meanPitch += ToneMap.LOWEST_NOTE + lowest;
    }
  }

  private static void normalise(double[] view) {
    double sum = 0;
    for (double value : view) {
      sum += value;
    }
    for (int i = 0; i < view.length; i++) {
      view[i] = sum > 0 ? view[i] / sum : 0;
    }
  }

  /** Twelve shares from C that sum to 1, or all 0 where nothing sounds. */
  double[] view(int which) {
    return views[which];
  }

  /** The mean of the lowest notes, as a MIDI number; 0 where nothing sounds. */
  double meanPitch() {
    return meanPitch;
  }

  /** How many notes sound together, on average. */
  double notesAtOnce() {
    return notesAtOnce;
  }

  /** The salience of the strongest note of each step. */
  double[] strongest() {
    return strongest;
  }

  /** 0 where one pitch class sounds, 1 where all sound alike. */
  static double entropy(double[] shares) {
    double entropy = 0;
    for (double share : shares) {
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return entropy / Math.log(12);
  }
}

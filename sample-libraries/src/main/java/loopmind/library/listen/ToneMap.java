package loopmind.library.listen;

import loopmind.mixer.dsp.Fft;

/**
 * Which notes sound when: for each window of 186 ms the salience of every note from {@value
 * #LOWEST_NOTE} to {@value #HIGHEST_NOTE} (MIDI numbers), after tuning the scale to the sound.
 *
 * <p>Spectral peaks, freed of their surroundings (whitening), are laid on an axis of three bins a
 * semitone. The note whose first ten harmonics weigh most is taken, its share of the peaks is taken
 * away, and so on up to {@value #MOST_NOTES} notes: A. Klapuri, "Multiple fundamental frequency
 * estimation by summing harmonic amplitudes", ISMIR 2006, on peaks instead of bins. Read as a
 * circle, like {@link OnsetStrength}; gain changes nothing.
 */
final class ToneMap {

  static final int LOWEST_NOTE = 24, HIGHEST_NOTE = 108, NOTES = HIGHEST_NOTE - LOWEST_NOTE + 1;
  static final int MOST_NOTES = 6;

  private static final double WINDOW_SECONDS = 0.186;
  private static final int OVERLAP = 4;
  private static final double STOP_SHARE = 0.25;
  private static final int[] HARMONIC_BINS = new int[10];
  private static final double[] HARMONIC_WEIGHTS = new double[10];

  static {
    for (int h = 0; h < HARMONIC_BINS.length; h++) {
      HARMONIC_BINS[h] =
          (int) Math.rint(12 * TonePeaks.BINS_A_NOTE * Math.log(h + 1.0) / Math.log(2));
      HARMONIC_WEIGHTS[h] = Math.pow(0.8, h);
    }
  }

  private final float[][] salience;
  private final double stepSeconds;
  private final TonePeaks peaks;

  private ToneMap(float[][] salience, double stepSeconds, TonePeaks peaks) {
    this.salience = salience;
    this.stepSeconds = stepSeconds;
    this.peaks = peaks;
  }

  static ToneMap of(float[] mono, int rateHz) {
    int window = OnsetStrength.powerOfTwoNear(WINDOW_SECONDS * rateHz);
    int hop = Math.max(1, window / OVERLAP);
    int steps = Math.max(1, (mono.length + hop - 1) / hop);
    TonePeaks peaks = new TonePeaks(window, rateHz);
    Fft fft = new Fft(window);
    double[] weights = OnsetStrength.scaled(window, OnsetStrength.peak(mono));
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    double[] magnitudes = new double[fft.bins()];
    float[] circle = OnsetStrength.around(mono, window / 2);
    for (int t = 0; t < steps; t++) {
      fft.forward(circle, t * hop, weights, real, imaginary);
      for (int k = 0; k < magnitudes.length; k++) {
        magnitudes[k] = Math.sqrt(real[k] * real[k] + imaginary[k] * imaginary[k]);
      }
      peaks.add(magnitudes);
    }
    float[][] salience = new float[steps][NOTES];
    for (int t = 0; t < steps; t++) {
      notes(peaks.axis(t), salience[t]);
    }
    return new ToneMap(salience, hop / (double) rateHz, peaks);
  }

  private static void notes(float[] axis, float[] salience) {
    double loudest = 0;
    for (float bin : axis) {
      loudest = Math.max(loudest, bin);
    }
    double[] harmonics = new double[HARMONIC_BINS.length];
    double first = 0;
    for (int found = 0; found < MOST_NOTES; found++) {
      int best = -1;
      double most = 0;
      for (int note = 0; note < NOTES; note++) {
        double sum = sum(axis, note, loudest, harmonics);
        if (sum > most) {
          most = sum;
          best = note;
        }
      }
      if (best < 0 || most <= 1e-3 || most <= STOP_SHARE * first) {
        return;
      }
      first = found == 0 ? most : first;
      salience[best] += (float) most;
      sum(axis, best, loudest, harmonics);
      takeAway(axis, best, harmonics);
    }
  }

  /** Weighted harmonics of a note; a note without its fundamental counts a quarter. */
  private static double sum(float[] axis, int note, double loudest, double[] harmonics) {
    int base = note * TonePeaks.BINS_A_NOTE + 1;
    double sum = 0;
    for (int h = 0; h < harmonics.length; h++) {
      int bin = base + HARMONIC_BINS[h];
      harmonics[h] =
          bin < TonePeaks.BINS - 1
              ? Math.max(axis[bin], Math.max(axis[bin - 1], axis[bin + 1]))
              : 0;
      sum += HARMONIC_WEIGHTS[h] * harmonics[h];
    }
    return sum * (harmonics[0] > 0.02 * loudest ? 1 : 0.25);
  }

  /** A harmonic that stands out of its neighbours belongs to another note as well. */
  private static void takeAway(float[] axis, int note, double[] harmonics) {
    int base = note * TonePeaks.BINS_A_NOTE + 1;
    for (int h = 0; h < harmonics.length; h++) {
      int bin = base + HARMONIC_BINS[h];
      if (bin >= TonePeaks.BINS - 1) {
        return;
      }
      double share = harmonics[h];
      if (h > 0 && h < harmonics.length - 1) {
        double mean = (harmonics[h - 1] + harmonics[h] + harmonics[h + 1]) / 3;
        share = Math.min(share, 1.3 * mean);
      }
      share *= h == 0 ? 1 : 0.9;
      for (int b = bin - 1; b <= bin + 1; b++) {
        axis[b] = (float) Math.max(0, axis[b] - share);
      }
    }
  }

  int steps() {
    return salience.length;
  }

  double stepSeconds() {
    return stepSeconds;
  }

  /** The salience of each note from {@link #LOWEST_NOTE} at one step; shared. */
  float[] at(int step) {
    return salience[step];
  }

  /** The salience of each pitch class at one step. */
  double[] chroma(int step) {
    double[] chroma = new double[12];
    for (int note = 0; note < NOTES; note++) {
      chroma[(LOWEST_NOTE + note) % 12] += salience[step][note];
    }
    return chroma;
  }

  /** How far the sound lies from A = 440 Hz, −50 to 50 cents. */
  double tuningCents() {
    return 100 * peaks.tuning();
  }

  /** How well the peaks agree on a tuning, 0 (noise) to 1 (a tempered instrument). */
  double tuningAgreement() {
    return peaks.agreement();
  }

  /** Share of the power that lies in narrow peaks, 0 (noise) to about 0.4 (tones). */
  double peakShare() {
    return peaks.share();
  }

  /** The loudest salience of each step. */
  float[] strongest() {
    float[] strongest = new float[salience.length];
    for (int t = 0; t < strongest.length; t++) {
      for (float note : salience[t]) {
        strongest[t] = Math.max(strongest[t], note);
      }
    }
    return strongest;
  }
}

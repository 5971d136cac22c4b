package loopmind.mixer.measure;

import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Tells whether the notes of a render are those of the key it claims: its chroma against templates
 * of all 24 keys.
 *
 * <p>Spectral peaks from 55 Hz to 2.1 kHz are folded into twelve pitch classes, each weighted by
 * the square root of its magnitude, and each window counts the same; the templates are the "bgate"
 * ones of Á. Faraldo, <i>Tonality Estimation in Electronic Dance Music</i>, 2018, compared by
 * Pearson's correlation.
 */
public final class KeyCheck implements Meter {

  private static final int WINDOW = 16_384;
  private static final int LOWEST_MIDI = 33;
  private static final int HIGHEST_MIDI = 96;
  private static final double PEAK_FLOOR_DB = -45;
  private static final double[] MAJOR = {1, 0, .42, 0, .53, .37, 0, .77, 0, .38, .21, .30};
  private static final double[] MINOR = {1, 0, .36, .39, 0, .38, 0, .74, .27, 0, .42, .23};

  private final SampleRate rate;
  private final Fft fft = new Fft(WINDOW);
  private final double[] window = Windows.hann(WINDOW);
  private final double[] real = new double[fft.bins()];
  private final double[] imaginary = new double[fft.bins()];
  private final double[] magnitude = new double[fft.bins()];
  private final double[] chroma = new double[12];
  private final double[] windowChroma = new double[12];
  private final SlidingWindow windows = new SlidingWindow(WINDOW, WINDOW / 2, this::see);

  public KeyCheck(SampleRate rate) {
    this.rate = rate;
  }

  public static KeyCheck of(AudioBuffer sound) {
    KeyCheck check = new KeyCheck(sound.rate());
    check.add(sound);
    return check;
  }

  @Override
  public void add(float[][] block, int from, int count) {
    windows.add(block, from, count);
  }

  private void see(float[] samples, int from) {
    fft.forward(samples, from, window, real, imaginary);
    int low = (int) (hertz(LOWEST_MIDI - 0.5) * WINDOW / rate.hz());
    int high = (int) Math.ceil(hertz(HIGHEST_MIDI + 0.5) * WINDOW / rate.hz());
    high = Math.min(high, magnitude.length - 2);
    double loudest = 0;
    for (int bin = low - 1; bin <= high + 1; bin++) {
      magnitude[bin] = Math.hypot(real[bin], imaginary[bin]);
      loudest = Math.max(loudest, magnitude[bin]);
    }
    // quieter than −80 dBFS there is nothing to tell notes by
    if (loudest < 1e-4 * WINDOW / 4) {
      return;
    }
    collect(low, high, loudest * Math.pow(10, PEAK_FLOOR_DB / 20));
  }

  private static double hertz(double midi) {
    return 440 * Math.pow(2, (midi - 69) / 12);
  }

  private void collect(int low, int high, double floor) {
    java.util.Arrays.fill(windowChroma, 0);
    double sum = 0;
    for (int bin = low; bin <= high; bin++) {
      double here = magnitude[bin];
      if (here < floor || here < magnitude[bin - 1] || here <= magnitude[bin + 1]) {
        continue;
      }
      double before = Math.log(magnitude[bin - 1] + 1e-30);
      double after = Math.log(magnitude[bin + 1] + 1e-30);
      double bend = before - 2 * Math.log(here) + after;
      double exact = bin + (bend < 0 ? (before - after) / (2 * bend) : 0);
      double midi = 69 + 12 * Math.log(exact * rate.hz() / WINDOW / 440) / Math.log(2);
      double weight = Math.sqrt(here) * Math.cos(Math.PI * (midi - Math.rint(midi)));
      windowChroma[Math.floorMod((int) Math.rint(midi), 12)] += weight;
      sum += weight;
    }
    for (int note = 0; note < 12 && sum > 0; note++) {
      chroma[note] += windowChroma[note] / sum;
    }
  }

  /** How well the notes fit {@code key}: correlation, −1 to 1; 0 where there are none. */
  public double fit(MusicalKey key) {
    double[] template = key.mode() == Mode.MAJOR ? MAJOR : MINOR;
    double chromaMean = java.util.Arrays.stream(chroma).average().orElse(0);
    double templateMean = java.util.Arrays.stream(template).average().orElse(0);
    double dot = 0;
    double mine = 0;
    double its = 0;
    for (int note = 0; note < 12; note++) {
      double a = chroma[Math.floorMod(key.tonic() + note, 12)] - chromaMean;
      double b = template[note] - templateMean;
      dot += a * b;
      mine += a * a;
      its += b * b;
    }
    return mine == 0 ? 0 : dot / Math.sqrt(mine * its);
  }

  /** The key that fits best. */
  public MusicalKey likeliest() {
    MusicalKey best = new MusicalKey(0, Mode.MAJOR);
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        MusicalKey key = new MusicalKey(tonic, mode);
        best = fit(key) > fit(best) ? key : best;
      }
    }
    return best;
  }

  /** How well the notes fit {@code key} or its relative, which has the same notes. */
  public double notesFit(MusicalKey key) {
    return Math.max(fit(key), fit(key.relative()));
  }

  /**
   * By how much other notes fit better than those of {@code key}: 0 where its own are the best; up
   * to 2.
   */
  public double shortfall(MusicalKey key) {
    return notesFit(likeliest()) - notesFit(key);
  }
}

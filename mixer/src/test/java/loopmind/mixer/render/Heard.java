package loopmind.mixer.render;

import java.util.Arrays;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.Spectrum;

/** What tests measure on stretches of one channel. */
final class Heard {

  private Heard() {}

  static double levelDb(float[] samples, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / count + 1e-20);
  }

  static double bandDb(float[] samples, int from, int count, double lowHz, double highHz) {
    float[][] part = {Arrays.copyOfRange(samples, from, from + count)};
    AudioBuffer sound = new AudioBuffer(part, new SampleRate(48_000));
    return 10 * Math.log10(Spectrum.of(sound).power(lowHz, highHz) + 1e-20);
  }

  /** Centre of the power spectrum between 40 Hz and 16 kHz. */
  static double centroidHz(float[] samples, int from, int count) {
    float[][] part = {Arrays.copyOfRange(samples, from, from + count)};
    Spectrum spectrum = Spectrum.of(new AudioBuffer(part, new SampleRate(48_000)));
    double sum = 0;
    double all = 0;
    for (double hz = 40; hz < 16_000; hz *= 1.1) {
      double power = spectrum.power(hz, 1.1 * hz);
      sum += power * hz * 1.05;
      all += power;
    }
    return sum / all;
  }

  /** Frequency of a tone by how often it crosses zero upwards. */
  static double crossingsHz(float[] samples, int from, int count) {
    int crossings = 0;
    for (int i = from + 1; i < from + count; i++) {
      crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
    }
    return crossings * 48_000.0 / count;
  }

  /** How alike two stretches are, 1 for the same shape. */
  static double likeness(float[] samples, int one, int other, int count) {
    double dot = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < count; i++) {
      dot += samples[one + i] * samples[other + i];
      first += samples[one + i] * samples[one + i];
      second += samples[other + i] * samples[other + i];
    }
    return dot / Math.sqrt(first * second + 1e-30);
  }

  /** Power at exactly one frequency, by Goertzel's sum. */
  static double toneDb(float[] samples, int from, int count, double hz) {
    double re = 0;
    double im = 0;
    for (int i = 0; i < count; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
      re += window * samples[from + i] * Math.cos(2 * Math.PI * hz * i / 48_000);
      im += window * samples[from + i] * Math.sin(2 * Math.PI * hz * i / 48_000);
    }
    return 10 * Math.log10((re * re + im * im) / count / count + 1e-30);
  }

  /** First and last frame at which two sounds differ; both −1 where they do not. */
  static int[] difference(float[][] a, float[][] b) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < a[0].length; i++) {
      if (a[0][i] != b[0][i] || a[1][i] != b[1][i]) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return new int[] {first, last};
  }
}

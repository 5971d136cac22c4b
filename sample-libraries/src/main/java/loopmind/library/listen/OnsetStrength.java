package loopmind.library.listen;

import java.util.Arrays;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * How strongly something begins at each moment, in four registers: the rise of log-compressed band
 * levels over two steps, summed over {@value #BANDS} bands from {@value #LOWEST_HZ} to {@value
 * #HIGHEST_HZ} Hz.
 *
 * <p>The sound is read as a circle: its first window follows its last, as a loop is heard. Levels
 * are relative to the sound's peak, so that gain changes nothing. S. Böck, G. Widmer, "Maximum
 * filter vibrato suppression for onset detection", DAFx 2013, without the maximum filter: short
 * loops have little vibrato, and slow rises are kept apart by the two-step difference.
 */
final class OnsetStrength {

  static final int BANDS = 20, REGISTERS = 4;
  static final double LOWEST_HZ = 40, HIGHEST_HZ = 10_000;

  private static final double WINDOW_SECONDS = 0.0232;
  private static final int OVERLAP = 4, RISE_STEPS = 2;
  private static final double COMPRESSION = 1000;
  private static final double[] REGISTER_EDGES_HZ = {150, 800, 3500};

  private final float[][] registers;
  private final double stepSeconds;

  private OnsetStrength(float[][] registers, double stepSeconds) {
    this.registers = registers;
    this.stepSeconds = stepSeconds;
  }

  static OnsetStrength of(float[] mono, int rateHz) {
    int window = powerOfTwoNear(WINDOW_SECONDS * rateHz);
    int hop = Math.max(1, window / OVERLAP);
    int steps = Math.max(1, (mono.length + hop - 1) / hop);
    float[][] levels = levels(mono, rateHz, window, hop, steps);
    float[][] rises = new float[REGISTERS][steps];
    for (int band = 0; band < BANDS; band++) {
      float[] level = levels[band];
      float[] rise = rises[register(band)];
      for (int t = 0; t < steps; t++) {
        rise[t] += Math.max(0, level[t] - level[Math.floorMod(t - RISE_STEPS, steps)]);
      }
    }
    return new OnsetStrength(rises, hop / (double) rateHz);
  }

  static int powerOfTwoNear(double size) {
    return 1 << Math.clamp(Math.round(Math.log(size) / Math.log(2)), 2, 20);
  }

  private static int register(int band) {
    double centreHz = Math.sqrt(edgeHz(band) * edgeHz(band + 1));
    int register = 0;
    while (register < REGISTER_EDGES_HZ.length && centreHz >= REGISTER_EDGES_HZ[register]) {
      register++;
    }
    return register;
  }

  private static double edgeHz(int edge) {
    return LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, edge / (double) BANDS);
  }

  private static float[][] levels(float[] mono, int rateHz, int window, int hop, int steps) {
    Fft fft = new Fft(window);
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    double[] power = new double[fft.bins()];
    double[] weights = scaled(window, peak(mono));
    int[] edges = new int[BANDS + 1];
    for (int i = 0; i <= BANDS; i++) {
      edges[i] = Math.max(1, (int) Math.rint(edgeHz(i) * window / rateHz));
    }
    float[] circle = around(mono, window / 2);
    float[][] levels = new float[BANDS][steps];
    for (int t = 0; t < steps; t++) {
      fft.forward(circle, t * hop, weights, real, imaginary);
      for (int k = 0; k < power.length; k++) {
        power[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
      }
      for (int band = 0; band < BANDS; band++) {
        int end = Math.min(Math.max(edges[band + 1], edges[band] + 1), window / 2);
        double sum = 0;
        for (int k = edges[band]; k < end; k++) {
          sum += power[k];
        }
        levels[band][t] = (float) Math.log1p(COMPRESSION * Math.sqrt(sum));
      }
    }
    return levels;
  }

  /** A Hann window after which a full-scale sine of the sound's peak has a magnitude of 1. */
  static double[] scaled(int size, double peak) {
    double[] weights = Windows.hann(size);
    double gain = peak > 0 ? 2 / (Arrays.stream(weights).sum() * peak) : 0;
    for (int i = 0; i < size; i++) {
      weights[i] *= gain;
    }
    return weights;
  }

  static double peak(float[] mono) {
    float peak = 0;
    for (float sample : mono) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** The sound with {@code margin} samples of its end before it and as many of its start after. */
  static float[] around(float[] mono, int margin) {
    // one window more, because the last step may reach beyond the end
    float[] circle = new float[mono.length + 4 * margin];
    for (int i = 0; i < circle.length; i++) {
      circle[i] = mono[Math.floorMod(i - margin, mono.length)];
    }
    return circle;
  }

  int steps() {
    return registers[0].length;
  }

  double stepSeconds() {
    return stepSeconds;
  }

  /** The rise in register {@code index}, low to high; shared. */
  float[] in(int index) {
    return registers[index];
  }

  /** The rise in all registers together. */
  float[] total() {
    float[] total = new float[steps()];
    for (float[] register : registers) {
      for (int t = 0; t < total.length; t++) {
        total[t] += register[t];
      }
    }
    return total;
  }
}

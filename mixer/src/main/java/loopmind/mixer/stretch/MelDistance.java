package loopmind.mixer.stretch;

import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * How far two circles of the same length sound apart: the mean difference in dB of {@value #BANDS}
 * mel bands from 30 Hz to 16 kHz, every 10 ms, of power no lower than {@value #FLOOR_DB} dB from
 * the loudest of the first.
 */
final class MelDistance {

  static final int BANDS = 80;
  static final double FLOOR_DB = -80;

  private static final int SIZE = 2048;
  private static final double LOW_HZ = 30, HIGH_HZ = 16_000;

  private final int hz;
  private final double[][] weights;
  private final int[] first;

  MelDistance(int hz) {
    this.hz = hz;
    weights = new double[BANDS][];
    first = new int[BANDS];
    for (int b = 0; b < BANDS; b++) {
      double low = bin(b);
      double centre = bin(b + 1);
      double high = bin(b + 2);
      first[b] = (int) Math.ceil(Math.min(low, centre - 1));
      int last = (int) Math.floor(Math.max(high, centre + 1));
      weights[b] = new double[last - first[b] + 1];
      for (int k = first[b]; k <= last; k++) {
        // bands narrower than a bin still hear their neighbours
        double rise = Math.max(1, centre - low);
        double fall = Math.max(1, high - centre);
        double share = k < centre ? 1 - (centre - k) / rise : 1 - (k - centre) / fall;
        weights[b][k - first[b]] = Math.max(0, share);
      }
    }
  }

  private double bin(int edge) {
    double low = mel(LOW_HZ);
    double at = low + (mel(HIGH_HZ) - low) * edge / (BANDS + 1);
    return 700 * (Math.pow(10, at / 2595) - 1) * SIZE / hz;
  }

  private static double mel(double hz) {
    return 2595 * Math.log10(1 + hz / 700);
  }

  /** The mean difference in dB; 0 where both are the same. */
  double between(float[] truth, float[] other) {
    double[][] a = powers(truth);
    double[][] b = powers(other);
    double loudest = 0;
    for (double[] row : a) {
      for (double x : row) {
        loudest = Math.max(loudest, x);
      }
    }
    double floor = loudest * Math.pow(10, FLOOR_DB / 10) + 1e-20;
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      for (int k = 0; k < BANDS; k++) {
        sum += Math.abs(10 * Math.log10(Math.max(floor, a[t][k]) / Math.max(floor, b[t][k])));
      }
    }
    return sum / a.length / BANDS;
  }

  private double[][] powers(float[] circle) {
    var fft = new Fft(SIZE);
    double[] window = Windows.hann(SIZE);
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    float[] unrolled = Circle.unrolled(circle, SIZE / 2);
    double[][] out = new double[circle.length / (hz / 100)][BANDS];
    for (int t = 0; t < out.length; t++) {
      fft.forward(unrolled, t * (hz / 100), window, re, im);
      for (int b = 0; b < BANDS; b++) {
        for (int k = 0; k < weights[b].length; k++) {
          int at = Math.min(fft.bins() - 1, first[b] + k);
          out[t][b] += weights[b][k] * (re[at] * re[at] + im[at] * im[at]);
        }
      }
    }
    return out;
  }
}

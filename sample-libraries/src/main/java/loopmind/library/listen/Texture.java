package loopmind.library.listen;

import java.util.Arrays;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * How a sound moves and what lies around it, in numbers: noise beneath it, attack against decay,
 * echoes and gates, width by register, where the spectrum ends. Levels are relative to the loudest
 * moment, so that gain changes nothing. Every tone, of any length, gives the same {@value #COUNT}.
 */
final class Texture {

  static final int COUNT = 33;

  private static final double WINDOW_SECONDS = 0.0232, STEP_SECONDS = 0.01, FLOOR_DB = -90;
  private static final double[] EDGES_HZ = {
    60, 120, 240, 480, 900, 1500, 2500, 4000, 6000, 9000, 12_500, 17_000
  };
  private static final int BANDS = EDGES_HZ.length - 1, GROUPS = 4;
  private static final int[] GROUP_EDGES = {0, 3, 6, 8, BANDS};
  private static final int[] LAGS = {1, 2, 4, 8, 16, 32};

  private final float[] row = new float[COUNT];
  private int count;
  private final int steps;
  private final double[][] bandDb;
  private final double[] totalDb;
  private final double[] flatness = new double[3];
  private final double[] power;
  private final double binHz;

  private Texture(Sound sound) {
    int rateHz = sound.audio().rate().hz();
    int window = OnsetStrength.powerOfTwoNear(WINDOW_SECONDS * rateHz);
    int hop = Math.max(1, (int) Math.round(STEP_SECONDS * rateHz));
    steps = Math.max(1, sound.mono().length / hop);
    bandDb = new double[BANDS][steps];
    totalDb = new double[steps];
    power = new double[window / 2 + 1];
    binHz = rateHz / (double) window;
    look(sound.mono(), window, hop);
  }

  /** {@value #COUNT} numbers, most of them between −1 and 1. */
  static float[] of(Sound sound) {
    Texture texture = new Texture(sound);
    texture.addLevels();
    texture.addMovement();
    texture.addWidth(sound.audio());
    texture.addEdges();
    texture.addEchoes();
    if (texture.count != COUNT) {
      throw new IllegalStateException(
          "A texture has %d numbers, but %d were found.".formatted(COUNT, texture.count));
    }
    return texture.row;
  }

  private void add(double value) {
    row[count++] = (float) value;
  }

  private void look(float[] mono, int window, int hop) {
    Fft fft = new Fft(window);
    double[] weights = Windows.hann(window);
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    double[] bins = new double[fft.bins()];
    double[] totals = new double[steps];
    double[][] bands = new double[BANDS][steps];
    for (int t = 0; t < steps; t++) {
      fft.forward(mono, t * hop - window / 2, weights, real, imaginary);
      for (int k = 0; k < bins.length; k++) {
        bins[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
        power[k] += bins[k];
        totals[t] += bins[k];
      }
      for (int b = 0; b < BANDS; b++) {
        bands[b][t] = between(bins, EDGES_HZ[b], EDGES_HZ[b + 1]);
      }
      addFlatness(bins);
    }
    double loudest = Math.max(1e-20, Arrays.stream(totals).max().orElse(0));
    for (int t = 0; t < steps; t++) {
      totalDb[t] = decibels(totals[t] / loudest);
      for (int b = 0; b < BANDS; b++) {
        bandDb[b][t] = decibels(bands[b][t] / loudest);
      }
    }
  }

  /** Bins whose centre lies in a range; none above half the rate. */
  private double between(double[] bins, double lowHz, double highHz) {
    int from = (int) Math.ceil(lowHz / binHz);
    int to = (int) Math.min(bins.length, Math.ceil(highHz / binHz));
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += bins[k];
    }
    return sum;
  }

  /** Geometric over arithmetic mean of the power, 0 (tones) to 1 (noise), in three ranges. */
  private void addFlatness(double[] bins) {
    double[] edges = {200, 1500, 5000, 14_000};
    for (int range = 0; range < flatness.length; range++) {
      int from = (int) Math.ceil(edges[range] / binHz);
      int to = (int) Math.min(bins.length, Math.ceil(edges[range + 1] / binHz));
      double logs = 0;
      double sum = 1e-18;
      for (int k = from; k < to; k++) {
        logs += Math.log(bins[k] + 1e-18);
        sum += bins[k];
      }
      int bands = Math.max(1, to - from);
      flatness[range] += Math.exp(logs / bands) / (sum / bands) / steps;
    }
  }

  private static double decibels(double share) {
    return Math.max(FLOOR_DB, 10 * Math.log10(share + 1e-12));
  }

  /** How quiet, usual and loud moments are in each register. */
  private void addLevels() {
    for (int group = 0; group < GROUPS; group++) {
      double[] level = new double[steps];
      for (int t = 0; t < steps; t++) {
        double sum = 0;
        for (int b = GROUP_EDGES[group]; b < GROUP_EDGES[group + 1]; b++) {
          sum += Math.pow(10, bandDb[b][t] / 10);
        }
        level[t] = decibels(sum);
      }
      Arrays.sort(level);
      add(level[steps / 20] / 60);
      add(level[steps / 2] / 60);
      add(level[steps - 1 - steps / 20] / 60);
    }
  }

  /** How far levels move within some hundredths of a second, and whether up as fast as down. */
  private void addMovement() {
    for (int lag : LAGS) {
      double sum = 0;
      for (int t = lag; t < steps; t++) {
        sum += Math.abs(totalDb[t] - totalDb[t - lag]);
      }
      add(Math.min(1, sum / Math.max(1, steps - lag) / 20));
    }
    for (int lag : new int[] {1, 4}) {
      double up = 1e-3;
      double down = 1e-3;
      for (int t = lag; t < steps; t++) {
        double change = totalDb[t] - totalDb[t - lag];
        up += Math.max(0, change) * Math.max(0, change);
        down += Math.min(0, change) * Math.min(0, change);
      }
      add(Math.clamp(Math.log(up / down) / 4, -1.5, 1.5));
    }
    for (int lag : new int[] {4, 8}) {
      double sum = 0;
      int middle = GROUP_EDGES[2] - GROUP_EDGES[1];
      for (int b = GROUP_EDGES[1]; b < GROUP_EDGES[2]; b++) {
        for (int t = lag; t < steps; t++) {
          sum += Math.abs(bandDb[b][t] - bandDb[b][t - lag]) / middle;
        }
      }
      add(Math.min(1, sum / Math.max(1, steps - lag) / 20));
    }
  }

  /** Difference of the sides over their sum: all of it, below 300 Hz, above 3 kHz. */
  private void addWidth(AudioBuffer audio) {
    if (audio.channelCount() < 2) {
      for (int i = 0; i < 3; i++) {
        add(0);
      }
      return;
    }
    add(Math.min(2, Timbre.width(audio)));
    double low = 0.0;
    double lowAll = 1e-12;
    double high = 0.0;
    double highAll = 1e-12;
    double pole = Math.exp(-2 * Math.PI * 300 / audio.rate().hz());
    double pole2 = Math.exp(-2 * Math.PI * 3000 / audio.rate().hz());
    double[] slow = new double[4];
    float[] left = audio.channel(0);
    float[] right = audio.channel(1);
    for (int i = 0; i < left.length; i++) {
      double middle = left[i] + right[i];
      double side = left[i] - right[i];
      slow[0] += (1 - pole) * (middle - slow[0]);
      slow[1] += (1 - pole) * (side - slow[1]);
      slow[2] += (1 - pole2) * (middle - slow[2]);
      slow[3] += (1 - pole2) * (side - slow[3]);
      lowAll += slow[0] * slow[0];
      low += slow[1] * slow[1];
      highAll += (middle - slow[2]) * (middle - slow[2]);
      high += (side - slow[3]) * (side - slow[3]);
    }
    add(Math.min(2, Math.sqrt(low / lowAll)));
    add(Math.min(2, Math.sqrt(high / highAll)));
  }

  /** Where the spectrum ends above, and how noisy it is. */
  private void addEdges() {
    double all = 1e-20 + Arrays.stream(power).sum();
    for (double share : new double[] {0.95, 0.999}) {
      double sum = 0;
      int k = 0;
      while (k < power.length - 1 && sum + power[k] < share * all) {
        sum += power[k++];
      }
      add(Math.log(Math.max(40, k * binHz) / 1000) / Math.log(2) / 4);
    }
    for (double value : flatness) {
      add(value);
    }
  }

  /** How much the level follows itself after a gate's and after an echo's time. */
  private void addEchoes() {
    for (int[] range : new int[][] {{6, 12}, {12, 24}, {24, 45}}) {
      double best = 0;
      for (int lag = range[0]; lag < range[1] && lag < steps; lag++) {
        best = Math.max(best, likeness(lag));
      }
      add(best);
    }
  }

  /** Correlation of the change of level with that of {@code lag} steps before. */
  private double likeness(int lag) {
    double both = 0;
    double one = 1e-9;
    double other = 1e-9;
    for (int t = lag + 1; t < steps; t++) {
      double now = Math.clamp(totalDb[t] - totalDb[t - 1], -20, 20);
      double before = Math.clamp(totalDb[t - lag] - totalDb[t - lag - 1], -20, 20);
      both += now * before;
      one += now * now;
      other += before * before;
    }
    return both / Math.sqrt(one * other);
  }
}

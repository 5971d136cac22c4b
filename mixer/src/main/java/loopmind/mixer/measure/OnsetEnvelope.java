package loopmind.mixer.measure;

import java.util.Arrays;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * How strongly sound begins at each moment: the rise of log-compressed energy, summed over bands of
 * half an octave (spectral flux; S. Dixon, "Onset detection revisited", DAFx 2006).
 */
final class OnsetEnvelope implements Meter {

  static final int HOP = 256;

  private static final int WINDOW = 1024;
  private static final double COMPRESSION = 1000;
  private static final double LOWEST_HZ = 60;
  private static final int BANDS = 16;

  private final Fft fft = new Fft(WINDOW);
  private final double[] window = Windows.hann(WINDOW);
  private final double[] real = new double[fft.bins()];
  private final double[] imaginary = new double[fft.bins()];
  private final int[] edges = new int[BANDS + 1];
  private final double[] before = new double[BANDS];
  private final SlidingWindow windows = new SlidingWindow(WINDOW, HOP, this::see);
  private double[] rises = new double[4096];
  private int count;

  OnsetEnvelope(SampleRate rate) {
    double binHz = (double) rate.hz() / WINDOW;
    for (int band = 0; band <= BANDS; band++) {
      int bin = (int) Math.round(LOWEST_HZ * Math.pow(2, band / 2.0) / binHz);
      edges[band] = Math.min(fft.bins(), Math.max(bin, band == 0 ? 1 : edges[band - 1] + 1));
    }
  }

  @Override
  public void add(float[][] block, int from, int frames) {
    windows.add(block, from, frames);
  }

  private void see(float[] samples, int from) {
    fft.forward(samples, from, window, real, imaginary);
    double rise = 0;
    for (int band = 0; band < BANDS; band++) {
      double energy = 0;
      for (int bin = edges[band]; bin < edges[band + 1]; bin++) {
        energy += real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
      }
      double level = Math.log1p(COMPRESSION * Math.sqrt(energy) / WINDOW);
      rise += Math.max(0, level - before[band]);
      before[band] = level;
    }
    if (count == rises.length) {
      rises = Arrays.copyOf(rises, count * 2);
    }
    rises[count++] = rise;
  }

  /** One value every {@link #HOP} frames, the mean taken out. */
  double[] values() {
    double[] values = Arrays.copyOf(rises, count);
    double mean = Arrays.stream(values).average().orElse(0);
    for (int i = 0; i < count; i++) {
      values[i] -= mean;
    }
    return values;
  }

  /** The frame that value 0 speaks of: a rise is seen when it has come a third into the window. */
  static double firstFrame() {
    return WINDOW * 0.66;
  }
}

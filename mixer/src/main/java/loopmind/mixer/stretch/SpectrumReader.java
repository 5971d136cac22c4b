package loopmind.mixer.stretch;

import java.util.Arrays;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Windows of a circle into spectra, and spectra into the overlapping windows of another circle,
 * whose overlap is divided out so that unchanged spectra give the unchanged sound.
 */
final class SpectrumReader {

  private final Fft fft;
  private final int size;
  private final double[] window;
  private final double[] frame;
  private final float[][] unrolled;
  private final int body;
  private final double[][] behindRe;
  private final double[][] behindIm;
  private final double[][] sums;
  private final double[] weights;

  SpectrumReader(float[][] circle, int size, int target) {
    fft = new Fft(size);
    this.size = size;
    window = Windows.hann(size);
    frame = new double[size];
    body = circle[0].length;
    unrolled = new float[circle.length][];
    for (int c = 0; c < circle.length; c++) {
      unrolled[c] = Circle.unrolled(circle[c], size);
    }
    behindRe = new double[circle.length][fft.bins()];
    behindIm = new double[circle.length][fft.bins()];
    sums = new double[circle.length][target];
    weights = new double[target];
  }

  int bins() {
    return fft.bins();
  }

  int channels() {
    return unrolled.length;
  }

  int size() {
    return size;
  }

  /** The spectra of all channels of the window centred on frame {@code at}. */
  void read(int at, double[][] re, double[][] im) {
    for (int c = 0; c < unrolled.length; c++) {
      fft.forward(unrolled[c], start(at), window, re[c], im[c]);
    }
  }

  private int start(int at) {
    return Math.floorMod(at, body) + size - size / 2;
  }

  /** Like {@link #read}, into memory of its own. */
  void readBehind(int at) {
    for (int c = 0; c < unrolled.length; c++) {
      fft.forward(unrolled[c], start(at), window, behindRe[c], behindIm[c]);
    }
  }

  double[] behindRe(int channel) {
    return behindRe[channel];
  }

  double[] behindIm(int channel) {
    return behindIm[channel];
  }

  /** Adds one window to the output, centred on frame {@code place}. */
  void write(int channel, int place, double[] re, double[] im) {
    fft.inverse(re, im, frame);
    int target = weights.length;
    int at = Math.floorMod(place - size / 2, target);
    for (int i = 0; i < size; i++) {
      sums[channel][at] += window[i] * frame[i];
      if (channel == 0) {
        weights[at] += window[i] * window[i];
      }
      if (++at == target) {
        at = 0;
      }
    }
  }

  void clearOutput() {
    Arrays.fill(weights, 0);
    for (double[] sum : sums) {
      Arrays.fill(sum, 0);
    }
  }

  float[][] output() {
    float[][] out = new float[sums.length][weights.length];
    for (int c = 0; c < out.length; c++) {
      for (int i = 0; i < out[c].length; i++) {
        out[c][i] = (float) (sums[c][i] / weights[i]);
      }
    }
    return out;
  }
}

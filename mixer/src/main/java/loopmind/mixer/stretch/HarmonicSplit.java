package loopmind.mixer.stretch;

import java.util.Arrays;

/**
 * Takes the tones out of a circle; what is left are its hits.
 *
 * <p>Tones are lines along time in a spectrogram and hits are lines along frequency: a median along
 * each finds both, and a Wiener mask of the two shares out every bin (D. FitzGerald,
 * "Harmonic/percussive separation using median filtering", DAFx 2010). Tones and hits add up to the
 * whole.
 */
final class HarmonicSplit {

  private static final int ALONG_TIME = 17, ALONG_FREQUENCY = 17, OVERLAP = 4;

  private final SpectrumReader reader;
  private final int length;
  private final int hops;
  private final float[][] magnitude;
  private final float[] sorted = new float[Math.max(ALONG_TIME, ALONG_FREQUENCY)];

  HarmonicSplit(float[][] circle, int hz) {
    int size = Integer.highestOneBit(hz / 22); // 2048 at 48 kHz: 43 ms
    length = circle[0].length;
    hops = Math.max(2 * OVERLAP, Math.round(length * OVERLAP / (float) size));
    reader = new SpectrumReader(circle, size, length);
    magnitude = new float[hops][reader.bins()];
  }

  /** The tones of the circle, in new arrays. */
  float[][] tones() {
    double[][] re = new double[reader.channels()][reader.bins()];
    double[][] im = new double[reader.channels()][reader.bins()];
    for (int t = 0; t < hops; t++) {
      reader.read(placeOf(t), re, im);
      for (int k = 0; k < reader.bins(); k++) {
        for (int c = 0; c < re.length; c++) {
          magnitude[t][k] += (float) Math.hypot(re[c][k], im[c][k]);
        }
      }
    }
    for (int t = 0; t < hops; t++) {
      reader.read(placeOf(t), re, im);
      for (int k = 0; k < reader.bins(); k++) {
        double mask = toneShare(t, k);
        for (int c = 0; c < re.length; c++) {
          re[c][k] *= mask;
          im[c][k] *= mask;
        }
      }
      for (int c = 0; c < re.length; c++) {
        reader.write(c, placeOf(t), re[c], im[c]);
      }
    }
    return reader.output();
  }

  private int placeOf(int hop) {
    return (int) ((long) hop * length / hops);
  }

  private double toneShare(int hop, int bin) {
    for (int d = 0; d < ALONG_TIME; d++) {
      sorted[d] = magnitude[Math.floorMod(hop + d - ALONG_TIME / 2, hops)][bin];
    }
    double tone = median(ALONG_TIME);
    int from = Math.max(0, bin - ALONG_FREQUENCY / 2);
    int to = Math.min(reader.bins(), bin + ALONG_FREQUENCY / 2 + 1);
    System.arraycopy(magnitude[hop], from, sorted, 0, to - from);
    double hit = median(to - from);
    return (tone * tone + 1e-20) / (tone * tone + hit * hit + 2e-20);
  }

  private float median(int count) {
    Arrays.sort(sorted, 0, count);
    return sorted[count / 2];
  }
}

package loopmind.library.listen.ears;

import java.util.Arrays;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Power in {@value #BANDS} bands at {@value #FRAMES} instants: what the network sees.
 *
 * <p>The bands are triangles whose corners are evenly spaced on ln(1 + f / {@value #BREAK_HZ} Hz)
 * from {@value #LOW_HZ} to {@value #HIGH_HZ} Hz. This is the form of the mel scale (O'Shaughnessy
 * 1987), bent at {@value #BREAK_HZ} instead of 700 Hz, so that the notes of a chord fall into bands
 * of their own. Instants are {@value #HOP} samples apart; each is the middle of a Hann window of
 * {@value #FFT} samples. For mono sound at {@value #RATE_HZ} Hz. The same sums as features.py of
 * the training code. Holds scratch memory; not safe to share between threads.
 */
public final class MelSpectrogram {

  public static final int RATE_HZ = 22_050;
  public static final int FFT = 2048, HOP = 512, BANDS = 96, FRAMES = 128;
  public static final double LOW_HZ = 40, HIGH_HZ = 10_000, BREAK_HZ = 250;

  /** Samples from the first instant to the last. */
  public static final int SPAN = (FRAMES - 1) * HOP;

  /**
   * Samples that one spectrogram reads: half a window before the first instant and after the last.
   */
  public static final int READ = SPAN + FFT;

  private static final double[] HANN = Windows.hann(FFT);
  private static final double[] CENTRES_HZ = new double[BANDS];
  private static final int[] FIRST_BIN = new int[BANDS];
  private static final double[][] WEIGHTS = new double[BANDS][];

  static {
    double low = Math.log1p(LOW_HZ / BREAK_HZ);
    double step = (Math.log1p(HIGH_HZ / BREAK_HZ) - low) / (BANDS + 1);
    for (int band = 0; band < BANDS; band++) {
      double from = BREAK_HZ * Math.expm1(low + step * band);
      double top = BREAK_HZ * Math.expm1(low + step * (band + 1));
      double to = BREAK_HZ * Math.expm1(low + step * (band + 2));
      CENTRES_HZ[band] = top;
      int first = (int) Math.ceil(from * FFT / RATE_HZ);
      int last = (int) Math.floor(to * FFT / RATE_HZ);
      double[] weights = new double[last - first + 1];
      for (int i = 0; i < weights.length; i++) {
        double hz = (double) (first + i) * RATE_HZ / FFT;
        weights[i] = Math.max(0, Math.min((hz - from) / (top - from), (to - hz) / (to - top)));
      }
      double sum = Arrays.stream(weights).sum();
      FIRST_BIN[band] = first;
      WEIGHTS[band] = Arrays.stream(weights).map(w -> w / sum).toArray();
    }
  }

  private final Fft fft = new Fft(FFT);
  private final double[] real = new double[fft.bins()];
  private final double[] imaginary = new double[fft.bins()];

  /** How many bands, from the lowest, have their centre below {@code hz}. */
  static int bandsBelow(double hz) {
    return (int) Arrays.stream(CENTRES_HZ).filter(centre -> centre < hz).count();
  }

  /**
   * The mean power of each band at each instant, unscaled: a full-scale sine gives about (FFT / 4)²
   * at its peak.
   *
   * @param sound mono at {@value #RATE_HZ} Hz, full scale ±1, {@value #READ} samples; the first
   *     instant is at sample FFT / 2
   * @return {@value #FRAMES} rows of {@value #BANDS}
   */
  public double[][] power(float[] sound) {
    if (sound.length != READ) {
      throw new IllegalArgumentException(
          "A spectrogram reads %d samples, but was given %d.".formatted(READ, sound.length));
    }
    double[][] power = new double[FRAMES][BANDS];
    for (int frame = 0; frame < FRAMES; frame++) {
      fft.forward(sound, frame * HOP, HANN, real, imaginary);
      for (int band = 0; band < BANDS; band++) {
        power[frame][band] = bandPower(FIRST_BIN[band], WEIGHTS[band]);
      }
    }
    return power;
  }

  private double bandPower(int first, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double re = real[first + i];
      double im = imaginary[first + i];
      sum += weights[i] * (re * re + im * im);
    }
    return sum;
  }
}

package loopmind.library.listen.ears;

import static loopmind.library.listen.ears.MelSpectrogram.BANDS;
import static loopmind.library.listen.ears.MelSpectrogram.FFT;
import static loopmind.library.listen.ears.MelSpectrogram.FRAMES;
import static loopmind.library.listen.ears.MelSpectrogram.HOP;
import static loopmind.library.listen.ears.MelSpectrogram.RATE_HZ;
import static loopmind.library.listen.ears.MelSpectrogram.READ;
import static loopmind.library.listen.ears.MelSpectrogram.SPAN;

import java.util.Optional;
import loopmind.mixer.dsp.Resampler;

/**
 * A sound without its leading silence, seen through one to {@value #MOST_WINDOWS} windows of 3 s
 * that are spread evenly from its start to its end; all of it relative to the loudest band of the
 * sound, so that gain does not count.
 */
final class Windowed {

  static final int MOST_WINDOWS = 4;
  static final double FLOOR_DB = 80, SILENCE_DB = 60;

  private final int samples;
  private final int[] starts;
  private final double[][][] power;
  private final float[][][] pictures;

  private Windowed(int samples, int[] starts, double[][][] power) {
    this.samples = samples;
    this.starts = starts;
    this.power = power;
    pictures = pictures(power);
  }

  /**
   * @param mono full scale ±1
   * @param rateHz more than 0
   * @return empty for silence
   */
  static Optional<Windowed> of(float[] mono, int rateHz) {
    int first = firstSound(mono);
    if (first == mono.length) {
      return Optional.empty();
    }
    double speed = (double) rateHz / RATE_HZ;
    int samples = (int) Math.max(1, Math.round((mono.length - first) / speed));
    int[] starts = starts(samples);
    var spectrogram = new MelSpectrogram();
    double[][][] power = new double[starts.length][][];
    for (int w = 0; w < starts.length; w++) {
      power[w] = spectrogram.power(read(mono, first, starts[w], speed));
    }
    return Optional.of(new Windowed(samples, starts, power));
  }

  /** Samples of the sound at {@link MelSpectrogram#RATE_HZ}. */
  int samples() {
    return samples;
  }

  int count() {
    return starts.length;
  }

  /** How many frames of a window lie within the sound. */
  int heard(int window) {
    return Math.min(FRAMES, 1 + (samples - 1 - starts[window]) / HOP);
  }

  double[][] power(int window) {
    return power[window];
  }

  /** FRAMES × BANDS: 1 is the loudest band of the sound, 0 is FLOOR_DB below it and all beneath. */
  float[][] picture(int window) {
    return pictures[window];
  }

  static int[] starts(int samples) {
    if (samples <= SPAN) {
      return new int[1];
    }
    int count = Math.min(MOST_WINDOWS, (int) Math.ceil(samples / (double) SPAN));
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = (int) Math.rint((double) i * (samples - SPAN) / (count - 1));
    }
    return starts;
  }

  private static int firstSound(float[] mono) {
    float peak = 0;
    for (float sample : mono) {
      peak = Math.max(peak, Math.abs(sample));
    }
    if (peak == 0) {
      return mono.length;
    }
    double least = peak * Math.pow(10, -SILENCE_DB / 20);
    int first = 0;
    while (Math.abs(mono[first]) < least) {
      first++;
    }
    return first;
  }

  private static float[] read(float[] mono, int first, int start, double speed) {
    float[] read = new float[READ];
    int from = start - FFT / 2;
    int skipped = Math.max(0, -from); // what was trimmed must not come back before the start
    if (speed == 1) {
      int at = first + from + skipped;
      int count = Math.max(0, Math.min(READ - skipped, mono.length - at));
      System.arraycopy(mono, at, read, skipped, count);
    } else {
      new Resampler(speed, Resampler.Quality.QUICK)
          .read(mono, first + (from + skipped) * speed, read, skipped, READ - skipped);
    }
    return read;
  }

  private static float[][][] pictures(double[][][] power) {
    double loudest = 0;
    for (double[][] window : power) {
      for (double[] frame : window) {
        for (double band : frame) {
          loudest = Math.max(loudest, band);
        }
      }
    }
    double reference = 10 * Math.log10(Math.max(loudest, 1e-30));
    float[][][] pictures = new float[power.length][FRAMES][BANDS];
    for (int w = 0; w < power.length; w++) {
      for (int frame = 0; frame < FRAMES; frame++) {
        for (int band = 0; band < BANDS; band++) {
          double db = 10 * Math.log10(Math.max(power[w][frame][band], 1e-30)) - reference;
          pictures[w][frame][band] = (float) (1 + Math.max(db, -FLOOR_DB) / FLOOR_DB);
        }
      }
    }
    return pictures;
  }
}

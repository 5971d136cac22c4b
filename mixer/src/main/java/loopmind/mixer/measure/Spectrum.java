package loopmind.mixer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Mean level of a sound in each third octave, of the mean of its channels: power spectra of Hann
 * windows of {@value #WINDOW} frames, averaged (P. D. Welch, 1967), each bin shared among the bands
 * it reaches into. Good from the band that is as wide as a bin up: 31 Hz at 48 kHz.
 */
public final class Spectrum implements Meter {

  private static final int WINDOW = 8192;

  private final SampleRate rate;
  private final Fft fft = new Fft(WINDOW);
  private final double[] window = Windows.hann(WINDOW);
  private final double[] real = new double[fft.bins()];
  private final double[] imaginary = new double[fft.bins()];
  private final double[] power = new double[fft.bins()];
  private final SlidingWindow windows = new SlidingWindow(WINDOW, WINDOW / 2, this::see);
  private int seen;

  public Spectrum(SampleRate rate) {
    this.rate = rate;
  }

  public static Spectrum of(AudioBuffer sound) {
    Spectrum spectrum = new Spectrum(sound.rate());
    spectrum.add(sound);
    if (spectrum.seen == 0) {
      // shorter than a window: once around with silence
      spectrum.add(new float[sound.channelCount()][WINDOW], 0, WINDOW);
    }
    return spectrum;
  }

  @Override
  public void add(float[][] block, int from, int count) {
    windows.add(block, from, count);
  }

  private void see(float[] samples, int from) {
    fft.forward(samples, from, window, real, imaginary);
    for (int bin = 0; bin < power.length; bin++) {
      power[bin] += real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
    }
    seen++;
  }

  /** Mean power between two frequencies, relative to a full-scale square wave. */
  public double power(double fromHz, double toHz) {
    if (seen == 0) {
      return 0;
    }
    double binHz = (double) rate.hz() / WINDOW;
    double sum = 0;
    int last = (int) Math.min(power.length - 1, Math.ceil(toHz / binHz + 0.5));
    for (int bin = (int) Math.max(0, fromHz / binHz - 0.5); bin <= last; bin++) {
      double low = Math.max(fromHz, (bin - 0.5) * binHz);
      double high = Math.min(toHz, (bin + 0.5) * binHz);
      sum += Math.max(0, high - low) / binHz * power[bin];
    }
    // two sides of the spectrum; a Hann window keeps 3/8 of the power
    return 2 * sum / (0.375 * seen * (double) WINDOW * WINDOW);
  }

  /** Level of each band of a {@link SpectralProfile}, dB; silence is −150. */
  public double[] levelsDb() {
    double[] levels = new double[SpectralProfile.BANDS];
    Arrays.setAll(levels, band -> 10 * Math.log10(Math.max(1e-15, bandPower(band))));
    return levels;
  }

  private double bandPower(int band) {
    double centre = SpectralProfile.centreHz(band);
    double half = Math.pow(2, 1 / 6.0);
    return power(centre / half, centre * half);
  }

  /** The same, relative to the level of all bands together. */
  public SpectralProfile profile() {
    double all = 0;
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      all += bandPower(band);
    }
    List<Double> levels = new ArrayList<>();
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double share = all == 0 ? 0 : bandPower(band) / all;
      levels.add(Math.max(SpectralProfile.FLOOR_DB, 10 * Math.log10(Math.max(1e-12, share))));
    }
    return new SpectralProfile(levels);
  }
}

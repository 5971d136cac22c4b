package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;

/**
 * Measures the mean power in each third octave (Welch's method, Hann windows that overlap by half).
 */
final class SpectrumAnalyser implements Analyser<SpectrumFacts> {

  private static final double WINDOW_SECONDS = 0.186;

  @Override
  public String name() {
    return "spectrum";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<SpectrumFacts> factsType() {
    return SpectrumFacts.class;
  }

  @Override
  public SpectrumFacts listen(Sound sound, Heard heard) {
    int rateHz = sound.audio().rate().hz();
    int window = OnsetStrength.powerOfTwoNear(WINDOW_SECONDS * rateHz);
    double[] power = power(sound.mono(), window);
    double[] bands = new double[SpectralProfile.BANDS];
    double all = 0;
    for (int band = 0; band < bands.length; band++) {
      double centre = SpectralProfile.centreHz(band) * window / rateHz;
      bands[band] = between(power, centre * Math.pow(2, -1 / 6.0), centre * Math.pow(2, 1 / 6.0));
      all += bands[band];
    }
    List<Double> levels = new ArrayList<>();
    for (double band : bands) {
      double share = all > 0 ? band / all : 0;
      levels.add(Math.max(SpectralProfile.FLOOR_DB, 10 * Math.log10(share + 1e-12)));
    }
    return new SpectrumFacts(levels);
  }

  private static double[] power(float[] mono, int window) {
    Fft fft = new Fft(window);
    double[] weights = Windows.hann(window);
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    double[] power = new double[fft.bins()];
    for (int at = -window / 2; at < mono.length; at += window / 2) {
      fft.forward(mono, at, weights, real, imaginary);
      for (int k = 0; k < power.length; k++) {
        power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
      }
    }
    return power;
  }

  /** The power between two places on the axis of bins; bins at the edges count by their share. */
  private static double between(double[] power, double from, double to) {
    double sum = 0;
    for (int k = (int) Math.rint(from); k <= Math.min(Math.rint(to), power.length - 1.0); k++) {
      double share = Math.min(to, k + 0.5) - Math.max(from, k - 0.5);
      sum += power[k] * Math.max(0, share);
    }
    return sum;
  }
}

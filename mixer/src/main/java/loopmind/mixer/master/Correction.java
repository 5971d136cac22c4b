package loopmind.mixer.master;

import java.util.Arrays;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Brings the mean spectrum of a mix a little nearer to a target: a shelf at either end and five
 * broad bells between, none of which moves any frequency by more than {@value #MOST_DB} dB in all.
 */
final class Correction {

  static final double MOST_DB = 3;

  private static final double[] CENTRES_HZ = {70, 160, 400, 1000, 2500, 6000, 11_000};
  private static final double STRENGTH = 0.6;
  private static final int FIRST_BAND = 3;
  private static final int LAST_BAND = 26;

  private Correction() {}

  /**
   * Filters, one after the other, that bring {@code heard} nearer to {@code target}.
   *
   * @param heard level of each band of a {@link SpectralProfile}, dB
   */
  static BiquadShape[] shapes(double[] heard, SpectralProfile target, SampleRate rate) {
    double[] lacking = lacking(heard, target);
    double[] gains = new double[CENTRES_HZ.length];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = STRENGTH * around(lacking, CENTRES_HZ[i]);
      gains[i] = Math.max(-MOST_DB, Math.min(MOST_DB, gains[i]));
    }
    // neighbours overlap: where they add up to too much, all of them step back
    double largest = largest(shapes(gains, rate), rate);
    double share = largest > MOST_DB ? MOST_DB / largest : 1;
    return shapes(Arrays.stream(gains).map(gain -> gain * share).toArray(), rate);
  }

  private static double[] lacking(double[] heard, SpectralProfile target) {
    double[] lacking = new double[heard.length];
    double mean = 0;
    for (int band = FIRST_BAND; band <= LAST_BAND; band++) {
      lacking[band] = target.levelsDb().get(band) - heard[band];
      mean += lacking[band] / (LAST_BAND - FIRST_BAND + 1);
    }
    for (int band = FIRST_BAND; band <= LAST_BAND; band++) {
      lacking[band] -= mean;
    }
    return lacking;
  }

  /** Mean over the bands within two thirds of an octave of {@code hz}. */
  private static double around(double[] lacking, double hz) {
    double sum = 0;
    int count = 0;
    for (int band = FIRST_BAND; band <= LAST_BAND; band++) {
      if (Math.abs(Math.log(SpectralProfile.centreHz(band) / hz)) < 0.67 * Math.log(2)) {
        // a band with nothing in it asks for no help
        sum += Math.max(-12, Math.min(12, lacking[band]));
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static BiquadShape[] shapes(double[] gains, SampleRate rate) {
    int last = gains.length - 1;
    BiquadShape[] shapes = new BiquadShape[gains.length];
    shapes[0] = BiquadShape.lowShelf(CENTRES_HZ[0] * 1.3, 0.7, new Decibels(gains[0]), rate);
    shapes[last] =
        BiquadShape.highShelf(CENTRES_HZ[last] * 0.8, 0.7, new Decibels(gains[last]), rate);
    for (int i = 1; i < last; i++) {
      shapes[i] = BiquadShape.peaking(CENTRES_HZ[i], 0.9, new Decibels(gains[i]), rate);
    }
    return shapes;
  }

  /** The most by which all filters together move any frequency, dB. */
  static double largest(BiquadShape[] shapes, SampleRate rate) {
    double largest = 0;
    for (double hz = 20; hz < 20_000; hz *= 1.06) {
      double gain = 1;
      for (BiquadShape shape : shapes) {
        gain *= shape.gainAt(hz, rate);
      }
      largest = Math.max(largest, Math.abs(20 * Math.log10(gain)));
    }
    return largest;
  }
}

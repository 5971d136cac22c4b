package loopmind.mixer.master;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.SpectrumLikeness;

/**
 * Turns the mean spectrum of a mix into that of another track, by a bell at each third octave from
 * 63 Hz to 12.5 kHz, of at most {@value #MOST_DB} dB. Neighbouring bells overlap, so their gains
 * are found by asking all of them together for what is lacking and correcting what comes out (as in
 * V. Välimäki and J. Reiss, "All about audio equalization", 2016, on graphic equalisers). What a
 * mix has not, no filter brings: where nothing sounds, the limit is reached.
 */
public final class SpectrumMatch {

  static final double MOST_DB = 12;

  private static final int ROUNDS = 40;
  private static final double STEP = 0.4, WIDTH_Q = 2.9;

  private SpectrumMatch() {}

  /**
   * @param mix changed
   * @param target that it gets, as far as filters go
   * @throws java.util.concurrent.CancellationException where {@code cancelled} says so
   */
  public static void apply(Reel mix, SpectralProfile target, BooleanSupplier cancelled) {
    Spectrum heard = new Spectrum(mix.rate());
    float[][] block = new float[mix.channels()][Blocks.FRAMES];
    Blocks.each(mix, block, cancelled, (at, count) -> heard.add(block, 0, count));
    BiquadShape[] shapes = shapes(heard.profile(), target, mix.rate());
    Biquad[][] filters = new Biquad[mix.channels()][];
    Arrays.setAll(filters, c -> Biquad.chain(shapes));
    Blocks.each(
        mix,
        block,
        cancelled,
        (at, count) -> {
          for (int c = 0; c < block.length; c++) {
            for (Biquad filter : filters[c]) {
              filter.process(block[c], 0, count);
            }
          }
          mix.write(at, block, count);
        });
  }

  static BiquadShape[] shapes(SpectralProfile heard, SpectralProfile target, SampleRate rate) {
    double[] wanted = SpectrumLikeness.differences(heard, target);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Math.clamp(wanted[i], -MOST_DB, MOST_DB);
    }
    double[] gains = new double[wanted.length];
    BiquadShape[] shapes = bells(gains, rate);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < gains.length; i++) {
        double missing = wanted[i] - responseDb(shapes, centre(i), rate);
        gains[i] = Math.clamp(gains[i] + STEP * missing, -MOST_DB, MOST_DB);
      }
      shapes = bells(gains, rate);
    }
    return shapes;
  }

  private static double centre(int index) {
    return SpectralProfile.centreHz(SpectrumLikeness.FIRST_BAND + index);
  }

  private static BiquadShape[] bells(double[] gains, SampleRate rate) {
    BiquadShape[] shapes = new BiquadShape[gains.length];
    Arrays.setAll(
        shapes, i -> BiquadShape.peaking(centre(i), WIDTH_Q, new Decibels(gains[i]), rate));
    return shapes;
  }

  static double responseDb(BiquadShape[] shapes, double hz, SampleRate rate) {
    double db = 0;
    for (BiquadShape shape : shapes) {
      db += 20 * Math.log10(shape.gainAt(hz, rate));
    }
    return db;
  }
}

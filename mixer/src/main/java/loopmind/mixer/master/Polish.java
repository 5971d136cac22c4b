package loopmind.mixer.master;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;

/**
 * Prepares a mix for its limiter: a correction of its spectrum by at most {@value
 * Correction#MOST_DB} dB, and a compressor that touches only what stands out.
 */
final class Polish {

  private static final double ABOVE_MEAN_LU = 1;
  private static final double RATIO = 1.5;
  private static final Seconds ATTACK = Seconds.ofMillis(30);
  private static final Seconds RELEASE = Seconds.ofMillis(200);

  private Polish() {}

  static void apply(Reel mix, SpectralProfile target, BooleanSupplier cancelled) {
    Spectrum spectrum = new Spectrum(mix.rate());
    LoudnessMeter loudness = new LoudnessMeter(mix.rate(), mix.channels());
    float[][] block = new float[mix.channels()][Blocks.FRAMES];
    Blocks.each(
        mix,
        block,
        cancelled,
        (at, count) -> {
          spectrum.add(block, 0, count);
          loudness.add(block, 0, count);
        });
    Biquad[][] filters = new Biquad[mix.channels()][];
    Arrays.setAll(filters, c -> Correction.filters(spectrum.levelsDb(), target, mix.rate()));
    Compressor glue = new Compressor(glue(loudness.integrated()), mix.channels(), mix.rate());
    float[] gains = new float[Blocks.FRAMES];
    Blocks.each(
        mix,
        block,
        cancelled,
        (at, count) -> {
          filter(block, filters, count);
          glue.gains(block, count, gains);
          for (float[] channel : block) {
            for (int i = 0; i < count; i++) {
              channel[i] *= gains[i];
            }
          }
          mix.write(at, block, count);
        });
  }

  private static void filter(float[][] block, Biquad[][] filters, int count) {
    for (int c = 0; c < block.length; c++) {
      for (Biquad filter : filters[c]) {
        filter.process(block[c], 0, count);
      }
    }
  }

  private static Compressor.Settings glue(Lufs loudness) {
    return new Compressor.Settings(
        new Decibels(loudness.value() + ABOVE_MEAN_LU), RATIO, ATTACK, RELEASE);
  }
}

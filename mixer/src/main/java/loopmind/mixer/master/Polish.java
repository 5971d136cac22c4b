package loopmind.mixer.master;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;
import loopmind.mixer.measure.Hands;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;

/**
 * Prepares a mix for its limiter: a bus compressor holds the roles together, the mean spectrum is
 * corrected by at most {@value Correction#MOST_DB} dB, a second compressor touches only what stands
 * out, and a tape machine comes last where one is wanted. Worked out once from the whole mix; may
 * then be applied to any stretch of it.
 *
 * @param bus the compressor that comes first
 * @param correction filters, one after the other
 * @param glue of the second compressor
 * @param tape what a sine as loud as the mix peaks at, for the tape machine; empty for none
 */
record Polish(
    Compressor.Settings bus,
    List<BiquadShape> correction,
    Compressor.Settings glue,
    Optional<Decibels> tape) {

  private static final double BUS_ABOVE_MEAN_LU = -1.5, BUS_RATIO = 2;
  private static final Seconds BUS_ATTACK = Seconds.ofMillis(20);
  private static final Seconds BUS_RELEASE = Seconds.ofMillis(160);
  private static final double GLUE_ABOVE_MEAN_LU = 1, GLUE_RATIO = 1.5;
  private static final Seconds GLUE_ATTACK = Seconds.ofMillis(30);
  private static final Seconds GLUE_RELEASE = Seconds.ofMillis(200);

  /** A sine peaks this much above its level. */
  private static final double SINE_PEAK_DB = 3;

  Polish {
    correction = List.copyOf(correction);
  }

  /** Polishes all of {@code mix} in place; gives what it did. */
  static Polish apply(Reel mix, MasterGoal goal, BooleanSupplier cancelled, Hands hands) {
    Spectrum spectrum = new Spectrum(mix.rate());
    LoudnessMeter before = new LoudnessMeter(mix.rate(), mix.channels());
    LoudnessMeter after = new LoudnessMeter(mix.rate(), mix.channels());
    float[][] block = new float[mix.channels()][Blocks.FRAMES];
    float[] gains = new float[Blocks.FRAMES];
    Blocks.each(mix, block, cancelled, (at, count) -> before.add(block, 0, count));
    Compressor.Settings bus = bus(before.integrated());
    Compressor compressor = new Compressor(bus, mix.channels(), mix.rate());
    Blocks.each(
        mix,
        block,
        cancelled,
        (at, count) -> {
          turn(compressor, block, gains, count);
          hands.each(
              2,
              half -> {
                if (half == 0) {
                  spectrum.add(block, 0, count);
                } else {
                  after.add(block, 0, count);
                }
              });
          mix.write(at, block, count);
        });
    Lufs mean = after.integrated();
    boolean onTape = goal.treatment() == MasterGoal.Treatment.TAPE;
    Polish polish =
        new Polish(
            bus,
            List.of(Correction.shapes(spectrum.levelsDb(), goal.spectrum(), mix.rate())),
            glue(mean),
            onTape ? Optional.of(new Decibels(mean.value() + SINE_PEAK_DB)) : Optional.empty());
    polish.afterBus(mix, block, gains, cancelled, hands);
    return polish;
  }

  private static Compressor.Settings bus(Lufs mean) {
    return new Compressor.Settings(
        new Decibels(mean.value() + BUS_ABOVE_MEAN_LU), BUS_RATIO, BUS_ATTACK, BUS_RELEASE);
  }

  private static Compressor.Settings glue(Lufs mean) {
    return new Compressor.Settings(
        new Decibels(mean.value() + GLUE_ABOVE_MEAN_LU), GLUE_RATIO, GLUE_ATTACK, GLUE_RELEASE);
  }

  private void afterBus(
      Reel mix, float[][] block, float[] gains, BooleanSupplier cancelled, Hands hands) {
    Line line = new Line(mix.channels(), mix.rate(), hands);
    Blocks.each(
        mix,
        block,
        cancelled,
        (at, count) -> {
          line.process(block, gains, count);
          mix.write(at, block, count);
        });
  }

  /** Does the same to a stretch of the mix, in place. */
  void again(Reel stretch, BooleanSupplier cancelled) {
    Compressor first = new Compressor(bus, stretch.channels(), stretch.rate());
    Line line = new Line(stretch.channels(), stretch.rate(), Hands.ONE);
    float[][] block = new float[stretch.channels()][Blocks.FRAMES];
    float[] gains = new float[Blocks.FRAMES];
    Blocks.each(
        stretch,
        block,
        cancelled,
        (at, count) -> {
          turn(first, block, gains, count);
          line.process(block, gains, count);
          stretch.write(at, block, count);
        });
  }

  private static void turn(Compressor compressor, float[][] block, float[] gains, int count) {
    compressor.gains(block, count, gains);
    for (float[] channel : block) {
      for (int i = 0; i < count; i++) {
        channel[i] *= gains[i];
      }
    }
  }

  /** What follows the bus compressor, with its state. */
  private final class Line {
    private final Biquad[][] filters;
    private final Compressor compressor;
    private final Optional<Tape> machine;
    private final Hands hands;

    Line(int channels, SampleRate rate, Hands hands) {
      this.hands = hands;
      filters = new Biquad[channels][];
      Arrays.setAll(filters, c -> Biquad.chain(correction.toArray(BiquadShape[]::new)));
      compressor = new Compressor(glue, channels, rate);
      machine = tape.map(level -> new Tape(level, channels, rate));
    }

    void process(float[][] block, float[] gains, int count) {
      hands.each(
          block.length,
          c -> {
            for (Biquad filter : filters[c]) {
              filter.process(block[c], 0, count);
            }
          });
      turn(compressor, block, gains, count);
      machine.ifPresent(m -> m.process(block, count, hands));
    }
  }
}

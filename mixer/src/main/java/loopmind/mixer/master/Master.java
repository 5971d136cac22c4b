package loopmind.mixer.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.mixer.measure.Hands;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Meter;
import loopmind.mixer.measure.TruePeakMeter;

/**
 * Brings a mix to its loudness under a true-peak limit.
 *
 * <p>The sound is prepared once, where the goal asks for it ({@link Polish}). The gain before the
 * limiter is sought by the secant method on an outline of the mix ({@link GainSearch}), which also
 * tells whether the limiter alone would be heard at work; then the highest peaks are rounded off
 * first ({@link Rounding}). The sound itself goes through the limiter and is measured; what the
 * outline missed is made up for until the loudness is within {@value #CLOSE_LU} LU, and where
 * moving gain made a peak between frames too high, the ceiling is lowered by as much.
 */
public final class Master {

  /** How near to the goal a try has to come. */
  static final double CLOSE_LU = 0.03;

  private static final int MOST_PASSES = 16;

  private static final int MOST_ROUNDINGS = 5;
  private static final Decibels TOPS = new Decibels(-2);
  private static final double MARGIN_DB = 0.12;
  private static final double NO_ROUNDING_DB = 100;

  /** Takes the master, block by block, in order. */
  public interface Listener {
    void hear(float[][] block, int count);
  }

  private final Reel mix;
  private final MasterGoal goal;
  private final BooleanSupplier cancelled;
  private final Hands hands;
  private final float[][] block;
  private final float[][] peaks = new float[1][Blocks.FRAMES];
  private final List<Decibels> roundings = new ArrayList<>();
  private Optional<Polish> polish = Optional.empty();
  private double ceilingDb;
  private double gainDb;
  private int passes;

  /**
   * @param mix changed by mastering
   * @param cancelled asked between blocks; true ends the work with {@link CancellationException}
   */
  public Master(Reel mix, MasterGoal goal, BooleanSupplier cancelled) {
    this(mix, goal, cancelled, Hands.ONE);
  }

  /**
   * @param hands that work on the channels; how many change no sample
   */
  public Master(Reel mix, MasterGoal goal, BooleanSupplier cancelled, Hands hands) {
    this.mix = mix;
    this.hands = hands;
    this.goal = goal;
    this.cancelled = cancelled;
    block = new float[mix.channels()][Blocks.FRAMES];
    ceilingDb = goal.truePeak().value() - MARGIN_DB;
  }

  /** Masters the mix and gives it to {@code listener}. */
  public Mastered give(Listener listener) {
    if (goal.treatment() != MasterGoal.Treatment.LEVEL_ONLY) {
      polish = Optional.of(Polish.apply(mix, goal, cancelled, hands));
    }
    try (Swings swings = new Swings(mix, cancelled, hands);
        Reel out = new Reel(mix.rate(), mix.channels(), mix.frames())) {
      Mastered result = approach(swings, out);
      double over = result.truePeak().value() - goal.truePeak().value();
      double trimDb = Math.min(0, -over);
      float trim = (float) new Decibels(trimDb).ratio();
      Blocks.each(
          out,
          block,
          cancelled,
          (at, count) -> {
            for (float[] channel : block) {
              for (int i = 0; i < count && trim != 1; i++) {
                channel[i] *= trim;
              }
            }
            listener.hear(block, count);
          });
      return result.trimmed(new Decibels(trimDb));
    }
  }

  private Mastered approach(Swings swings, Reel out) {
    Lufs before = swings.follow();
    if (before.equals(Lufs.SILENCE)) {
      return last(swings, out);
    }
    double wanted = goal.loudness().value();
    int roundings = 0;
    while (roundings < MOST_ROUNDINGS && roundPeaks(swings)) {
      roundings++;
    }
    double outlineMissed = 0;
    while (true) {
      GainSearch search = new GainSearch(swings.sketch(), new Decibels(ceilingDb), goal);
      gainDb = search.gainFor(wanted - outlineMissed);
      Mastered result = last(swings, out);
      double missed = result.loudness().value() - wanted;
      double over = result.truePeak().value() - goal.truePeak().value();
      if ((Math.abs(missed) <= CLOSE_LU && over <= 0) || passes >= MOST_PASSES) {
        return result;
      }
      if (missed < -CLOSE_LU && search.isExhausted(gainDb)) {
        // the outline thought it could be done: take the tops off what is left and look again
        round(swings, swings.sketch().highest().plus(TOPS));
        outlineMissed = 0;
        continue;
      }
      outlineMissed += missed;
      ceilingDb -= over > 0 ? over + MARGIN_DB / 6 : 0;
    }
  }

  /** Rounds peaks once more where that is needed; says whether it was. */
  private boolean roundPeaks(Swings swings) {
    GainSearch search = new GainSearch(swings.sketch(), new Decibels(ceilingDb), goal);
    Decibels level = search.roundingLevel();
    boolean needed = level.value() < NO_ROUNDING_DB;
    if (needed) {
      round(swings, level);
    }
    return needed;
  }

  private void round(Swings swings, Decibels level) {
    Rounding.apply(mix, level, cancelled);
    roundings.add(level);
    swings.follow();
  }

  private Mastered last(Swings swings, Reel out) {
    TruePeakMeter peak = new TruePeakMeter(mix.channels());
    LoudnessMeter loudness = new LoudnessMeter(mix.rate(), mix.channels());
    long[] written = {0};
    pass(
        swings,
        (part, from, count) -> {
          hands.each(
              2,
              half -> {
                if (half == 0) {
                  peak.add(part, from, count);
                } else {
                  loudness.add(part, from, count);
                  out.write(written[0], part, count);
                }
              });
          written[0] += count;
        });
    passes++;
    Decibels gain = new Decibels(gainDb);
    return new Mastered(
        loudness.integrated(),
        peak.truePeak(),
        gain,
        passes,
        new MasterRecipe(goal, polish, roundings, gain, new Decibels(ceilingDb)));
  }

  /** One run through the limiter; what comes out is as long as the mix. */
  private void pass(Swings swings, Meter heard) {
    double gain = new Decibels(gainDb).ratio();
    Limiter limiter =
        new Limiter(mix.channels(), new Decibels(ceilingDb), goal.lookAhead(), mix.rate());
    long all = mix.frames() + limiter.latency();
    for (long at = 0; at < all; at += Blocks.FRAMES) {
      int count = (int) Math.min(Blocks.FRAMES, all - at);
      Blocks.stopIf(cancelled);
      Blocks.readPadded(mix, at, block, count);
      Blocks.readPadded(swings.reel(), at, peaks, count);
      limiter.process(block, peaks[0], gain, count);
      int early = (int) Math.max(0, Math.min(count, limiter.latency() - at));
      for (float[] channel : block) {
        System.arraycopy(channel, early, channel, 0, count - early);
      }
      heard.add(block, 0, count - early);
    }
  }
}

package loopmind.mixer.master;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Meter;
import loopmind.mixer.measure.TruePeakMeter;

/**
 * Brings a mix to its loudness under a true-peak limit.
 *
 * <p>The sound is prepared once, where the goal asks for it ({@link Polish}). Then the gain before
 * the limiter is sought by the secant method, each try a run through limiter and loudness meter,
 * until the loudness is within {@value #CLOSE_LU} LU. Where the limiter alone cannot make it that
 * loud unheard, the highest peaks are rounded off first ({@link Rounding}). The last run is
 * measured again; where moving gain made a peak between frames too high, the ceiling is lowered by
 * as much and the gain sought anew.
 */
public final class Master {

  /** How near to the goal a try has to come. */
  static final double CLOSE_LU = 0.03;

  private static final int MOST_PASSES = 10;
  private static final int MOST_ROUNDS = 12;
  private static final int MOST_ROUNDINGS = 7;
  private static final double MARGIN_DB = 0.12;
  private static final double MOST_GAIN_DB = 60;
  private static final double FLAT_SLOPE = 0.3;

  /** A limiter that swallows more than this would be heard at work: peaks are rounded first. */
  private static final double MOST_SWALLOWED_LU = 1.5;

  /** Takes the master, block by block, in order. */
  public interface Listener {
    void hear(float[][] block, int count);
  }

  private final Reel mix;
  private final MasterGoal goal;
  private final BooleanSupplier cancelled;
  private final float[][] block;
  private final float[][] peaks = new float[1][Blocks.FRAMES];
  private double ceilingDb;
  private double gainDb;
  private double heardLufs;
  private int passes;

  /**
   * @param mix changed by mastering
   * @param cancelled asked between blocks; true ends the work with {@link CancellationException}
   */
  public Master(Reel mix, MasterGoal goal, BooleanSupplier cancelled) {
    this.mix = mix;
    this.goal = goal;
    this.cancelled = cancelled;
    block = new float[mix.channels()][Blocks.FRAMES];
    ceilingDb = goal.truePeak().value() - MARGIN_DB;
  }

  /** Masters the mix and gives it to {@code listener}. */
  public Mastered give(Listener listener) {
    if (goal.treatment() == MasterGoal.Treatment.POLISHED) {
      Polish.apply(mix, goal.spectrum(), cancelled);
    }
    try (Swings swings = new Swings(mix, cancelled);
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
    gainDb = before.gainTo(goal.loudness()).value();
    int roundings = 0;
    for (int round = 1; ; round++) {
      seek(swings, roundings < MOST_ROUNDINGS ? MOST_SWALLOWED_LU : Double.MAX_VALUE);
      double lackingLu = goal.loudness().value() - heardLufs;
      if (lackingLu > CLOSE_LU && roundings < MOST_ROUNDINGS) {
        roundings++;
        Lufs mixLoudness = swings.loudness();
        Rounding.apply(mix, Rounding.level(mixLoudness, goal, roundings), cancelled);
        gainDb = swings.follow().gainTo(goal.loudness()).value();
        continue;
      }
      Mastered result = last(swings, out);
      double over = result.truePeak().value() - goal.truePeak().value();
      if (over <= 0 || round >= MOST_ROUNDS) {
        return result;
      }
      ceilingDb -= over + MARGIN_DB / 6;
    }
  }

  private Mastered last(Swings swings, Reel out) {
    TruePeakMeter peak = new TruePeakMeter(mix.channels());
    LoudnessMeter loudness = new LoudnessMeter(mix.rate(), mix.channels());
    long[] written = {0};
    pass(
        swings,
        (part, from, count) -> {
          peak.add(part, from, count);
          loudness.add(part, from, count);
          out.write(written[0], part, count);
          written[0] += count;
        });
    return new Mastered(loudness.integrated(), peak.truePeak(), new Decibels(gainDb), passes);
  }

  /** Moves {@link #gainDb} until the loudness fits, or hardly answers any more. */
  private void seek(Swings swings, double mostSwallowedLu) {
    double wanted = goal.loudness().value();
    heardLufs = heard(swings);
    if (swings.loudness().value() + gainDb - heardLufs > mostSwallowedLu) {
      return;
    }
    double gainBefore = gainDb - 1;
    double heardBefore = heardLufs - 1;
    for (int tries = 1; Math.abs(heardLufs - wanted) > CLOSE_LU; tries++) {
      // the limiter never gives back more than it is given
      double slope = Math.min(1, (heardLufs - heardBefore) / (gainDb - gainBefore));
      boolean saturated = slope < FLAT_SLOPE && wanted - heardLufs > CLOSE_LU;
      if (saturated || tries == MOST_PASSES) {
        return;
      }
      gainBefore = gainDb;
      heardBefore = heardLufs;
      double step = (wanted - heardLufs) / Math.max(FLAT_SLOPE, slope);
      gainDb = Math.min(MOST_GAIN_DB, gainDb + step);
      heardLufs = heard(swings);
    }
  }

  private double heard(Swings swings) {
    LoudnessMeter meter = new LoudnessMeter(mix.rate(), mix.channels());
    pass(swings, meter);
    passes++;
    return meter.integrated().value();
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

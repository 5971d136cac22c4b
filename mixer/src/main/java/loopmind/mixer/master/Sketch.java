package loopmind.mixer.master;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.measure.KWeighting;
import loopmind.mixer.measure.LoudnessMeter;

/**
 * A mix in outline, for trying gains without sound: in steps of {@value #STEP} frames how far it
 * swings and how much weighted energy it has. A limiter moves its gain slowly against a step, so
 * the loudness it leaves follows from the outline to a few hundredths of a LU, at a hundredth of
 * the work.
 */
final class Sketch {

  static final int STEP = 16;

  private static final int POWERS_A_SECOND = 10;

  private final SampleRate rate;
  private final KWeighting[] weighting;
  private final float[] swings;
  private final float[] energies;
  private int energyStep;

  Sketch(Reel mix) {
    rate = mix.rate();
    weighting = new KWeighting[mix.channels()];
    Arrays.setAll(weighting, c -> new KWeighting(rate));
    int steps = (int) ((mix.frames() + STEP - 1) / STEP);
    swings = new float[steps];
    energies = new float[steps];
  }

  /** Takes the next frames; {@code count} a multiple of {@link #STEP} but at the end. */
  void hear(float[][] block, int count) {
    for (int from = 0; from < count; from += STEP) {
      int part = Math.min(STEP, count - from);
      double energy = 0;
      for (int c = 0; c < weighting.length; c++) {
        energy += weighting[c].energy(block[c], from, part);
      }
      energies[energyStep++] = (float) energy;
    }
  }

  /** Takes the swing of the frame {@code at}. */
  void swing(long at, float size) {
    int step = (int) (at / STEP);
    swings[step] = Math.max(swings[step], size);
  }

  /** How far the mix swings at most, dBTP; more than silence. */
  Decibels highest() {
    float highest = 1e-6f;
    for (float swing : swings) {
      highest = Math.max(highest, swing);
    }
    return Decibels.ofRatio(highest);
  }

  /**
   * The loudness that a limiter would leave.
   *
   * @param shape what happens to the size of a peak before the gain
   */
  Lufs loudness(double gainDb, Decibels ceiling, MasterGoal goal, DoubleUnaryOperator shape) {
    SampleRate stepRate = new SampleRate(rate.hz() / STEP);
    Limiter limiter = new Limiter(0, ceiling, goal.lookAhead(), stepRate);
    double gain = new Decibels(gainDb).ratio();
    int perPower = stepRate.hz() / POWERS_A_SECOND;
    double[] powers = new double[swings.length / perPower];
    int late = limiter.latency();
    for (int step = 0; step < powers.length * perPower + late; step++) {
      double size = step < swings.length ? shape.applyAsDouble(swings[step]) : 0;
      double reduction = limiter.reduction(size * gain);
      int now = step - late;
      if (now >= 0) {
        double shaped = swings[now] > 0 ? shape.applyAsDouble(swings[now]) / swings[now] : 1;
        double factor = gain * reduction * shaped;
        powers[now / perPower] += energies[now] * factor * factor / (perPower * STEP);
      }
    }
    return LoudnessMeter.ofPowers(powers);
  }
}

package loopmind.mixer.mix;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * Makes the hits of a loop stand out of what rings between them, or sink into it: where a fast
 * envelope lies above a slow one, a hit begins, and it is turned up by up to {@value #STEP_DB} dB
 * for each 1 of punch. Envelopes are those of a loop that has repeated for ever, so that its seam
 * is like any other place in it.
 */
final class Punch {

  static final double STEP_DB = 4;

  private static final Seconds FAST = Seconds.ofMillis(1.5), SLOW = Seconds.ofMillis(40);
  private static final Seconds RELEASE = Seconds.ofMillis(25), SMOOTH = Seconds.ofMillis(1);

  /**
   * How far the fast envelope lies above the slow one where a hit begins, and where it is whole.
   */
  private static final double HIT_DB = 4, WHOLE_DB = 9;

  private final double fast;
  private final double slow;
  private final double release;
  private final double smooth;
  private double quick;
  private double lazy;
  private double gainDb;

  private Punch(SampleRate rate) {
    fast = step(FAST, rate);
    slow = step(SLOW, rate);
    release = step(RELEASE, rate);
    smooth = step(SMOOTH, rate);
  }

  private static double step(Seconds time, SampleRate rate) {
    return -Math.expm1(-1 / (time.value() * rate.hz()));
  }

  /**
   * Changes {@code channels} in place, all alike.
   *
   * @param warmUp frames of the end of the loop that were heard before its beginning; 0 for a hit
   */
  static void apply(float[][] channels, double punch, int warmUp, SampleRate rate) {
    Punch shaper = new Punch(rate);
    int frames = channels[0].length;
    for (int i = -warmUp; i < 0; i++) {
      shaper.gain(channels, Math.floorMod(i, frames), punch);
    }
    for (int i = 0; i < frames; i++) {
      double gain = shaper.gain(channels, i, punch);
      for (float[] channel : channels) {
        channel[i] *= (float) gain;
      }
    }
  }

  private double gain(float[][] channels, int i, double punch) {
    double size = 0;
    for (float[] channel : channels) {
      size = Math.max(size, Math.abs(channel[i]));
    }
    quick += (size > quick ? fast : release) * (size - quick);
    lazy += slow * (size - lazy);
    double aboveDb = 20 * Math.log10((quick + 1e-6) / (lazy + 1e-6));
    double wanted = punch * STEP_DB * Math.clamp((aboveDb - HIT_DB) / (WHOLE_DB - HIT_DB), 0, 1);
    gainDb += smooth * (wanted - gainDb);
    return Math.pow(10, gainDb / 20);
  }
}

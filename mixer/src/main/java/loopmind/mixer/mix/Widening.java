package loopmind.mixer.mix;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Spreads a stereo loop to the sides: their difference is turned up, and the middle above {@value
 * #FROM_HZ} Hz comes back in it {@link #DELAY} later, so that a mono loop spreads as well (H.
 * Lauridsen, 1954). The sum of the sides, which a single speaker plays, stays as it is.
 */
final class Widening {

  private static final double FROM_HZ = 250;
  private static final Seconds DELAY = Seconds.ofMillis(11);
  private static final double STRETCH = 0.35, SPREAD = 0.25;

  private Widening() {}

  /**
   * Changes {@code sides} in place.
   *
   * @param warmUp frames of the end that were heard before the beginning; 0 for what does not go
   *     round
   */
  static void apply(float[][] sides, int strength, int warmUp, SampleRate rate) {
    int frames = sides[0].length;
    int delay = (int) rate.framesIn(DELAY);
    float[] late = new float[frames];
    Biquad cut = new Biquad(BiquadShape.highPass(FROM_HZ, BiquadShape.BUTTERWORTH_Q, rate));
    for (int i = -warmUp; i < frames; i++) {
      int from = i - delay;
      boolean there = from >= 0 || warmUp > 0;
      int place = Math.floorMod(from, frames);
      double middle = there ? (sides[0][place] + sides[1][place]) / 2.0 : 0;
      double above = cut.next(middle);
      if (i >= 0) {
        late[i] = (float) above;
      }
    }
    for (int i = 0; i < frames; i++) {
      double middle = (sides[0][i] + sides[1][i]) / 2.0;
      double side = (sides[0][i] - sides[1][i]) / 2.0;
      double wider = side * (1 + STRETCH * strength) + SPREAD * strength * late[i];
      sides[0][i] = (float) (middle + wider);
      sides[1][i] = (float) (middle - wider);
    }
  }
}

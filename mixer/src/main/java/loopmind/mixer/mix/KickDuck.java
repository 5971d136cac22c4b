package loopmind.mixer.mix;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Hears the kicks in the drums and says how far they are sounding, so that others make room for
 * them: an envelope of what lies below {@value #KICK_BELOW_HZ} Hz, relative to the loudest kick of
 * the last seconds. Holds the state of one song.
 */
final class KickDuck {

  private static final double KICK_BELOW_HZ = 110;
  private static final Seconds ATTACK = Seconds.ofMillis(1.5);
  private static final Seconds RELEASE = Seconds.ofMillis(90);
  private static final Seconds MEMORY = new Seconds(8);
  private static final double FLOOR = 0.0015;
  private static final double FROM = 0.3;
  private static final double TO = 0.8;

  private final Biquad[] lowPass;
  private final double attack;
  private final double release;
  private final double forget;
  private double envelope;
  private double loudest = FLOOR;

  KickDuck(SampleRate rate) {
    BiquadShape shape = BiquadShape.lowPass(KICK_BELOW_HZ, BiquadShape.BUTTERWORTH_Q, rate);
    lowPass = Biquad.chain(shape, shape);
    attack = -Math.expm1(-1 / (ATTACK.value() * rate.hz()));
    release = -Math.expm1(-1 / (RELEASE.value() * rate.hz()));
    forget = Math.exp(-1 / (MEMORY.value() * rate.hz()));
  }

  /**
   * @param drums their next {@code count} frames
   * @param kick filled with 0 (none sounds) to 1
   */
  void follow(float[][] drums, int count, float[] kick) {
    for (int i = 0; i < count; i++) {
      double low = lowPass[1].next(lowPass[0].next((drums[0][i] + drums[1][i]) / 2));
      double size = Math.abs(low);
      envelope += (size > envelope ? attack : release) * (size - envelope);
      loudest = Math.max(Math.max(FLOOR, envelope), loudest * forget);
      double share = (envelope / loudest - FROM) / (TO - FROM);
      kick[i] = (float) Math.max(0, Math.min(1, share));
    }
  }
}

package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Bass drums: a sine that falls to its note, a click in front, and some warmth. */
final class Kicks {

  private Kicks() {}

  /**
   * @param lowHz frequency it settles on
   * @param sweepHz how far above it begins
   * @param sweep seconds in which the fall slows to 37 %
   * @param tau seconds in which the level falls to 37 %
   * @param drive 1 clean to 6 hard
   * @param click level of the beater
   */
  static Voice kick(
      double lowHz, double sweepHz, double sweep, double tau, double drive, double click) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var beater = new Svf(strike.hz());
      double low = lowHz * strike.detune();
      double[] phase = {0};
      double length = Math.min(1.4, tau * 6);
      return Sound.mono(
          strike.hz(),
          length,
          t -> {
            // the first fall is steeper than the second: a beater, then a skin
            double hz = low + sweepHz * (0.7 * exp(-t / sweep) + 0.9 * exp(-t / (sweep * 0.15)));
            phase[0] += hz / strike.hz();
            double body = Wave.sine(phase[0]) * Envelope.struck(t, tau);
            double shaped = tanh(drive * body) / tanh(drive);
            double noise = beater.band(chance.nextDouble(-1, 1), 3200, 0.8) * exp(-t / 0.0025);
            return strike.velocity() * (shaped * Envelope.ending(t, length, 0.06) + click * noise);
          });
    };
  }

  static Voice trap() {
    return kick(52, 210, 0.022, 0.11, 2.2, 1.1);
  }

  static Voice dusty() {
    return kick(58, 130, 0.018, 0.09, 3.5, 0.8);
  }

  static Voice house() {
    return kick(49, 190, 0.03, 0.16, 2.0, 0.7);
  }

  static Voice techno() {
    return kick(46, 260, 0.028, 0.19, 4.5, 0.9);
  }

  static Voice trance() {
    return kick(50, 300, 0.026, 0.14, 2.6, 1.3);
  }

  static Voice breaks() {
    return kick(56, 170, 0.02, 0.1, 3, 1.0);
  }

  static Voice soft() {
    return kick(50, 80, 0.03, 0.14, 1.2, 0.15);
  }
}

package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Toms, congas, wood and bells. */
final class HandDrums {

  private HandDrums() {}

  /**
   * A skin that bends its note downwards; the pitch of the strike is its note.
   *
   * @param bend how far above its note it begins, as a share
   * @param tau seconds in which it falls to 37 %
   * @param slap level of the hand
   */
  static Voice skin(double bend, double tau, double slap) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var hand = new Svf(strike.hz());
      double[] phase = {0, 0};
      double hz = strike.frequency();
      return Sound.mono(
          strike.hz(),
          Math.min(1.2, tau * 6),
          t -> {
            double now = hz * (1 + bend * strike.velocity() * exp(-t / 0.03));
            phase[0] += now / strike.hz();
            phase[1] += now * 1.59 / strike.hz();
            double tone =
                Wave.sine(phase[0]) * Envelope.struck(t, tau)
                    + 0.35 * Wave.sine(phase[1]) * Envelope.struck(t, tau * 0.4);
            double noise = hand.band(chance.nextDouble(-1, 1), 1900, 0.8) * exp(-t / 0.006);
            return strike.velocity() * tanh(1.5 * (tone + slap * strike.velocity() * noise)) * 0.8;
          });
    };
  }

  static Voice tom() {
    return skin(0.5, 0.16, 0.5);
  }

  static Voice conga() {
    return skin(0.12, 0.09, 1.2);
  }

  static Voice bongo() {
    return skin(0.1, 0.05, 1.4);
  }

  /** Wood: two short inharmonic partials. */
  static Voice wood() {
    return strike ->
        Sound.mono(
            strike.hz(),
            0.12,
            t -> {
              double hz = strike.frequency();
              double tone =
                  Wave.sine(hz * t) * Envelope.struck(t, 0.018)
                      + 0.5 * Wave.sine(hz * 2.71 * t) * Envelope.struck(t, 0.008);
              return strike.velocity() * tanh(1.6 * tone) * 0.8;
            });
  }

  /** A cowbell: two squares, a fifth and a bit apart, through a narrow band. */
  static Voice cowbell() {
    return strike -> {
      var band = new Svf(strike.hz());
      var low = new Oscillator(strike.hz(), 0);
      var high = new Oscillator(strike.hz(), 0.3);
      double hz = strike.frequency();
      return Sound.mono(
          strike.hz(),
          0.5,
          t -> {
            double source = low.pulse(hz, 0.5) + high.pulse(hz * 1.504, 0.5);
            double level = 0.7 * Envelope.struck(t, 0.02) + 0.3 * Envelope.struck(t, 0.1);
            return strike.velocity() * level * band.band(source, hz * 1.6, 1.2);
          });
    };
  }
}

package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Hats, rides, crashes and shakers: metal made of six inharmonic squares, and noise. */
final class Cymbals {

  /** The six oscillators of a well-known drum machine, in Hz. */
  private static final double[] METAL = {205.3, 304.4, 369.6, 522.7, 540, 800};

  private Cymbals() {}

  /**
   * @param tau seconds in which it falls to 37 %
   * @param cornerHz what lies below is taken out
   * @param metal share of metal against noise, 0 to 1
   */
  static Voice hat(double tau, double cornerHz, double metal) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var first = new Svf(strike.hz());
      var second = new Svf(strike.hz());
      var ring = new Svf(strike.hz());
      var air = new Svf(strike.hz());
      Oscillator[] squares = squares(strike, chance);
      // a soft stroke is darker and shorter
      double force = 0.55 + 0.45 * strike.velocity();
      double fall = tau * force;
      return Sound.mono(
          strike.hz(),
          Math.min(1.6, fall * 6 + 0.01),
          t -> {
            double sum = 0;
            for (int i = 0; i < METAL.length; i++) {
              sum += squares[i].pulse(METAL[i] * 2.1 * strike.detune(), 0.5);
            }
            double source = metal * sum / 3 + (1 - metal) * chance.nextDouble(-1, 1);
            double high = second.high(first.high(source, cornerHz, 0.8), cornerHz, 0.8);
            double bright = high + 0.5 * ring.band(high, 9500 * force, 1.5);
            double level =
                Math.min(1, t / 0.0003) * (0.75 * exp(-t / fall) + 0.35 * exp(-t / (fall * 0.2)));
            // real metal has little above 12 kHz
            return strike.velocity() * air.low(tanh(1.4 * bright), 11_500, 0.7) * level;
          });
    };
  }

  private static Oscillator[] squares(Strike strike, SplittableRandom chance) {
    Oscillator[] squares = new Oscillator[METAL.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = new Oscillator(strike.hz(), chance.nextDouble());
    }
    return squares;
  }

  static Voice closed() {
    return hat(0.032, 7200, 0.55);
  }

  static Voice tight() {
    return hat(0.02, 8200, 0.35);
  }

  static Voice dusty() {
    return hat(0.035, 4800, 0.5);
  }

  static Voice open() {
    return hat(0.16, 6500, 0.6);
  }

  static Voice ride() {
    return hat(0.3, 4200, 0.85);
  }

  static Voice crash() {
    return hat(0.42, 3000, 0.45);
  }

  /** A shaker swings before it strikes. */
  static Voice shaker(double centreHz) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var beads = new Svf(strike.hz());
      double swing = 0.018 - 0.008 * strike.velocity();
      return Sound.mono(
          strike.hz(),
          0.14,
          t -> {
            double level =
                t < swing
                    ? 0.5 * (t / swing) * (t / swing)
                    : exp(-(t - swing) / 0.028) * Math.min(1, 0.5 + (t - swing) / 0.004);
            double noise = beads.band(chance.nextDouble(-1, 1), centreHz * strike.detune(), 0.9);
            return strike.velocity() * 1.4 * level * noise;
          });
    };
  }
}

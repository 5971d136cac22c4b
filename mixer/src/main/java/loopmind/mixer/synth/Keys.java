package loopmind.mixer.synth;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sqrt;

import java.util.SplittableRandom;

/** Instruments with keys. */
final class Keys {

  /** Levels of the drawbars of {@link #organ}, from the octave below up. */
  private static final double[] DRAWBAR = {0.5, 1, 0.35, 0.6, 0.25, 0.15};

  private static final double[] FOOTAGE = {0.5, 1, 1.5, 2, 3, 4};

  private Keys() {}

  /** A tine piano: a bell-like attack over a soft fundamental, swaying from side to side. */
  static Voice tines(double bark, double swayHz) {
    return strike -> {
      double hz = strike.frequency();
      double force = strike.velocity();
      double length = strike.seconds() + 0.5;
      double start = strike.chance().nextDouble();
      var tone =
          new Object() {
            double at(double t) {
              double index = bark * force * force * (0.25 + exp(-t / 0.35)) * sqrt(262 / hz);
              double body = Wave.sine(hz * t + index / (2 * PI) * Wave.sine(hz * t));
              double tine =
                  0.22 * force * exp(-t / 0.08) * Wave.sine(hz * 7.03 * t)
                      + 0.05 * force * exp(-t / 0.03) * Wave.sine(hz * 14.1 * t);
              double fall = exp(-t / (2.6 * sqrt(262 / hz)));
              return force
                  * (body * fall + tine)
                  * Envelope.held(t, strike.seconds(), 0.002, 9, 1, 0.09);
            }
          };
      return Sound.stereo(
          strike.hz(),
          length,
          t -> tone.at(t) * (1 + 0.28 * Wave.sine(swayHz * t + start)),
          t -> tone.at(t) * (1 - 0.28 * Wave.sine(swayHz * t + start)));
    };
  }

  /**
   * Struck strings: two a note, slightly stretched partials that beat, and the hammer.
   *
   * @param softness 1 bright, 3 felt
   */
  static Voice piano(double softness) {
    return strike -> {
      var strings = new Strings(strike, softness);
      var hammer = new Svf(strike.hz());
      SplittableRandom chance = strike.chance();
      return Sound.mono(
          strike.hz(),
          Math.min(strike.seconds() + 0.35, 6),
          t -> {
            double knock = 0.12 * hammer.low(chance.nextDouble(-1, 1), 1400 / softness, 0.8);
            return strike.velocity()
                * (0.5 * strings.next(t) + knock * exp(-t / 0.015))
                * Envelope.held(t, strike.seconds(), 0.0025 * softness, 9, 1, 0.08);
          });
    };
  }

  /** The partials of one key: each falls fast at first and slowly after, two strings beating. */
  private static final class Strings {
    private final int partials;
    private final double[] hz;
    private final double[] phase;
    private final double[] fast;
    private final double[] slow;
    private final double[] fastFall;
    private final double[] slowFall;

    Strings(Strike strike, double softness) {
      double base = strike.frequency();
      partials = (int) Math.min(18, 9000 / base);
      hz = new double[partials];
      phase = new double[partials];
      fast = new double[partials];
      slow = new double[partials];
      fastFall = new double[partials];
      slowFall = new double[partials];
      SplittableRandom chance = new SplittableRandom(strike.seed() + 1);
      double damp = 0.35 + base / 700;
      for (int i = 0; i < partials; i++) {
        int n = i + 1;
        hz[i] = n * sqrt(1 + 0.0004 * n * n) * base;
        phase[i] = 0.15 * chance.nextDouble();
        double level = pow(n, -0.9 * softness) * (0.3 + 0.7 * Math.abs(Wave.sine(n / 15.0)));
        fast[i] = 0.7 * level;
        slow[i] = 0.3 * level;
        fastFall[i] = exp(-damp * (1 + 0.45 * n) / strike.hz());
        slowFall[i] = exp(-damp * 0.35 * (1 + 0.3 * n) / strike.hz());
      }
    }

    double next(double t) {
      double sum = 0;
      for (int i = 0; i < partials; i++) {
        double turns = hz[i] * t + phase[i];
        sum += (fast[i] + slow[i]) * (Wave.sine(turns) + 0.7 * Wave.sine(turns * 1.0006));
        fast[i] *= fastFall[i];
        slow[i] *= slowFall[i];
      }
      return sum;
    }
  }

  /** Drawbars through a slow rotor. */
  static Voice organ(double rotorHz) {
    return strike -> {
      double hz = strike.frequency();
      var chance = strike.chance();
      var click = new Svf(strike.hz());
      double turn = chance.nextDouble();
      var tone =
          new Object() {
            double at(double t, double side) {
              double bent = 0.0011 / rotorHz * Wave.sine(rotorHz * t + turn + side);
              double sum = 0;
              for (int i = 0; i < DRAWBAR.length; i++) {
                sum += DRAWBAR[i] * Wave.sine(hz * FOOTAGE[i] * (t + bent));
              }
              double swell = 1 + 0.12 * Wave.sine(rotorHz * t + turn + side);
              return strike.velocity()
                  * sum
                  * swell
                  * Envelope.held(t, strike.seconds(), 0.004, 9, 1, 0.02);
            }
          };
      return Sound.stereo(
          strike.hz(),
          strike.seconds() + 0.12,
          t ->
              tone.at(t, 0)
                  + 0.25 * click.high(chance.nextDouble(-1, 1), 2500, 0.8) * exp(-t / 0.003),
          t -> tone.at(t, 0.22));
    };
  }

  /** Square stabs, as in house. */
  static Voice stab(double cornerHz) {
    return strike -> {
      var chance = strike.chance();
      var saw = new Oscillator(strike.hz(), chance.nextDouble());
      var other = new Oscillator(strike.hz(), chance.nextDouble());
      var filter = new Svf(strike.hz());
      double hz = strike.frequency();
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.25,
          t -> {
            double wave = saw.saw(hz * 1.003) + 0.7 * other.pulse(hz * 0.997, 0.4);
            double corner = hz + cornerHz * strike.velocity() * exp(-t / 0.12);
            double level = Envelope.held(t, strike.seconds(), 0.002, 0.25, 0.3, 0.05);
            return strike.velocity() * level * filter.low(wave * 0.6, corner, 1.2);
          });
    };
  }
}

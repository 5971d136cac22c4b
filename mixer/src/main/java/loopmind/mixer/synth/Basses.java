package loopmind.mixer.synth;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.tanh;

/** Low instruments. */
final class Basses {

  private static final double SLIDE_SECONDS = 0.09;

  private Basses() {}

  /** The frequency of a strike that slides to its note, with a smooth start and end. */
  private static double sliding(Strike strike, double t) {
    double share = Math.min(1, t / Math.min(SLIDE_SECONDS, strike.seconds() * 0.6));
    double smooth = share * share * (3 - 2 * share);
    return Strike.frequency(strike.from() + (strike.pitch() - strike.from()) * smooth);
  }

  /**
   * The long bass drum that became a bass: a sine with a knock in front, saturated until small
   * speakers can hear it; it slides.
   *
   * @param tau seconds in which it falls to 37 %
   * @param drive 1 clean to 5 distorted
   */
  static Voice eightOhEight(double tau, double drive) {
    return strike -> {
      double[] phase = {0};
      double length = strike.seconds() + 0.06;
      boolean slides = strike.from() != strike.pitch();
      return Sound.mono(
          strike.hz(),
          length,
          t -> {
            // a slid note has no new knock
            double knock = slides ? 0 : 1.6 * exp(-t / 0.012);
            phase[0] += sliding(strike, t) * (1 + knock) / strike.hz();
            double body = Wave.sine(phase[0]) * exp(-t / tau);
            double driven = tanh(drive * body) + 0.12 * tanh(drive * 2 * body) * body;
            return strike.velocity()
                * driven
                * Math.min(1, t / 0.002)
                * Envelope.ending(t, length, 0.05);
          });
    };
  }

  /** A sine with a little of its octave. */
  static Voice sub() {
    return strike -> {
      double[] phase = {0};
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.12,
          t -> {
            phase[0] += sliding(strike, t) / strike.hz();
            double level = Envelope.held(t, strike.seconds(), 0.006, 0.4, 0.75, 0.03);
            double wave =
                Wave.sine(phase[0])
                    + 0.22 * Wave.sine(2 * phase[0])
                    + 0.08 * Wave.sine(3 * phase[0]);
            return strike.velocity() * level * tanh(1.3 * wave);
          });
    };
  }

  /** Three saws a few cents apart that beat against each other, over a clean sine. */
  static Voice reese(double cornerHz) {
    return strike -> {
      var chance = strike.chance();
      var filter = new Svf(strike.hz());
      var second = new Svf(strike.hz());
      Oscillator[] saws = new Oscillator[3];
      for (int i = 0; i < saws.length; i++) {
        saws[i] = new Oscillator(strike.hz(), chance.nextDouble());
      }
      double[] phase = {0};
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.15,
          t -> {
            double hz = sliding(strike, t);
            phase[0] += hz / strike.hz();
            double sum = saws[0].saw(hz) + saws[1].saw(hz * 1.0092) + saws[2].saw(hz * 0.9914);
            double open = cornerHz * (1 + 0.45 * Wave.sine(0.9 * t));
            double growl = second.low(filter.low(sum / 2, open, 0.9), open * 1.3, 0.8);
            double level = Envelope.held(t, strike.seconds(), 0.012, 0.6, 0.85, 0.04);
            return strike.velocity() * level * tanh(1.1 * growl + 0.75 * Wave.sine(phase[0]));
          });
    };
  }

  /** A saw through a filter that squelches; slides where the line does. */
  static Voice acid(double cornerHz, double resonance) {
    return strike -> {
      var saw = new Oscillator(strike.hz(), 0);
      var first = new Svf(strike.hz());
      var second = new Svf(strike.hz());
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.08,
          t -> {
            double accent = strike.velocity();
            double corner = cornerHz * (0.5 + 4.5 * accent * exp(-t / (0.09 + 0.08 * accent)));
            double wave = saw.saw(sliding(strike, t));
            double sharp = first.low(wave, corner, resonance);
            double level = Envelope.held(t, strike.seconds(), 0.003, 0.25, 0.55, 0.02);
            return accent * level * tanh(1.4 * second.low(sharp, corner * 1.6, 0.7));
          });
    };
  }

  /** A saw and a square under a fast filter: the short notes of trance and house. */
  static Voice pluck(double cornerHz, double tau) {
    return strike -> {
      var saw = new Oscillator(strike.hz(), 0);
      var square = new Oscillator(strike.hz(), 0);
      var filter = new Svf(strike.hz());
      double[] phase = {0};
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.1,
          t -> {
            double hz = sliding(strike, t);
            phase[0] += hz / strike.hz();
            double corner = hz * 1.5 + cornerHz * strike.velocity() * exp(-t / tau);
            double wave = 0.6 * saw.saw(hz) + 0.35 * square.pulse(hz, 0.5);
            double level = Envelope.held(t, strike.seconds(), 0.002, tau * 3, 0.5, 0.02);
            double tone = filter.low(wave, corner, 1.1) + 0.6 * Wave.sine(phase[0]);
            return strike.velocity() * level * tanh(1.2 * tone);
          });
    };
  }

  /** Frequency modulation: a hollow, knocking bass. */
  static Voice fm(double ratio, double depth) {
    return strike -> {
      double[] phase = {0};
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.12,
          t -> {
            phase[0] += sliding(strike, t) / strike.hz();
            double index = depth * strike.velocity() * (0.25 + 0.75 * exp(-t / 0.09));
            double wave = Wave.sine(phase[0] + index / (2 * PI) * Wave.sine(ratio * phase[0]));
            double level = Envelope.held(t, strike.seconds(), 0.003, 0.3, 0.6, 0.03);
            return strike.velocity() * level * tanh(1.4 * wave);
          });
    };
  }

  /** Plucked gut: partials that die the sooner the higher they are, and the finger's noise. */
  static Voice upright() {
    return strike -> {
      var chance = strike.chance();
      var finger = new Svf(strike.hz());
      double length = strike.seconds() + 0.15;
      double[] phase = {0};
      double[] level = new double[10];
      double[] fall = new double[10];
      for (int n = 1; n <= level.length; n++) {
        level[n - 1] = pow(n, -1.15) * (0.4 + 0.6 * Math.abs(Wave.sine(0.105 * n)));
        fall[n - 1] = exp(-(0.9 + 0.75 * n) / strike.hz());
      }
      return Sound.mono(
          strike.hz(),
          length,
          t -> {
            // the string is sharp while it swings wide
            phase[0] += sliding(strike, t) * (1 + 0.006 * exp(-t / 0.05)) / strike.hz();
            double sum = 0;
            for (int n = 0; n < level.length; n++) {
              sum += level[n] * Wave.sine((n + 1) * phase[0]);
              level[n] *= fall[n];
            }
            double noise = 0.25 * finger.band(chance.nextDouble(-1, 1), 700, 1) * exp(-t / 0.012);
            double edge = Math.min(1, t / 0.004) * Envelope.ending(t, length, 0.12);
            return strike.velocity() * edge * tanh(1.3 * (sum + noise));
          });
    };
  }
}

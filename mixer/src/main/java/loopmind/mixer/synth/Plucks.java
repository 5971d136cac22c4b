package loopmind.mixer.synth;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Instruments for melodies: plucks, bells, strings that are picked, leads, flutes. */
final class Plucks {

  private Plucks() {}

  /** Two saws under a filter that shuts fast. */
  static Voice saw(double cornerHz, double tau) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      double length = strike.seconds() + tau * 4;
      double[][] out = new double[2][];
      for (int side = 0; side < 2; side++) {
        double hz = strike.frequency() * (side == 0 ? 1.0028 : 0.9972);
        var one = new Oscillator(strike.hz(), chance.nextDouble());
        var two = new Oscillator(strike.hz(), chance.nextDouble());
        var filter = new Svf(strike.hz());
        out[side] =
            Sound.mono(
                strike.hz(),
                length,
                t -> {
                  double wave = one.saw(hz) + 0.6 * two.saw(hz * 1.006);
                  double corner = hz * 1.2 + cornerHz * strike.velocity() * exp(-t / tau);
                  return strike.velocity()
                      * 0.6
                      * filter.low(wave, corner, 1.4)
                      * Envelope.struck(t, tau * 1.6);
                })[0];
      }
      return out;
    };
  }

  /**
   * A bell by frequency modulation (J. Chowning, "The synthesis of complex audio spectra by means
   * of frequency modulation", JAES 1973).
   */
  static Voice bell(double ratio, double depth, double tau) {
    return strike ->
        Sound.mono(
            strike.hz(),
            Math.min(5, tau * 6),
            t -> {
              double hz = strike.frequency();
              double index = depth * strike.velocity() * exp(-t / (tau * 0.45));
              double wave =
                  Wave.sine(hz * t + index / (2 * PI) * Wave.sine(hz * ratio * t))
                      + 0.35 * Wave.sine(hz * 2.001 * t) * exp(-t / (tau * 0.6));
              return strike.velocity() * 0.7 * wave * Envelope.struck(t, tau);
            });
  }

  /** A plucked tongue of metal, short and woody. */
  static Voice kalimba() {
    return strike ->
        Sound.mono(
            strike.hz(),
            1.6,
            t -> {
              double hz = strike.frequency();
              double wave =
                  Wave.sine(hz * t) * Envelope.struck(t, 0.35)
                      + 0.3 * Wave.sine(hz * 5.4 * t) * Envelope.struck(t, 0.05)
                      + 0.12 * Wave.sine(hz * 2 * t) * Envelope.struck(t, 0.2);
              return strike.velocity() * 0.8 * wave;
            });
  }

  static Voice marimba() {
    return strike ->
        Sound.mono(
            strike.hz(),
            1.1,
            t -> {
              double hz = strike.frequency();
              double wave =
                  Wave.sine(hz * t) * Envelope.struck(t, 0.2)
                      + 0.4 * Wave.sine(hz * 3.93 * t) * Envelope.struck(t, 0.06)
                      + 0.1 * Wave.sine(hz * 9.2 * t) * Envelope.struck(t, 0.02);
              return strike.velocity() * 0.8 * wave;
            });
  }

  /**
   * A picked string: noise in a delay line that loses its highs at every turn (K. Karplus &amp; A.
   * Strong, "Digital synthesis of plucked-string and drum timbres", CMJ 1983), tuned between two
   * frames by an all-pass (D. Jaffe &amp; J. O. Smith, CMJ 1983).
   *
   * @param brightness 0 to 1, share of the newest frame in the average
   */
  static Voice string(double brightness, double seconds) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      double period = strike.hz() / strike.frequency();
      double blend = 0.5 * (1 - brightness) + 0.05;
      // the two-point average delays by its own share of a frame
      int whole = (int) (period - blend - 0.3);
      double rest = period - blend - whole;
      double turn = (1 - rest) / (1 + rest);
      double[] line = new double[whole];
      var pick = new Svf(strike.hz());
      for (int i = 0; i < whole; i++) {
        line[i] = pick.low(chance.nextDouble(-1, 1), 1200 + 6000 * strike.velocity(), 0.7);
      }
      double mean = java.util.Arrays.stream(line).average().orElse(0);
      double loss = pow(0.001, period / strike.hz() / seconds);
      double[] state = {0, 0, 0};
      int[] at = {0};
      double length = Math.min(strike.seconds() + 0.3, seconds);
      return Sound.mono(
          strike.hz(),
          length,
          t -> {
            double x = line[at[0]] - (t < period / strike.hz() ? mean : 0);
            double average = loss * ((1 - blend) * x + blend * state[0]);
            state[0] = x;
            double tuned = turn * average + state[1] - turn * state[2];
            state[1] = average;
            state[2] = tuned;
            line[at[0]] = tuned;
            at[0] = (at[0] + 1) % line.length;
            return strike.velocity()
                * 1.6
                * x
                * Envelope.ending(t, length, Math.min(0.25, length / 3));
          });
    };
  }

  /** A lead that sings: saw and square, vibrato late, slides where the line does. */
  static Voice lead(double cornerHz, double square) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var saw = new Oscillator(strike.hz(), chance.nextDouble());
      var other = new Oscillator(strike.hz(), chance.nextDouble());
      var filter = new Svf(strike.hz());
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.2,
          t -> {
            double share = Math.min(1, t / 0.07);
            double pitch = strike.from() + (strike.pitch() - strike.from()) * share;
            double vibrato = 0.004 * Math.min(1, t / 0.5) * Wave.sine(5.4 * t);
            double hz = Strike.frequency(pitch) * (1 + vibrato);
            double wave =
                (1 - square) * saw.saw(hz * 1.002) + square * other.pulse(hz * 0.999, 0.5);
            double corner = cornerHz * (0.6 + 0.6 * strike.velocity() * exp(-t / 0.3));
            double level = Envelope.held(t, strike.seconds(), 0.008, 0.5, 0.75, 0.06);
            return strike.velocity() * level * tanh(filter.low(wave, corner, 0.9));
          });
    };
  }

  /** Seven saws at once: the lead of trance. */
  static Voice superLead(double cornerHz) {
    Voice saws = Pads.saws(0.004, cornerHz, 0.8);
    return strike -> {
      double[][] sound = saws.play(strike);
      for (double[] side : sound) {
        for (int i = 0; i < side.length; i++) {
          side[i] *= 0.55 + 0.45 * exp(-(double) i / strike.hz() / 0.12);
        }
      }
      return sound;
    };
  }

  /** Breath over a hole: nearly a sine, with a chiff at the start. */
  static Voice flute() {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var air = new Svf(strike.hz());
      double[] phase = {0};
      return Sound.mono(
          strike.hz(),
          strike.seconds() + 0.25,
          t -> {
            double vibrato = Math.min(1, t / 0.5) * Wave.sine(5.1 * t);
            double pitch = strike.pitch() + (strike.from() - strike.pitch()) * exp(-t / 0.03);
            double hz = Strike.frequency(pitch - 0.3 * exp(-t / 0.025)) * (1 + 0.004 * vibrato);
            phase[0] += hz / strike.hz();
            double tone =
                Wave.sine(phase[0])
                    + 0.32 * Wave.sine(2 * phase[0])
                    + 0.14 * strike.velocity() * Wave.sine(3 * phase[0]);
            double noise = air.band(chance.nextDouble(-1, 1), hz * 2, 1.5);
            double chiff = 0.08 + 0.5 * exp(-t / 0.03);
            double level = Envelope.held(t, strike.seconds(), 0.045, 2, 0.9, 0.07);
            return strike.velocity() * level * (0.75 * tone + chiff * noise) * (1 + 0.1 * vibrato);
          });
    };
  }
}

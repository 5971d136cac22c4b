package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Instruments that hold: supersaws, strings, glass, voices. */
final class Pads {

  /** Detuning of seven saws in cents, spread unevenly so that no beat stands out. */
  private static final double[] SPREAD = {0, 11.3, -11.7, 6.4, -6.1, 18.2, -17.6};

  private static final double[][] VOWELS = {
    {700, 1150, 2600, 3300}, // ah
    {400, 800, 2600, 3300}, // oh
    {330, 1900, 2600, 3400}, // eh to ee
    {320, 700, 2500, 3300} // oo
  };

  private Pads() {}

  /**
   * Seven saws to a side under one filter.
   *
   * @param attack seconds to full level
   * @param cornerHz where the filter rests; it breathes around that
   * @param wide detuning, 1 is about 20 cents
   */
  static Voice saws(double attack, double cornerHz, double wide) {
    return strike -> {
      double length = strike.seconds() + Math.min(1.2, 0.2 + attack);
      return new double[][] {
        sawSide(strike, attack, cornerHz, wide, length, 0),
        sawSide(strike, attack, cornerHz, wide, length, 1)
      };
    };
  }

  private static double[] sawSide(
      Strike strike, double attack, double cornerHz, double wide, double length, int side) {
    SplittableRandom chance = new SplittableRandom(strike.seed() + side);
    Oscillator[] saws = new Oscillator[SPREAD.length];
    for (int i = 0; i < saws.length; i++) {
      saws[i] = new Oscillator(strike.hz(), chance.nextDouble());
    }
    var filter = new Svf(strike.hz());
    var second = new Svf(strike.hz());
    double breath = chance.nextDouble();
    double sign = side == 0 ? 1 : -1;
    return Sound.mono(
        strike.hz(),
        length,
        t -> {
          double sum = 0;
          for (int i = 0; i < saws.length; i++) {
            double cents = sign * wide * SPREAD[i];
            sum += saws[i].saw(strike.frequency() * (1 + cents * 5.78e-4)) * (i == 0 ? 1 : 0.7);
          }
          double corner = cornerHz * (1 + 0.25 * Wave.sine(0.13 * t + breath));
          double open = corner * (0.6 + 0.4 * Math.min(1, t / (attack + 0.01)));
          double tone = second.low(filter.low(sum / 4, open, 0.8), open * 1.5, 0.7);
          return strike.velocity()
              * tone
              * Envelope.held(t, strike.seconds(), attack, 4, 0.85, 0.1 + attack * 0.4);
        })[0];
  }

  /** Bowed strings: saws with a slow bow, vibrato that comes in late, and a body around 500 Hz. */
  static Voice strings(double attack) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      Oscillator[] players = new Oscillator[6];
      double[] rate = new double[6];
      double[] tuning = new double[6];
      for (int i = 0; i < players.length; i++) {
        players[i] = new Oscillator(strike.hz(), chance.nextDouble());
        rate[i] = 4.8 + chance.nextDouble();
        tuning[i] = 1 + 0.004 * (chance.nextDouble() - 0.5);
      }
      Svf[] tone = {new Svf(strike.hz()), new Svf(strike.hz())};
      Svf[] body = {new Svf(strike.hz()), new Svf(strike.hz())};
      double length = strike.seconds() + 0.5;
      double[][] out = new double[2][strike.frames(length)];
      for (int i = 0; i < out[0].length; i++) {
        double t = (double) i / strike.hz();
        double level =
            strike.velocity()
                * Envelope.held(t, strike.seconds(), attack, 3, 0.9, 0.14)
                * Envelope.ending(t, length, 0.01);
        for (int side = 0; side < 2; side++) {
          double sum = 0;
          for (int p = side * 3; p < side * 3 + 3; p++) {
            double vibrato = 0.0035 * Math.min(1, t / 0.6) * Wave.sine(rate[p] * t + 0.16 * p);
            sum += players[p].saw(strike.frequency() * tuning[p] * (1 + vibrato));
          }
          double soft = tone[side].low(sum / 2.5, 1900 + 1500 * strike.velocity(), 0.7);
          out[side][i] = level * (soft + 0.5 * body[side].band(soft, 520, 1.2));
        }
      }
      return out;
    };
  }

  /** Glass: sines and their fifths and octaves, each with its own slow swell. */
  static Voice glass(double attack) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      double[] ratio = {1, 2, 3, 4, 5.02, 0.5};
      double[] level = {1, 0.45, 0.2, 0.12, 0.05, 0.35};
      double[][] drift = new double[2][ratio.length];
      for (int i = 0; i < ratio.length; i++) {
        drift[0][i] = chance.nextDouble();
        drift[1][i] = chance.nextDouble();
      }
      double length = strike.seconds() + 0.4 + attack;
      double[][] out = new double[2][];
      for (int side = 0; side < 2; side++) {
        double[] own = drift[side];
        double tuning = side == 0 ? 1.0011 : 0.9989;
        out[side] =
            Sound.mono(
                strike.hz(),
                length,
                t -> {
                  double sum = 0;
                  for (int i = 0; i < ratio.length; i++) {
                    double swell = 0.7 + 0.3 * Wave.sine((0.09 * (i + 2) * t + own[i]));
                    double hz = strike.frequency() * ratio[i] * tuning;
                    sum += level[i] * swell * Wave.sine(hz * t + own[i]);
                  }
                  return strike.velocity()
                      * sum
                      * Envelope.held(t, strike.seconds(), attack, 5, 0.9, 0.2 + attack * 0.3);
                })[0];
      }
      return out;
    };
  }

  /**
   * Voices: pulses of breath through four formants.
   *
   * @param vowel 0 ah, 1 oh, 2 eh, 3 oo; numbers between glide from one to the next over the note
   * @param until the vowel at its end
   */
  static Voice choir(double attack, int vowel, int until) {
    return strike -> {
      double length = strike.seconds() + 0.25 + attack * 0.5;
      return new double[][] {
        singer(strike, attack, vowel, until, length, 0),
        singer(strike, attack, vowel, until, length, 1)
      };
    };
  }

  private static double[] singer(
      Strike strike, double attack, int vowel, int until, double length, int side) {
    SplittableRandom chance = new SplittableRandom(strike.seed() + side);
    Oscillator[] folds = new Oscillator[3];
    double[] tuning = new double[3];
    for (int i = 0; i < folds.length; i++) {
      folds[i] = new Oscillator(strike.hz(), chance.nextDouble());
      tuning[i] = 1 + 0.006 * (chance.nextDouble() - 0.5);
    }
    Svf[] formants = {
      new Svf(strike.hz()), new Svf(strike.hz()), new Svf(strike.hz()), new Svf(strike.hz())
    };
    var soft = new Svf(strike.hz());
    var chest = new Svf(strike.hz());
    double[] level = {1, 0.6, 0.28, 0.14};
    double rate = 5 + chance.nextDouble();
    double scoop = 1.5 * chance.nextDouble();
    return Sound.mono(
        strike.hz(),
        length,
        t -> {
          double sum = 0;
          double vibrato = 0.006 * Math.min(1, t / 0.5) * Wave.sine(rate * t);
          double pitch = strike.pitch() + (strike.from() - strike.pitch()) * exp(-t / 0.04);
          double hz = Strike.frequency(pitch - scoop * exp(-t / 0.035)) * (1 + vibrato);
          for (int i = 0; i < folds.length; i++) {
            sum += folds[i].saw(hz * tuning[i]) / folds.length;
          }
          double breath = 0.06 * chance.nextDouble(-1, 1);
          double source = soft.low(sum, 1600 + 2500 * strike.velocity(), 0.6) + breath;
          double share = Math.min(1, t / Math.max(0.12, strike.seconds()));
          double voice = 0.12 * chest.low(sum, 600, 0.7);
          for (int f = 0; f < formants.length; f++) {
            double at = VOWELS[vowel][f] + share * (VOWELS[until][f] - VOWELS[vowel][f]);
            voice += level[f] * formants[f].band(source, at, 7);
          }
          return strike.velocity()
              * tanh(2 * voice)
              * Envelope.held(t, strike.seconds(), attack, 3, 0.85, 0.05 + attack * 0.4);
        })[0];
  }
}

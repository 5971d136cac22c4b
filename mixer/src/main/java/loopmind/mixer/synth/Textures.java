package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Sounds without notes: crackle and rain to lie under a song, sweeps and blows to lead it on. */
final class Textures {

  /** How much longer than its loop a texture has to be held. */
  static final double OVERLAP_SECONDS = 0.14;

  private Textures() {}

  /** A worn record: clicks at random moments, each with its own ring, over a soft hiss. */
  static Voice crackle(double clicksPerSecond) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var ring = new Svf(strike.hz());
      var hiss = new Svf(strike.hz());
      double[] next = {0};
      double[] ringHz = {2000};
      return Sound.mono(
          strike.hz(),
          strike.seconds(),
          t -> {
            double click = 0;
            if (t >= next[0]) {
              double size = chance.nextDouble();
              click = (chance.nextBoolean() ? 1 : -1) * (0.2 + 3 * size * size * size * size);
              ringHz[0] = 900 + 3500 * chance.nextDouble();
              next[0] = t - log(1 - chance.nextDouble()) / clicksPerSecond;
            }
            double noise = hiss.band(chance.nextDouble(-1, 1), 1800, 0.4);
            return overlap(t, strike.seconds())
                * (StrictMath.tanh(ring.band(click * 8, ringHz[0], 1.3)) + 0.03 * noise);
          });
    };
  }

  /** Rain: a wash of noise and drops that ring. */
  static Voice rain() {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var wash = new Svf(strike.hz());
      var low = new Svf(strike.hz());
      Svf[] drops = {new Svf(strike.hz()), new Svf(strike.hz()), new Svf(strike.hz())};
      double[] dropHz = {2400, 3100, 4400};
      return Sound.mono(
          strike.hz(),
          strike.seconds(),
          t -> {
            double white = chance.nextDouble(-1, 1);
            double sum = 0.16 * wash.band(white, 3400, 0.35) + 0.1 * low.low(white, 420, 0.6);
            for (int i = 0; i < drops.length; i++) {
              double hit = chance.nextDouble() < 60.0 / strike.hz() ? chance.nextDouble() * 9 : 0;
              sum += drops[i].band(hit, dropHz[i], 9);
            }
            return overlap(t, strike.seconds()) * sum;
          });
    };
  }

  /** Fades at both ends that add up to constant power where one turn runs into the next. */
  private static double overlap(double t, double length) {
    double near = Math.min(1, Math.min(t, length - t) / OVERLAP_SECONDS);
    return StrictMath.sqrt(Math.max(0, near));
  }

  /** Noise and a tone that climb until the note ends. */
  static Voice riser(double fromHz, double toHz) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      double length = strike.seconds();
      double[][] out = new double[2][];
      for (int side = 0; side < 2; side++) {
        var sweep = new Svf(strike.hz());
        var saw = new Oscillator(strike.hz(), chance.nextDouble());
        var soft = new Svf(strike.hz());
        double detune = side == 0 ? 1.004 : 0.996;
        out[side] =
            Sound.mono(
                strike.hz(),
                length,
                t -> {
                  double share = t / length;
                  double centre = fromHz * pow(toHz / fromHz, share);
                  double noise = sweep.band(chance.nextDouble(-1, 1), centre, 1.6);
                  double hz = strike.frequency() * pow(2, 2 * share * share) * detune;
                  double tone = soft.low(saw.saw(hz), centre * 0.8, 1);
                  // it trembles faster and faster
                  double tremble = 0.75 + 0.25 * Wave.sine(2 * t + 5 * t * share);
                  return share * share * (1.3 * noise + 0.35 * tone) * tremble;
                })[0];
      }
      return out;
    };
  }

  /** The way down again. */
  static Voice downlifter() {
    return strike -> {
      SplittableRandom chance = strike.chance();
      double length = strike.seconds();
      double[][] out = new double[2][];
      for (int side = 0; side < 2; side++) {
        var sweep = new Svf(strike.hz());
        out[side] =
            Sound.mono(
                strike.hz(),
                length,
                t -> {
                  double share = t / length;
                  double centre = 7000 * pow(0.02, share);
                  double noise = sweep.band(chance.nextDouble(-1, 1), centre, 1.2);
                  return Math.min(1, t / 0.004) * pow(1 - share, 1.6) * 1.4 * noise;
                })[0];
      }
      return out;
    };
  }

  /** A blow from far below: a falling sine and a burst of noise; a room makes it large. */
  static Voice impact() {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var burst = new Svf(strike.hz());
      double[] phase = {0};
      return Sound.mono(
          strike.hz(),
          1.8,
          t -> {
            double hz = strike.frequency() * (1 + 2.5 * exp(-t / 0.05));
            phase[0] += hz / strike.hz();
            double boom = Wave.sine(phase[0]) * Envelope.struck(t, 0.45);
            double corner = 300 + 6000 * exp(-t / 0.08);
            double noise = burst.low(chance.nextDouble(-1, 1), corner, 0.8) * exp(-t / 0.14);
            return strike.velocity() * tanh(2 * boom + 0.9 * noise);
          });
    };
  }

  /** What another voice plays, backwards, so that it ends where it was struck. */
  static Voice reversed(Voice voice) {
    return strike -> {
      double[][] sound = voice.play(strike);
      for (double[] channel : sound) {
        for (int i = 0, j = channel.length - 1; i < j; i++, j--) {
          double swap = channel[i];
          channel[i] = channel[j];
          channel[j] = swap;
        }
      }
      return sound;
    };
  }
}

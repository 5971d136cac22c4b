package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.tanh;

import java.util.SplittableRandom;

/** Snares, claps, rims and snaps: a drum head and noise, in several mixtures. */
final class Snares {

  private Snares() {}

  /**
   * @param headHz lower note of the drum head
   * @param head level of the head
   * @param wires seconds in which the noise falls to 37 %
   * @param brightHz where the noise is strongest
   * @param drive 1 clean to 5 hard
   */
  static Voice snare(double headHz, double head, double wires, double brightHz, double drive) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var low = new Svf(strike.hz());
      var bright = new Svf(strike.hz());
      double hz = headHz * strike.detune();
      double[] phase = {0, 0};
      double tone = 0.6 + 0.4 * strike.velocity();
      return Sound.mono(
          strike.hz(),
          Math.min(1, wires * 7 + 0.05),
          t -> {
            double fall = 1 + 0.6 * exp(-t / 0.012);
            phase[0] += hz * fall / strike.hz();
            phase[1] += hz * 1.83 * fall / strike.hz();
            double skin =
                Wave.sine(phase[0]) * Envelope.struck(t, 0.07)
                    + 0.6 * Wave.sine(phase[1]) * Envelope.struck(t, 0.04);
            double white = chance.nextDouble(-1, 1);
            double rattle =
                low.high(white, 900, 0.7) * 0.5 + 1.3 * bright.band(white, brightHz * tone, 0.7);
            double noise =
                rattle * (0.7 * exp(-t / wires) + 0.8 * exp(-t / 0.012)) * Math.min(1, t / 0.0006);
            return strike.velocity() * tanh(drive * (head * skin + 0.8 * noise)) / tanh(drive);
          });
    };
  }

  static Voice trap() {
    return snare(215, 0.55, 0.085, 5200, 1.6);
  }

  static Voice dusty() {
    return snare(185, 0.8, 0.075, 3000, 2.6);
  }

  static Voice breaks() {
    return snare(205, 0.85, 0.07, 4200, 2.4);
  }

  static Voice house() {
    return snare(190, 0.5, 0.09, 4600, 1.8);
  }

  static Voice brush() {
    return snare(170, 0.12, 0.09, 3600, 1);
  }

  /** Several hands a few milliseconds apart, and the room they clap in. */
  static Voice clap(double centreHz, double tail) {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var body = new Svf(strike.hz());
      var air = new Svf(strike.hz());
      double[] hands = {0, 0.0095 + 0.001 * chance.nextDouble(), 0.0195, 0.0285};
      return Sound.mono(
          strike.hz(),
          Math.min(1, 0.05 + tail * 6),
          t -> {
            double level = 0;
            for (double hand : hands) {
              if (t >= hand) {
                level =
                    Math.max(level, Math.min(1, (t - hand) / 0.0004) * exp(-(t - hand) / 0.006));
              }
            }
            if (t >= hands[3]) {
              level = Math.max(level, 0.75 * exp(-(t - hands[3]) / tail));
            }
            double white = chance.nextDouble(-1, 1);
            double noise =
                1.6 * body.band(white, centreHz * strike.detune(), 1.1)
                    + 0.35 * air.high(white, 4500, 0.7);
            return strike.velocity() * level * tanh(1.5 * noise);
          });
    };
  }

  static Voice rim() {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var click = new Svf(strike.hz());
      double[] phase = {0, 0};
      return Sound.mono(
          strike.hz(),
          0.16,
          t -> {
            phase[0] += 1720 * strike.detune() / strike.hz();
            phase[1] += 480 * strike.detune() / strike.hz();
            double wood =
                Wave.sine(phase[0]) * Envelope.struck(t, 0.012)
                    + 0.7 * Wave.sine(phase[1]) * Envelope.struck(t, 0.02);
            double edge = click.high(chance.nextDouble(-1, 1), 2500, 0.8) * exp(-t / 0.002);
            return strike.velocity() * tanh(1.8 * (wood + 0.8 * edge)) * 0.8;
          });
    };
  }

  static Voice snap() {
    return strike -> {
      SplittableRandom chance = strike.chance();
      var body = new Svf(strike.hz());
      return Sound.mono(
          strike.hz(),
          0.25,
          t -> {
            double level =
                0.5 * Math.min(1, t / 0.001) * exp(-t / 0.004)
                    + (t < 0.011
                        ? 0
                        : Math.min(1, (t - 0.011) / 0.0006) * exp(-(t - 0.011) / 0.022));
            double centre = 2300 * strike.detune();
            return strike.velocity()
                * level
                * tanh(3 * body.band(chance.nextDouble(-1, 1), centre, 2.2));
          });
    };
  }
}

package loopmind.mixer.synth;

import static java.lang.StrictMath.exp;

/** Levels over time, in seconds from the strike. */
final class Envelope {

  private Envelope() {}

  /** Up at once (in 0.5 ms, which does not click), then down to 37 % in each {@code tau}. */
  static double struck(double t, double tau) {
    return Math.min(1, t / 0.0005) * exp(-t / tau);
  }

  /**
   * Attack, decay to a sustained level while held, then release; all but the attack exponential.
   *
   * @param held seconds until it is let go
   */
  static double held(
      double t, double held, double attack, double decay, double sustain, double release) {
    double now = Math.min(t, held);
    double level =
        now < attack ? now / attack : sustain + (1 - sustain) * exp(-(now - attack) / decay);
    return t <= held ? level : level * exp(-(t - held) / release);
  }

  /** 1 until the end is near, then a smooth 0: what is cut off does not click. */
  static double ending(double t, double length, double fade) {
    double left = (length - t) / fade;
    return left >= 1 ? 1 : left <= 0 ? 0 : left * left * (3 - 2 * left);
  }
}

package loopmind.mixer.synth;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.tan;

/**
 * A two-pole filter whose corner may move while it sounds: the state variable filter with
 * trapezoidal integrators (A. Simper, "Linear trapezoidal integrated SVF", 2013). Holds the state
 * of one channel; not safe to share between threads.
 */
final class Svf {

  /** A corner that moves is followed in steps of a sixth of a millisecond. */
  private static final int CONTROL_FRAMES = 8;

  private final double hz;
  private int age;
  private double g;
  private double first;
  private double second;
  private double low;
  private double band;
  private double high;

  Svf(int hz) {
    this.hz = hz;
  }

  /**
   * @param corner above 0 Hz; held below 0.45 of the rate, where the tangent would run away
   * @param q 0.5 is dull, 0.71 flat, 10 sings
   */
  private void run(double x, double corner, double q) {
    if (age++ % CONTROL_FRAMES == 0) {
      g = tan(PI * Math.min(0.45, Math.max(1e-4, corner / hz)));
    }
    double k = 1 / q;
    double a1 = 1 / (1 + g * (g + k));
    double v3 = x - second;
    double v1 = a1 * first + a1 * g * v3;
    double v2 = second + g * a1 * first + g * g * a1 * v3;
    first = 2 * v1 - first;
    second = 2 * v2 - second;
    low = v2;
    band = v1;
    high = x - k * v1 - v2;
  }

  double low(double x, double corner, double q) {
    run(x, corner, q);
    return low;
  }

  double high(double x, double corner, double q) {
    run(x, corner, q);
    return high;
  }

  /** With a gain of 1 at the corner. */
  double band(double x, double corner, double q) {
    run(x, corner, q);
    return band / q;
  }
}

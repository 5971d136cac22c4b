package loopmind.mixer.measure;

import loopmind.arranger.units.SampleRate;

/**
 * The K-weighting of one channel: a shelf for the head, then a high-pass (ITU-R BS.1770-4, annex
 * 1).
 *
 * <p>The standard gives coefficients for 48 kHz alone. Both filters are bilinear transforms of
 * analogue prototypes; {@link #SHELF_HZ} and its companions are those prototypes, solved from the
 * printed coefficients, so that 48 kHz gives the printed filter to twelve digits and every other
 * rate the same response. Good from 8 kHz up. Holds the state of one channel.
 */
public final class KWeighting {

  private static final double SHELF_HZ = 1681.974450955533;
  private static final double SHELF_Q = 0.7071752369554196;
  private static final double SHELF_DB = 3.999843853973347;
  private static final double SHELF_MIDDLE = 0.4996667741545416;
  private static final double PASS_HZ = 38.13547087602444;
  private static final double PASS_Q = 0.5003270373238773;

  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private final double passGain;
  private final double pa1;
  private final double pa2;
  private double s1;
  private double s2;
  private double p1;
  private double p2;

  public KWeighting(SampleRate rate) {
    double warped = Math.tan(Math.PI * SHELF_HZ / rate.hz());
    double high = Math.pow(10, SHELF_DB / 20);
    double middle = Math.pow(high, SHELF_MIDDLE);
    double norm = 1 + warped / SHELF_Q + warped * warped;
    b0 = (high + middle * warped / SHELF_Q + warped * warped) / norm;
    b1 = 2 * (warped * warped - high) / norm;
    b2 = (high - middle * warped / SHELF_Q + warped * warped) / norm;
    a1 = 2 * (warped * warped - 1) / norm;
    a2 = (1 - warped / SHELF_Q + warped * warped) / norm;

    double pass = Math.tan(Math.PI * PASS_HZ / rate.hz());
    double passNorm = passNorm(pass);
    // the printed numerator 1, −2, 1 leaves a gain above the pass band that belongs to the standard
    passGain = passNorm(Math.tan(Math.PI * PASS_HZ / SampleRate.STUDIO.hz())) / passNorm;
    pa1 = 2 * (pass * pass - 1) / passNorm;
    pa2 = (1 - pass / PASS_Q + pass * pass) / passNorm;
  }

  private static double passNorm(double warped) {
    return 1 + warped / PASS_Q + warped * warped;
  }

  /** The energy of the next {@code count} samples after weighting: the sum of their squares. */
  public double energy(float[] samples, int from, int count) {
    double sum = 0;
    double shelf1 = s1;
    double shelf2 = s2;
    double pass1 = p1;
    double pass2 = p2;
    for (int i = from; i < from + count; i++) {
      double in = samples[i];
      double shelved = b0 * in + shelf1;
      shelf1 = b1 * in - a1 * shelved + shelf2;
      shelf2 = b2 * in - a2 * shelved;
      double out = passGain * shelved + pass1;
      pass1 = -2 * passGain * shelved - pa1 * out + pass2;
      pass2 = passGain * shelved - pa2 * out;
      sum += out * out;
    }
    s1 = settled(shelf1);
    s2 = settled(shelf2);
    p1 = settled(pass1);
    p2 = settled(pass2);
    return sum;
  }

  /** Denormal numbers after the end of a sound would slow the filter down a hundredfold. */
  private static double settled(double state) {
    return Math.abs(state) < 1e-30 ? 0 : state;
  }

  /** Coefficients b0 b1 b2 a1 a2 of the shelf, then of the high-pass. */
  double[] coefficients() {
    return new double[] {b0, b1, b2, a1, a2, passGain, -2 * passGain, passGain, pa1, pa2};
  }
}

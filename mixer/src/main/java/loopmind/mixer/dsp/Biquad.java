package loopmind.mixer.dsp;

import java.util.Arrays;

/**
 * Filters one channel by a {@link BiquadShape}, in transposed direct form II, which stays exact
 * while its shape changes slowly: J. O. Smith, <i>Introduction to Digital Filters</i>, "Transposed
 * Direct-Forms". Holds the state of one channel; not safe to share between threads.
 */
public final class Biquad {

  private BiquadShape shape;
  private double first;
  private double second;

  public Biquad(BiquadShape shape) {
    this.shape = shape;
  }

  /** Several filters one after the other, each with the state of one channel. */
  public static Biquad[] chain(BiquadShape... shapes) {
    return Arrays.stream(shapes).map(Biquad::new).toArray(Biquad[]::new);
  }

  /** Takes on another shape and keeps what is sounding: for sweeps, in steps of some frames. */
  public void reshape(BiquadShape next) {
    shape = next;
  }

  /** Forgets all that was heard. */
  public void reset() {
    first = 0;
    second = 0;
  }

  /** The next frame, filtered. */
  public double next(double x) {
    double y = shape.b0() * x + first;
    first = shape.b1() * x - shape.a1() * y + second;
    second = shape.b2() * x - shape.a2() * y;
    return y;
  }

  /** Filters all of {@code samples} in place. */
  public void process(float[] samples) {
    process(samples, 0, samples.length);
  }

  /**
   * Filters {@code count} frames in place; blocks one after the other sound like one long block.
   *
   * @param from index of the first frame
   */
  public void process(float[] samples, int from, int count) {
    double b0 = shape.b0();
    double b1 = shape.b1();
    double b2 = shape.b2();
    double a1 = shape.a1();
    double a2 = shape.a2();
    double s1 = first;
    double s2 = second;
    for (int i = from; i < from + count; i++) {
      double x = samples[i];
      double y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      samples[i] = (float) y;
    }
    // a decaying tail below −400 dB would turn into denormal numbers, which are slow
    first = Math.abs(s1) < 1e-20 ? 0 : s1;
    second = Math.abs(s2) < 1e-20 ? 0 : s2;
  }
}

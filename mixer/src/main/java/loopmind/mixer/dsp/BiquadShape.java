package loopmind.mixer.dsp;

import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;

/**
 * What a second-order filter does to a spectrum: y = b0·x + b1·x₋₁ + b2·x₋₂ − a1·y₋₁ − a2·y₋₂.
 *
 * <p>The shapes are those of R. Bristow-Johnson, <i>Cookbook formulae for audio EQ biquad filter
 * coefficients</i> (bilinear transform, so shapes narrow towards half the sample rate). Frequencies
 * go from above 0 to below half the sample rate.
 */
public record BiquadShape(double b0, double b1, double b2, double a1, double a2) {

  /** The quality of a Butterworth filter: −3.01 dB at the corner, no resonance. */
  public static final double BUTTERWORTH_Q = Math.sqrt(0.5);

  public BiquadShape {
    // the triangle of stability: both poles inside the unit circle
    if (!(Math.abs(a2) < 1 && Math.abs(a1) < 1 + a2) || !Double.isFinite(b0 + b1 + b2)) {
      throw new IllegalArgumentException(
          "A filter with a1 = %s and a2 = %s would not settle.".formatted(a1, a2));
    }
  }

  /** Passes what lies below the corner; falls 12 dB an octave above it. */
  public static BiquadShape lowPass(double cornerHz, double q, SampleRate rate) {
    Corner c = new Corner(cornerHz, q, rate);
    double b = (1 - c.cos) / 2;
    return normal(b, 2 * b, b, 1 + c.alpha, -2 * c.cos, 1 - c.alpha);
  }

  /** Passes what lies above the corner; falls 12 dB an octave below it. */
  public static BiquadShape highPass(double cornerHz, double q, SampleRate rate) {
    Corner c = new Corner(cornerHz, q, rate);
    double b = (1 + c.cos) / 2;
    return normal(b, -2 * b, b, 1 + c.alpha, -2 * c.cos, 1 - c.alpha);
  }

  /** Passes a band with 0 dB at its centre; it is centre / q wide between the −3 dB points. */
  public static BiquadShape bandPass(double centreHz, double q, SampleRate rate) {
    Corner c = new Corner(centreHz, q, rate);
    return normal(c.alpha, 0, -c.alpha, 1 + c.alpha, -2 * c.cos, 1 - c.alpha);
  }

  /** Removes the centre and keeps what is far from it. */
  public static BiquadShape notch(double centreHz, double q, SampleRate rate) {
    Corner c = new Corner(centreHz, q, rate);
    return normal(1, -2 * c.cos, 1, 1 + c.alpha, -2 * c.cos, 1 - c.alpha);
  }

  /** Turns phase around the centre and leaves every level as it is. */
  public static BiquadShape allPass(double centreHz, double q, SampleRate rate) {
    Corner c = new Corner(centreHz, q, rate);
    return normal(1 - c.alpha, -2 * c.cos, 1 + c.alpha, 1 + c.alpha, -2 * c.cos, 1 - c.alpha);
  }

  /** Lifts or cuts around the centre by {@code gain}, and by half of it (in dB) at the edges. */
  public static BiquadShape peaking(double centreHz, double q, Decibels gain, SampleRate rate) {
    Corner c = new Corner(centreHz, q, rate);
    double a = Math.sqrt(gain.ratio());
    return normal(
        1 + c.alpha * a, -2 * c.cos, 1 - c.alpha * a, 1 + c.alpha / a, -2 * c.cos, 1 - c.alpha / a);
  }

  /** Lifts or cuts what lies below the corner; half the gain (in dB) at the corner. */
  public static BiquadShape lowShelf(double cornerHz, double q, Decibels gain, SampleRate rate) {
    return shelf(new Corner(cornerHz, q, rate), Math.sqrt(gain.ratio()), 1);
  }

  /** Lifts or cuts what lies above the corner; half the gain (in dB) at the corner. */
  public static BiquadShape highShelf(double cornerHz, double q, Decibels gain, SampleRate rate) {
    return shelf(new Corner(cornerHz, q, rate), Math.sqrt(gain.ratio()), -1);
  }

  /** The cookbook's two shelves are mirrored: every cosine changes its sign. */
  private static BiquadShape shelf(Corner c, double a, int side) {
    double root = 2 * Math.sqrt(a) * c.alpha;
    double cos = side * c.cos;
    return normal(
        a * (a + 1 - (a - 1) * cos + root),
        side * 2 * a * (a - 1 - (a + 1) * cos),
        a * (a + 1 - (a - 1) * cos - root),
        a + 1 + (a - 1) * cos + root,
        side * -2 * (a - 1 + (a + 1) * cos),
        a + 1 + (a - 1) * cos - root);
  }

  private static BiquadShape normal(
      double b0, double b1, double b2, double a0, double a1, double a2) {
    return new BiquadShape(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
  }

  /** What the filter does to the level of a sine, as a linear ratio. */
  public double gainAt(double hz, SampleRate rate) {
    double w = 2 * Math.PI * hz / rate.hz();
    double above =
        Math.hypot(
            b0 + b1 * Math.cos(w) + b2 * Math.cos(2 * w), b1 * Math.sin(w) + b2 * Math.sin(2 * w));
    double below =
        Math.hypot(
            1 + a1 * Math.cos(w) + a2 * Math.cos(2 * w), a1 * Math.sin(w) + a2 * Math.sin(2 * w));
    return above / below;
  }

  private static final class Corner {
    final double cos;
    final double alpha;

    Corner(double hz, double q, SampleRate rate) {
      if (!(hz > 0 && hz < rate.hz() / 2.0)) {
        throw new IllegalArgumentException(
            "A filter at %s Hz needs a frequency between 0 and %s Hz."
                .formatted(hz, rate.hz() / 2.0));
      }
      if (!(q > 0) || Double.isInfinite(q)) {
        throw new IllegalArgumentException(
            "A filter needs a quality above 0, but was given %s.".formatted(q));
      }
      double w = 2 * Math.PI * hz / rate.hz();
      cos = Math.cos(w);
      alpha = Math.sin(w) / (2 * q);
    }
  }
}

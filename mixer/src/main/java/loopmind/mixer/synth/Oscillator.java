package loopmind.mixer.synth;

import static java.lang.StrictMath.floor;

/**
 * One running phase. The edges of saw and square are rounded over two frames (polyBLEP: V. Välimäki
 * &amp; A. Huovilainen, "Antialiasing oscillators in subtractive synthesis", IEEE SPM 2007), which
 * keeps aliases some 40 dB down up to 2 kHz. Not safe to share between threads.
 */
final class Oscillator {

  private final double hz;
  private double phase;

  /**
   * @param start phase of the first frame, in turns
   */
  Oscillator(int hz, double start) {
    this.hz = hz;
    phase = start - floor(start);
  }

  double sine(double frequency) {
    double y = Wave.sine(phase);
    advance(frequency / hz);
    return y;
  }

  /** A sine whose phase is moved by {@code turns}. */
  double sine(double frequency, double turns) {
    double y = Wave.sine(phase + turns);
    advance(frequency / hz);
    return y;
  }

  double saw(double frequency) {
    double step = frequency / hz;
    double y = 2 * phase - 1 - blep(phase, step);
    advance(step);
    return y;
  }

  /**
   * @param width share of a turn that is high, above 0 to below 1
   */
  double pulse(double frequency, double width) {
    double step = frequency / hz;
    double other = phase + 1 - width;
    other -= floor(other);
    double y = (phase < width ? 1 : -1) + blep(phase, step) - blep(other, step);
    advance(step);
    // without the mean, so that narrow pulses carry no direct current
    return y - (2 * width - 1);
  }

  double triangle(double frequency) {
    double y = 1 - 4 * Math.abs(phase - 0.5);
    advance(frequency / hz);
    return -y;
  }

  private void advance(double step) {
    phase += step;
    phase -= floor(phase);
  }

  private static double blep(double phase, double step) {
    if (phase < step) {
      double t = phase / step;
      return t + t - t * t - 1;
    }
    if (phase > 1 - step) {
      double t = (phase - 1) / step;
      return t * t + t + t + 1;
    }
    return 0;
  }
}

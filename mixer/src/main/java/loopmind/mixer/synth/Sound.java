package loopmind.mixer.synth;

import java.util.function.DoubleUnaryOperator;

/** Arrays of samples, filled and added up. */
final class Sound {

  private Sound() {}

  /** One channel: {@code level} of every moment in seconds. */
  static double[][] mono(int hz, double seconds, DoubleUnaryOperator level) {
    return new double[][] {samples(hz, seconds, level)};
  }

  static double[][] stereo(
      int hz, double seconds, DoubleUnaryOperator left, DoubleUnaryOperator right) {
    return new double[][] {samples(hz, seconds, left), samples(hz, seconds, right)};
  }

  private static double[] samples(int hz, double seconds, DoubleUnaryOperator level) {
    double[] out = new double[Math.max(1, (int) (seconds * hz))];
    for (int i = 0; i < out.length; i++) {
      double t = (double) i / hz;
      out[i] = level.applyAsDouble(t) * Envelope.ending(t, seconds, 0.004);
    }
    return out;
  }

  static double[][] scaled(double[][] sound, double gain) {
    for (double[] channel : sound) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] *= gain;
      }
    }
    return sound;
  }

  static double peak(double[][] sound) {
    double peak = 0;
    for (double[] channel : sound) {
      for (double x : channel) {
        peak = Math.max(peak, Math.abs(x));
      }
    }
    return peak;
  }

  static double ratio(double db) {
    return StrictMath.pow(10, db / 20);
  }
}

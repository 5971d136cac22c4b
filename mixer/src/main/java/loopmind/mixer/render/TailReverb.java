package loopmind.mixer.render;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * A hall that what sounded last rings on in: a feedback delay network of four lines mixed by a
 * Hadamard matrix, with one-pole damping. M. Gerzon, "Unitary (Energy-Preserving) Multichannel
 * Networks with Feedback", Electronics Letters 12 (1976); J.-M. Jot and A. Chaigne, AES 90 (1991).
 * Holds the state of one segment.
 */
final class TailReverb {

  /** In which it falls by 60 dB. */
  static final Seconds DECAY = new Seconds(2.5);

  private static final double[] LENGTHS_S = {0.0297, 0.0371, 0.0437, 0.0533};
  private static final double DAMPING = 0.35;

  private final double[][] lines = new double[4][];
  private final int[] at = new int[4];
  private final double[] damped = new double[4];
  private final double[] feedback = new double[4];

  TailReverb(SampleRate rate) {
    for (int line = 0; line < 4; line++) {
      int frames = (int) rate.framesIn(new Seconds(LENGTHS_S[line]));
      lines[line] = new double[frames];
      feedback[line] = Math.pow(10, -3.0 * frames / (DECAY.value() * rate.hz()));
    }
  }

  /**
   * Feeds one frame in and adds what comes out.
   *
   * @param left sent in
   * @param right sent in
   * @param out frame {@code i} of it is added to
   */
  void next(double left, double right, float[][] out, int i) {
    double a = read(0);
    double b = read(1);
    double c = read(2);
    double d = read(3);
    out[0][i] += (float) (a + c);
    out[1][i] += (float) (b + d);
    double half = 0.5;
    write(0, left + half * (a + b + c + d) * feedback[0]);
    write(1, right + half * (a - b + c - d) * feedback[1]);
    write(2, left + half * (a + b - c - d) * feedback[2]);
    write(3, right + half * (a - b - c + d) * feedback[3]);
  }

  private double read(int line) {
    double value = lines[line][at[line]];
    damped[line] += (1 - DAMPING) * (value - damped[line]);
    return damped[line];
  }

  private void write(int line, double value) {
    lines[line][at[line]] = value;
    at[line] = (at[line] + 1) % lines[line].length;
  }
}

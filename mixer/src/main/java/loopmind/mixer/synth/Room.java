package loopmind.mixer.synth;

import static java.lang.StrictMath.pow;

/**
 * A room: eight delays that feed one another through a Householder matrix, darker at every pass
 * (J.-M. Jot &amp; A. Chaigne, "Digital delay networks for designing artificial reverberators", AES
 * 90, 1991), after a short pause and two all-passes.
 */
final class Room implements Effect {

  private static final double[] LENGTH_SECONDS = {
    0.0297, 0.0371, 0.0411, 0.0437, 0.0533, 0.0599, 0.0671, 0.0731
  };

  private final double seconds;
  private final double darkHz;
  private final double mix;
  private final double size;

  /**
   * @param seconds until the tail has fallen by 60 dB
   * @param darkHz highs above this die away sooner
   * @param mix level of the room beside the sound itself
   */
  Room(double seconds, double darkHz, double mix) {
    this.seconds = seconds;
    this.darkHz = darkHz;
    this.mix = mix;
    size = Math.clamp(seconds / 1.6, 0.35, 1.3);
  }

  @Override
  public void process(double[][] sound, int hz) {
    double[][] lines = new double[LENGTH_SECONDS.length][];
    double[] gain = new double[lines.length];
    double[] dark = new double[lines.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new double[(int) (LENGTH_SECONDS[i] * size * hz) | 1];
      gain[i] = pow(0.001, lines[i].length / (seconds * hz));
    }
    double damp = StrictMath.exp(-2 * StrictMath.PI * darkHz / hz);
    var pause = new AllPasses(hz);
    var low = new Svf(hz);
    double[] out = new double[lines.length];
    for (int i = 0; i < sound[0].length; i++) {
      double sum = 0;
      for (double[] channel : sound) {
        sum += channel[i] / sound.length;
      }
      double in = pause.next(low.high(sum, 140, 0.7));
      double all = 0;
      for (int l = 0; l < lines.length; l++) {
        dark[l] += (1 - damp) * (lines[l][i % lines[l].length] - dark[l]);
        out[l] = gain[l] * dark[l];
        all += out[l];
      }
      for (int l = 0; l < lines.length; l++) {
        lines[l][i % lines[l].length] = out[l] - all * 2 / lines.length + in;
      }
      double even = out[0] - out[2] + out[4] - out[6];
      double odd = out[1] - out[3] + out[5] - out[7];
      if (sound.length == 1) {
        sound[0][i] += mix * (even + odd) / 2;
      } else {
        sound[0][i] += mix * (even + 0.4 * odd);
        sound[1][i] += mix * (odd + 0.4 * even);
      }
    }
  }

  /** Smears the sound before it enters, so that single echoes are not heard. */
  private static final class AllPasses {
    private final double[][] lines;
    private final double[] pause;
    private int at;

    AllPasses(int hz) {
      lines = new double[][] {new double[hz / 142], new double[hz / 213], new double[hz / 467]};
      pause = new double[hz / 80];
    }

    double next(double x) {
      double y = pause[at % pause.length];
      pause[at % pause.length] = x;
      for (double[] line : lines) {
        double held = line[at % line.length];
        double in = y + 0.6 * held;
        y = held - 0.6 * in;
        line[at % line.length] = in;
      }
      at++;
      return y;
    }
  }
}

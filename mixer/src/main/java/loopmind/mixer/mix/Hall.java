package loopmind.mixer.mix;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * A hall: eight delays that feed each other through a Householder matrix, which loses nothing, each
 * damped so that highs die sooner; before them a pre-delay and two all-passes a side, so that a
 * clap comes back as a wash instead of a flutter. What is sent in loses its lows first.
 *
 * <p>J.-M. Jot and A. Chaigne, "Digital delay networks for designing artificial reverberators", AES
 * 90, 1991; M. R. Schroeder, "Natural sounding artificial reverberation", JAES 1962. The middle of
 * the spectrum comes out about as loud as it went in. Holds the state of one section.
 */
public final class Hall {

  private static final int[] LENGTHS = {1523, 1783, 1987, 2203, 2411, 2767, 3083, 3449};
  private static final int[][] DIFFUSERS = {{142, 379}, {107, 277}};
  private static final double DIFFUSION = 0.6;
  private static final Seconds PRE_DELAY = Seconds.ofMillis(18);
  private static final double LOW_CUT_HZ = 220;
  private static final double DAMPING_HZ = 5200;

  private final double[][] lines = new double[LENGTHS.length][];
  private final int[] places = new int[LENGTHS.length];
  private final double[] gains = new double[LENGTHS.length];
  private final double[] damped = new double[LENGTHS.length];
  private final double[] heard = new double[LENGTHS.length];
  private final double[][] pre = new double[2][];
  private final double[][][] diffusers = new double[2][2][];
  private final int[][] diffuserPlaces = new int[2][2];
  private final Biquad[] lowCut;
  private final double damping;
  private final double level;
  private int prePlace;

  /**
   * @param decay until a sound has fallen by 60 dB; 0.2 s or more
   */
  public Hall(Seconds decay, SampleRate rate) {
    double scale = rate.hz() / (double) SampleRate.STUDIO.hz();
    double energy = 0;
    for (int i = 0; i < LENGTHS.length; i++) {
      lines[i] = new double[(int) Math.round(LENGTHS[i] * scale)];
      gains[i] = Math.pow(10, -3.0 * lines[i].length / (decay.value() * rate.hz()));
      energy += 1 / (1 - gains[i] * gains[i]) / LENGTHS.length;
    }
    // half of the lines reach each side, and the damping takes about half of white noise
    level = Math.sqrt(1 / (energy * 2));
    for (int side = 0; side < 2; side++) {
      pre[side] = new double[(int) rate.framesIn(PRE_DELAY)];
      for (int stage = 0; stage < 2; stage++) {
        diffusers[side][stage] = new double[(int) Math.round(DIFFUSERS[side][stage] * scale)];
      }
    }
    BiquadShape cut = BiquadShape.highPass(LOW_CUT_HZ, BiquadShape.BUTTERWORTH_Q, rate);
    lowCut = Biquad.chain(cut, cut);
    damping = -Math.expm1(-2 * Math.PI * DAMPING_HZ / rate.hz());
  }

  /**
   * Adds the hall of the next {@code count} frames of {@code sent} to {@code out}; {@code sent} is
   * used up.
   */
  public void add(float[][] sent, int count, float[][] out) {
    for (int side = 0; side < 2; side++) {
      lowCut[side].process(sent[side], 0, count);
    }
    for (int i = 0; i < count; i++) {
      double left = diffused(0, delayed(0, sent[0][i]));
      double right = diffused(1, delayed(1, sent[1][i]));
      prePlace = prePlace + 1 == pre[0].length ? 0 : prePlace + 1;
      turn(left, right);
      out[0][i] += (float) (level * (heard[0] - heard[2] + heard[4] - heard[6]));
      out[1][i] += (float) (level * (heard[1] - heard[3] + heard[5] - heard[7]));
    }
  }

  private double delayed(int side, double sample) {
    double out = pre[side][prePlace];
    pre[side][prePlace] = sample;
    return out;
  }

  private double diffused(int side, double sample) {
    double out = sample;
    for (int stage = 0; stage < 2; stage++) {
      double[] line = diffusers[side][stage];
      int place = diffuserPlaces[side][stage];
      double old = line[place];
      double in = out - DIFFUSION * old;
      line[place] = in;
      out = old + DIFFUSION * in;
      diffuserPlaces[side][stage] = place + 1 == line.length ? 0 : place + 1;
    }
    return out;
  }

  private void turn(double left, double right) {
    double sum = 0;
    for (int i = 0; i < lines.length; i++) {
      double out = lines[i][places[i]] * gains[i];
      damped[i] += damping * (out - damped[i]);
      heard[i] = Math.abs(damped[i]) < 1e-18 ? 0 : damped[i];
      sum += heard[i];
    }
    double shared = sum * 2 / lines.length;
    for (int i = 0; i < lines.length; i++) {
      lines[i][places[i]] = heard[i] - shared + (i % 2 == 0 ? left : right);
      places[i] = places[i] + 1 == lines[i].length ? 0 : places[i] + 1;
    }
  }
}

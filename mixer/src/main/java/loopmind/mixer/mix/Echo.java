package loopmind.mixer.mix;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * An echo in time with the song that goes from side to side, each repeat quieter and duller. Holds
 * the state of one section.
 */
public final class Echo {

  private static final double FEEDBACK = 0.38;
  private static final double LOW_CUT_HZ = 300;
  private static final double HIGH_CUT_HZ = 4500;

  private final float[][] lines;
  private final Biquad[][] tone = new Biquad[2][];
  private int place;

  /**
   * @param time between repeats; at least a frame
   */
  public Echo(Seconds time, SampleRate rate) {
    lines = new float[2][(int) Math.max(1, rate.framesIn(time))];
    for (int side = 0; side < 2; side++) {
      tone[side] =
          Biquad.chain(
              BiquadShape.highPass(LOW_CUT_HZ, BiquadShape.BUTTERWORTH_Q, rate),
              BiquadShape.lowPass(HIGH_CUT_HZ, BiquadShape.BUTTERWORTH_Q, rate));
    }
  }

  /** Adds the repeats of {@code sent} to {@code out} for the next {@code count} frames. */
  public void add(float[][] sent, int count, float[][] out) {
    for (int i = 0; i < count; i++) {
      double left = lines[0][place];
      double right = lines[1][place];
      out[0][i] += (float) left;
      out[1][i] += (float) right;
      double middle = (sent[0][i] + sent[1][i]) / 2;
      lines[0][place] = (float) toned(0, middle + FEEDBACK * right);
      lines[1][place] = (float) toned(1, FEEDBACK * left);
      place = place + 1 == lines[0].length ? 0 : place + 1;
    }
  }

  private double toned(int side, double sample) {
    return tone[side][1].next(tone[side][0].next(sample));
  }
}

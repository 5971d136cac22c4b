package loopmind.mixer.master;

import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Turns down what is louder than a threshold, all channels together, so that a mix sticks together.
 *
 * <p>Feed-forward with a soft knee (D. Giannoulis, M. Massberg, J. D. Reiss, "Digital Dynamic Range
 * Compressor Design", JAES 2012). The level is the mean power of the channels above {@link
 * #KEY_CORNER_HZ} Hz, so that a kick does not pull everything else down; gain is worked out every
 * {@value #STEP} frames and moves in straight lines between. Holds state; blocks of any size give
 * the same gains.
 */
public final class Compressor {

  private static final int STEP = 16;
  private static final double KEY_CORNER_HZ = 100;
  private static final double KNEE_DB = 6;
  private static final Seconds LEVEL_TIME = Seconds.ofMillis(10);

  /**
   * How it works.
   *
   * @param threshold level above which it acts, dBFS
   * @param ratio dB in for 1 dB out above the threshold; 1 to {@value #STEEPEST}
   * @param attack time to cover 63 % of a reduction
   * @param release time to give 63 % of it back
   */
  public record Settings(Decibels threshold, double ratio, Seconds attack, Seconds release) {

    public static final int STEEPEST = 4;

    public Settings {
      if (!(ratio >= 1 && ratio <= STEEPEST)) {
        throw new IllegalArgumentException(
            "A compressor's ratio goes from 1 to %d, but was given %s.".formatted(STEEPEST, ratio));
      }
    }
  }

  private final Settings settings;
  private final Biquad[] key;
  private final double levelStep;
  private final double attackStep;
  private final double releaseStep;
  private double power;
  private double reductionDb;
  private double gain = 1;
  private double slope;
  private double stepPower;
  private int inStep;

  public Compressor(Settings settings, int channels, SampleRate rate) {
    this.settings = settings;
    key = new Biquad[channels];
    BiquadShape pass = BiquadShape.highPass(KEY_CORNER_HZ, BiquadShape.BUTTERWORTH_Q, rate);
    java.util.Arrays.setAll(key, c -> new Biquad(pass));
    levelStep = step(LEVEL_TIME, rate);
    attackStep = step(settings.attack(), rate);
    releaseStep = step(settings.release(), rate);
  }

  private static double step(Seconds time, SampleRate rate) {
    return -Math.expm1(-STEP / (time.value() * rate.hz()));
  }

  /** Works out the gain of each of {@code count} frames, linear, at most 1. */
  public void gains(float[][] sound, int count, float[] gains) {
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < sound.length; c++) {
        double heard = key[c].next(sound[c][i]);
        stepPower += heard * heard;
      }
      gain += slope;
      gains[i] = (float) gain;
      if (++inStep == STEP) {
        endStep(sound.length);
      }
    }
  }

  private void endStep(int channels) {
    power += levelStep * (stepPower / (STEP * channels) - power);
    double over = 10 * Math.log10(power + 1e-15) - settings.threshold().value();
    double wanted = reduction(over);
    reductionDb += (wanted > reductionDb ? attackStep : releaseStep) * (wanted - reductionDb);
    slope = (Math.pow(10, -reductionDb / 20) - gain) / STEP;
    stepPower = 0;
    inStep = 0;
  }

  private double reduction(double overDb) {
    double share = 1 - 1 / settings.ratio();
    if (overDb <= -KNEE_DB / 2) {
      return 0;
    }
    if (overDb >= KNEE_DB / 2) {
      return share * overDb;
    }
    double into = overDb + KNEE_DB / 2;
    return share * into * into / (2 * KNEE_DB);
  }
}

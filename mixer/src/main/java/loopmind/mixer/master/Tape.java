package loopmind.mixer.master;

import java.util.Arrays;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;
import loopmind.mixer.measure.Hands;

/**
 * A tape machine: what is low is lifted a little by the head, loud moments are pressed gently, the
 * tape saturates, highs come back softer, and the speed wavers by less than anyone hears.
 *
 * <p>The tape is y = tanh(d·x + b) with b for even harmonics; its drive is relative to the loudness
 * of the mix, so that a sine as loud as the mix is distorted by about 1 %, however loud the mix is.
 * Instead of the curve itself, its mean between two frames is taken, which holds down what would
 * fold back, and softens the highest octave (J. Parker, V. Zavalishin, E. Le Bivic, "Reducing the
 * Aliasing of Nonlinear Waveshaping Using Continuous-Time Convolution", DAFx 2016). The sound comes
 * out {@value #LATENCY} frames late. Holds state; blocks of any size give the same sound.
 */
final class Tape {

  static final int LATENCY = 8;

  private static final double DRIVE = 0.35, BIAS = 0.12;
  private static final double HEAD_HZ = 75, HEAD_Q = 0.9, HEAD_DB = 1.5;
  private static final double HIGH_HZ = 9000, HIGH_Q = 0.7, HIGH_DB = -1.5;
  private static final double BLOCK_DC_HZ = 12;
  private static final double RATIO = 1.4, PRESSED_ABOVE_DB = -2;
  private static final Seconds ATTACK = Seconds.ofMillis(40), RELEASE = Seconds.ofMillis(250);

  /** Wow of at most {@value} of the speed, {@value #WOW_HZ} times a second. */
  private static final double WOW = 0.0003;

  private static final double WOW_HZ = 0.55;
  private static final double SAME = 1e-5;
  private static final int LINE = 32;

  private final Biquad[][] before;
  private final Biquad[][] after;
  private final Compressor compressor;
  private final double drive;
  private final double[] last;
  private final double[] lastIntegral;
  private final float[][] line;
  private final double wowStep;
  private final double wowFrames;
  private float[] gains = new float[0];
  private long frame;

  /**
   * @param level peak of a sine as loud as the mix
   */
  Tape(Decibels level, int channels, SampleRate rate) {
    BiquadShape head = BiquadShape.peaking(HEAD_HZ, HEAD_Q, new Decibels(HEAD_DB), rate);
    BiquadShape highs = BiquadShape.highShelf(HIGH_HZ, HIGH_Q, new Decibels(HIGH_DB), rate);
    BiquadShape dc = BiquadShape.highPass(BLOCK_DC_HZ, BiquadShape.BUTTERWORTH_Q, rate);
    before = new Biquad[channels][];
    after = new Biquad[channels][];
    Arrays.setAll(before, c -> Biquad.chain(head));
    Arrays.setAll(after, c -> Biquad.chain(dc, highs));
    compressor =
        new Compressor(
            new Compressor.Settings(
                new Decibels(level.value() + PRESSED_ABOVE_DB), RATIO, ATTACK, RELEASE),
            channels,
            rate);
    drive = DRIVE / level.ratio();
    last = new double[channels];
    lastIntegral = new double[channels];
    Arrays.fill(last, BIAS);
    Arrays.fill(lastIntegral, integral(BIAS));
    line = new float[channels][LINE];
    wowStep = 2 * Math.PI * WOW_HZ / rate.hz();
    wowFrames = WOW / wowStep;
  }

  /**
   * Changes the next {@code count} frames in place.
   *
   * @param hands that work on the channels
   */
  void process(float[][] block, int count, Hands hands) {
    if (gains.length < count) {
      gains = new float[count];
    }
    compressor.gains(block, count, gains);
    hands.each(block.length, c -> process(c, block[c], count));
    frame += count;
  }

  private void process(int channel, float[] samples, int count) {
    for (Biquad filter : before[channel]) {
      filter.process(samples, 0, count);
    }
    for (int i = 0; i < count; i++) {
      samples[i] = (float) saturated(channel, gains[i] * samples[i]);
    }
    for (Biquad filter : after[channel]) {
      filter.process(samples, 0, count);
    }
    waver(line[channel], samples, count);
  }

  private double saturated(int channel, double sample) {
    double x = drive * sample + BIAS;
    double integral = integral(x);
    double move = x - last[channel];
    double y =
        Math.abs(move) < SAME
            ? Math.tanh((x + last[channel]) / 2)
            : (integral - lastIntegral[channel]) / move;
    last[channel] = x;
    lastIntegral[channel] = integral;
    return (y - Math.tanh(BIAS)) / drive;
  }

  /** log cosh, whose slope is tanh; without overflow. */
  private static double integral(double x) {
    double size = Math.abs(x);
    return size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
  }

  private void waver(float[] kept, float[] samples, int count) {
    for (int i = 0; i < count; i++) {
      int now = (int) ((frame + i) % LINE);
      kept[now] = samples[i];
      double late = LATENCY + wowFrames * Math.sin(wowStep * (frame + i));
      int whole = (int) Math.floor(late);
      double part = late - whole;
      double a = kept[Math.floorMod(now - whole + 1, LINE)];
      double b = kept[Math.floorMod(now - whole, LINE)];
      double c = kept[Math.floorMod(now - whole - 1, LINE)];
      double d = kept[Math.floorMod(now - whole - 2, LINE)];
      double slope = (c - a) / 2;
      double next = (d - b) / 2;
      double rise = c - b;
      samples[i] =
          (float)
              (b
                  + part
                      * (slope
                          + part
                              * (3 * rise - 2 * slope - next + part * (slope + next - 2 * rise))));
    }
  }
}

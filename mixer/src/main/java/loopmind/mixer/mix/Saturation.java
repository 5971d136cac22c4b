package loopmind.mixer.mix;

import loopmind.mixer.dsp.Resampler;

/**
 * Drives a loop into soft clipping, y = tanh(d·x) / d′, at twice its rate, so that what the curve
 * adds above half the rate does not fold back. The drive is relative to how loud the loop is, and
 * what comes out is as loud as what went in: a stronger effect is denser, not louder.
 */
final class Saturation {

  /** Drive of each strength, where 1 is the level of a crest of 10 dB. */
  private static final double[] DRIVES = {1.2, 2.5, 5};

  private static final double CREST = Math.pow(10, 10 / 20.0);

  private Saturation() {}

  /** Changes {@code channels} in place; what they hold goes round. */
  static void apply(float[][] channels, int strength) {
    double before = rms(channels);
    if (before == 0) {
      return;
    }
    double scale = DRIVES[strength - 1] / (before * CREST);
    int frames = channels[0].length;
    for (float[] channel : channels) {
      float[] twice = Resampler.around(channel, 2 * frames);
      for (int i = 0; i < twice.length; i++) {
        twice[i] = (float) Math.tanh(scale * twice[i]);
      }
      System.arraycopy(Resampler.around(twice, frames), 0, channel, 0, frames);
    }
    float level = (float) (before / rms(channels));
    for (float[] channel : channels) {
      for (int i = 0; i < frames; i++) {
        channel[i] *= level;
      }
    }
  }

  private static double rms(float[][] channels) {
    double sum = 0;
    for (float[] channel : channels) {
      for (float sample : channel) {
        sum += (double) sample * sample;
      }
    }
    return Math.sqrt(sum / (channels.length * (double) channels[0].length));
  }
}

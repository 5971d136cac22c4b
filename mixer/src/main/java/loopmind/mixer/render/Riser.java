package loopmind.mixer.render;

import java.util.SplittableRandom;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Noise through a band that climbs from {@value #LOWEST_HZ} to {@value #HIGHEST_HZ} Hz, and a tone
 * that climbs an octave to the tonic, both louder until the border. Holds the state of one passage;
 * asked for its frames in order.
 */
final class Riser {

  private static final double LOWEST_HZ = 300, HIGHEST_HZ = 9_000;
  private static final double NOISE_PEAK = 0.1, TONE_PEAK = 0.012;
  private static final int RESHAPE_FRAMES = 64;

  private final Passage passage;
  private final SampleRate rate;
  private final double tonicHz;
  private final SplittableRandom[] noise;
  private final Biquad[] band;
  private double phase;

  /**
   * @param tonicHz where the tone arrives
   */
  Riser(Passage passage, double tonicHz, SampleRate rate) {
    this.passage = passage;
    this.rate = rate;
    this.tonicHz = tonicHz;
    noise = new SplittableRandom[] {random(0), random(1)};
    band = new Biquad[] {new Biquad(shape(0)), new Biquad(shape(0))};
  }

  private SplittableRandom random(int channel) {
    return new SplittableRandom(passage.seed() * 2 + channel);
  }

  private BiquadShape shape(double progress) {
    double centre = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, progress);
    return BiquadShape.bandPass(centre, 0.8, rate);
  }

  /** Adds the frames from {@code from} on, as far as they lie in the passage. */
  void add(long from, int count, float[][] into) {
    for (int i = 0; i < count; i++) {
      long frame = from + i;
      if (frame < passage.start() || frame >= passage.border()) {
        continue;
      }
      double progress = passage.progress(frame);
      if ((frame - passage.start()) % RESHAPE_FRAMES == 0) {
        band[0].reshape(shape(progress));
        band[1].reshape(shape(progress));
      }
      double rise = progress * progress;
      phase += tonicHz * Math.pow(2, progress - 1) / rate.hz();
      double tone = Math.sin(2 * Math.PI * phase) * TONE_PEAK;
      for (int c = 0; c < 2; c++) {
        double hiss = band[c].next(noise[c].nextDouble() * 2 - 1) * NOISE_PEAK;
        into[c][i] += (float) (rise * (hiss + tone));
      }
    }
  }
}

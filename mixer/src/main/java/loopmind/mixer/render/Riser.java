package loopmind.mixer.render;

import java.util.SplittableRandom;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Noise through a band that climbs from {@value #LOWEST_HZ} to {@value #HIGHEST_HZ} Hz, and a tone
 * that climbs an octave and arrives at the tonic, both louder until the border and pulsing in
 * eighth notes. Holds the state of one passage; asked for its frames in order.
 */
final class Riser {

  private static final double LOWEST_HZ = 300, HIGHEST_HZ = 9_000, BAND_Q = 0.8;
  private static final double NOISE_PEAK = 0.1, TONE_PEAK = 0.02;
  private static final double PULSE_BEATS = 0.5, PULSE_DEPTH = 0.4;

  /** The tone has arrived this share of the passage before its end. */
  private static final double ARRIVED = 0.94;

  private static final int RESHAPE_FRAMES = 64;
  private static final double END_S = 0.005;

  private final Passage passage;
  private final SampleRate rate;
  private final SplittableRandom[] noise;
  private final Biquad[] band;
  private double phase;

  Riser(Passage passage, SampleRate rate) {
    this.passage = passage;
    this.rate = rate;
    noise = new SplittableRandom[] {random(0), random(1)};
    band = new Biquad[] {new Biquad(shape(0)), new Biquad(shape(0))};
  }

  private SplittableRandom random(int channel) {
    return new SplittableRandom(passage.seed() * 2 + channel);
  }

  private BiquadShape shape(double progress) {
    double centre = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, progress);
    return BiquadShape.bandPass(centre, BAND_Q, rate);
  }

  /** Adds the frames from {@code from} on, as far as they lie in the passage. */
  void add(long from, int count, float[][] into) {
    for (int i = 0; i < count; i++) {
      long frame = from + i;
      if (frame >= passage.start() && frame < passage.border()) {
        add(frame, into, i);
      }
    }
  }

  private void add(long frame, float[][] into, int i) {
    double progress = passage.progress(frame);
    if ((frame - passage.start()) % RESHAPE_FRAMES == 0) {
      band[0].reshape(shape(progress));
      band[1].reshape(shape(progress));
    }
    double rise = progress * progress * pulse(frame) * end(frame);
    double climbed = Math.min(1, progress / ARRIVED) - 1;
    phase += passage.tonicHz() * Math.pow(2, climbed) / rate.hz();
    double angle = 2 * Math.PI * phase;
    double tone = (Math.sin(angle) + 0.4 * Math.sin(2 * angle) + 0.2 * Math.sin(3 * angle));
    for (int c = 0; c < 2; c++) {
      double hiss = band[c].next(noise[c].nextDouble() * 2 - 1) * NOISE_PEAK;
      into[c][i] += (float) (rise * (hiss + TONE_PEAK * tone));
    }
  }

  /** In time with the border, so that the last pulse is whole. */
  private double pulse(long frame) {
    double beats = (passage.border() - frame) / passage.beatFrames();
    double within = beats / PULSE_BEATS - Math.floor(beats / PULSE_BEATS);
    return 1 - PULSE_DEPTH * (1 - within) * passage.progress(frame);
  }

  private double end(long frame) {
    return Math.min(1, (passage.border() - frame) / (END_S * rate.hz()));
  }
}

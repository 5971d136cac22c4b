package loopmind.mixer.stretch;

import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Resampler;

/**
 * Changes length and pitch of a loop apart from each other, exact to the frame.
 *
 * <p>A loop is a circle: it is read across its seam, a tail after its last beat sounds on over its
 * beginning, and what comes out repeats as seamlessly as what went in. Percussion is cut at its
 * hits, which are moved whole ({@link SliceStretch}); tones go through a phase vocoder ({@link
 * PhaseVocoder}); mixed material is split by {@link HarmonicSplit} and goes both ways. Pitch is a
 * change of length followed by a band-limited read at another speed. Good from half to twice the
 * speed; beyond that drums thin out and tones blur. Without any change of length or pitch the
 * samples are those that came in, bit for bit. Deterministic; has no state.
 */
public final class LoopStretcher {

  /** Pitch errors below half a cent are not heard: such lengths are reached by reading faster. */
  private static final double INAUDIBLE = 2.5e-4;

  private LoopStretcher() {}

  /**
   * One turn of the loop as {@code fit} asks for it.
   *
   * @param loop at least one frame; left as it is
   * @return exactly {@code fit.target()} frames, with the rate and channels of {@code loop}
   */
  public static AudioBuffer fit(AudioBuffer loop, LoopFit fit) {
    float[][] circle = Circle.of(loop, Math.toIntExact(fit.body().count()));
    int target = Math.toIntExact(fit.target().count());
    double ratio = fit.shift().frequencyRatio();
    int stretched = Math.max(1, Math.toIntExact(Math.round(target * ratio)));
    if (Math.abs((double) stretched / circle[0].length - 1) > INAUDIBLE) {
      circle = stretch(circle, stretched, fit.material(), loop.rate().hz());
    }
    for (int c = 0; c < circle.length; c++) {
      if (circle[c].length != target) {
        circle[c] = Resampler.around(circle[c], target);
      }
    }
    return new AudioBuffer(circle, loop.rate());
  }

  private static float[][] stretch(float[][] circle, int target, Material material, int hz) {
    return switch (material) {
      case PERCUSSIVE -> slices(circle, target, hz);
      case TONAL -> vocoder(circle, target, hz);
      case MIXED -> {
        float[][] tones = new HarmonicSplit(circle, hz).tones();
        float[][] hits = Circle.minus(circle, tones);
        yield Circle.plus(vocoder(tones, target, hz), slices(hits, target, hz));
      }
    };
  }

  private static float[][] slices(float[][] circle, int target, int hz) {
    var onsets = Onsets.in(circle, hz, Onsets.EVERY_HIT);
    // without a hit there is nothing to cut at: a drone or noise is carried on like a tone
    return onsets.isEmpty()
        ? new PhaseVocoder(circle, target, onsets, hz).stretched()
        : new SliceStretch(circle, target, onsets, hz).stretched();
  }

  private static float[][] vocoder(float[][] circle, int target, int hz) {
    return new PhaseVocoder(circle, target, Onsets.in(circle, hz, Onsets.CLEAR_ATTACKS), hz)
        .stretched();
  }
}

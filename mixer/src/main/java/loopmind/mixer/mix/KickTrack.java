package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * Hears the kicks in the drums of one section and says afterwards how far they were sounding, so
 * that others make room for them: an envelope of what lies below {@value #KICK_BELOW_HZ} Hz,
 * relative to the loudest kick of the section. Fed once, in order, from its first frame.
 */
public final class KickTrack {

  private static final double KICK_BELOW_HZ = 110;
  private static final Seconds ATTACK = Seconds.ofMillis(1.5);
  private static final Seconds RELEASE = Seconds.ofMillis(90);
  private static final double FLOOR = 0.0015, FROM = 0.3, TO = 0.8, ONSET = 0.5;

  /** The envelope moves so slowly that every so many frames are enough. */
  private static final int STEP = 16;

  private final Biquad[] lowPass;
  private final double attack;
  private final double release;
  private double envelope;
  private double loudest = FLOOR;
  private float[] steps = new float[4096];
  private int stepCount;
  private int inStep;

  public KickTrack(SampleRate rate) {
    BiquadShape shape = BiquadShape.lowPass(KICK_BELOW_HZ, BiquadShape.BUTTERWORTH_Q, rate);
    lowPass = Biquad.chain(shape, shape);
    attack = -Math.expm1(-1 / (ATTACK.value() * rate.hz()));
    release = -Math.expm1(-1 / (RELEASE.value() * rate.hz()));
  }

  /** Hears the next {@code count} frames of the drums. */
  public void hear(float[][] drums, int count) {
    for (int i = 0; i < count; i++) {
      double low = lowPass[1].next(lowPass[0].next((drums[0][i] + drums[1][i]) / 2));
      double size = Math.abs(low);
      envelope += (size > envelope ? attack : release) * (size - envelope);
      if (++inStep == STEP) {
        endStep();
      }
    }
  }

  private void endStep() {
    loudest = Math.max(loudest, envelope);
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
    }
    steps[stepCount++] = (float) envelope;
    inStep = 0;
  }

  /** How far a kick sounds at frame {@code index} of what was heard: 0 (none does) to 1. */
  public double at(long index) {
    double place = (index + 1) / (double) STEP - 1;
    int step = (int) Math.floor(place);
    double before = envelopeAt(step);
    double now = before + (place - step) * (envelopeAt(step + 1) - before);
    return Math.clamp((now / loudest - FROM) / (TO - FROM), 0, 1);
  }

  private double envelopeAt(int step) {
    return step < 0 || stepCount == 0 ? 0 : steps[Math.min(step, stepCount - 1)];
  }

  /** The frames at which kicks begin, in order; empty where none is heard. */
  public List<Long> onsets() {
    List<Long> onsets = new ArrayList<>();
    boolean sounding = false;
    for (int step = 0; step < stepCount; step++) {
      double share = at((long) STEP * step);
      if (!sounding && share > ONSET) {
        onsets.add((long) STEP * step);
      }
      sounding = sounding ? share > ONSET / 2 : share > ONSET;
    }
    return onsets;
  }
}

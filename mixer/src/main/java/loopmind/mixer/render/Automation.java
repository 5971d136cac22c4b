package loopmind.mixer.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * What transitions do to one stem besides moving its time: sweeps, stops and halls. Fed with the
 * stem's frames in order; chunks of any size give the same samples.
 */
final class Automation {

  private static final double SWEEP_FROM_HZ = 25, SWEEP_TO_HZ = 700;
  private static final int RESHAPE_FRAMES = 32;
  private static final double RAMP_S = 0.004;
  private static final Seconds HALL = new Seconds(2.5);
  private static final double HALL_SEND = 0.22;
  private static final Set<Role> STOPPED = EnumSet.of(Role.DRUMS, Role.PERCUSSION, Role.BASS);

  private final Role role;
  private final SampleRate rate;
  private final List<Passage> sweeps;
  private final List<Passage> stops;
  private final List<Passage> halls;
  private final Biquad[] highPass;
  private final TailReverb hall;
  private final long ramp;

  Automation(Role role, List<Passage> passages, SampleRate rate) {
    this.role = role;
    this.rate = rate;
    sweeps =
        role == Role.FX ? List.of() : of(passages, TransitionKind.SWEEP, TransitionKind.BUILDUP);
    stops = STOPPED.contains(role) ? of(passages, TransitionKind.CUT) : List.of();
    halls =
        role == Role.BASS || role == Role.DRUMS
            ? List.of()
            : of(passages, TransitionKind.REVERB_TAIL);
    highPass = new Biquad[] {new Biquad(shape(0)), new Biquad(shape(0))};
    hall = new TailReverb(HALL, rate);
    ramp = rate.framesIn(new Seconds(RAMP_S));
  }

  private static List<Passage> of(List<Passage> passages, TransitionKind... kinds) {
    Set<TransitionKind> wanted = Set.of(kinds);
    return passages.stream().filter(passage -> wanted.contains(passage.kind())).toList();
  }

  private BiquadShape shape(double progress) {
    double corner = SWEEP_FROM_HZ * Math.pow(SWEEP_TO_HZ / SWEEP_FROM_HZ, progress);
    return BiquadShape.highPass(corner, BiquadShape.BUTTERWORTH_Q, rate);
  }

  /** Changes the frames from {@code from} on in place. */
  void process(long from, int count, float[][] stem) {
    for (Passage sweep : sweeps) {
      sweep(sweep, from, count, stem);
    }
    for (Passage stop : stops) {
      stop(stop, from, count, stem);
    }
    if (!halls.isEmpty()) {
      ring(from, count, stem);
    }
  }

  private void sweep(Passage passage, long from, int count, float[][] stem) {
    double reach = passage.kind() == TransitionKind.BUILDUP && role != Role.DRUMS ? 0.6 : 1;
    for (long frame = Math.max(from, passage.start());
        frame < Math.min(from + count, passage.border());
        frame++) {
      long within = frame - passage.start();
      for (int c = 0; c < 2; c++) {
        if (within == 0) {
          highPass[c].reset();
        }
        if (within % RESHAPE_FRAMES == 0) {
          highPass[c].reshape(shape(reach * passage.progress(frame)));
        }
        int i = (int) (frame - from);
        double open = opened(passage, frame);
        stem[c][i] = (float) (open * stem[c][i] + (1 - open) * highPass[c].next(stem[c][i]));
      }
    }
  }

  private void stop(Passage passage, long from, int count, float[][] stem) {
    for (long frame = Math.max(from, passage.start() - ramp);
        frame < Math.min(from + count, passage.border());
        frame++) {
      double gain = Math.clamp((passage.start() - frame) / (double) ramp, 0, 1);
      gain = Math.max(gain, opened(passage, frame));
      int i = (int) (frame - from);
      stem[0][i] *= (float) gain;
      stem[1][i] *= (float) gain;
    }
  }

  /**
   * 0 in the passage, and up to 1 in the last moment before its border: what goes on has no edge.
   */
  private double opened(Passage passage, long frame) {
    double left = (passage.border() - frame) / (double) ramp;
    return left >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * left);
  }

  private void ring(long from, int count, float[][] stem) {
    for (int i = 0; i < count; i++) {
      double send = send(from + i) * HALL_SEND;
      hall.next(stem[0][i] * send, stem[1][i] * send, stem, i);
    }
  }

  /** The hall opens over the passage and is shut at its border. */
  private double send(long frame) {
    double most = 0;
    for (Passage passage : halls) {
      if (frame >= passage.start() && frame < passage.border()) {
        double closing = Math.min(1, (passage.border() - frame) / (double) ramp);
        most = Math.max(most, passage.progress(frame) * closing);
      }
    }
    return most;
  }
}

package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.mix.Sweep;

/**
 * What moves over a part besides its time: sweeps of effects and transitions, and the stop of a
 * cut. Fed with the part's frames in order; chunks of any size give the same samples.
 */
final class Automation {

  private static final double SWEEP_TO_HZ = 700, BUILD_DRUMS_TO_HZ = 700, BUILD_OTHERS_TO_HZ = 200;
  private static final Seconds STOP_RAMP = Seconds.ofMillis(4);

  private final List<Sweep> sweeps = new ArrayList<>();
  private final OptionalLong stop;
  private final long ramp;

  Automation(Segment segment, Part part) {
    long frames = segment.frames();
    part.effects()
        .strength(EffectKind.LOWPASS_SWEEP)
        .ifPresent(strength -> sweeps.add(Sweep.opening(strength, frames, segment.rate())));
    part.effects()
        .strength(EffectKind.HIGHPASS_SWEEP)
        .ifPresent(strength -> sweeps.add(Sweep.rising(strength, frames, segment.rate())));
    segment.out().ifPresent(passage -> sweep(passage, segment, part.role()));
    stop =
        PartPlayer.stops(part.role(), segment)
            ? OptionalLong.of(segment.out().orElseThrow().start())
            : OptionalLong.empty();
    ramp = segment.rate().framesIn(STOP_RAMP);
  }

  private void sweep(Passage passage, Segment segment, Role role) {
    if (role == Role.FX) {
      return;
    }
    boolean chopped = Warps.chops(role, segment);
    double build = chopped ? BUILD_DRUMS_TO_HZ : BUILD_OTHERS_TO_HZ;
    if (passage.kind() == TransitionKind.SWEEP) {
      sweeps.add(Sweep.rising(SWEEP_TO_HZ, passage.start(), passage.border(), segment.rate()));
    } else if (passage.kind() == TransitionKind.BUILDUP) {
      sweeps.add(Sweep.rising(build, passage.start(), passage.border(), segment.rate()));
    }
  }

  /** Changes the frames from {@code from} on in place. */
  void process(long from, int count, float[][] sound) {
    for (Sweep sweep : sweeps) {
      sweep.process(from, count, sound);
    }
    stop.ifPresent(at -> stop(at - from, count, sound));
  }

  private void stop(long at, int count, float[][] sound) {
    for (int i = (int) Math.clamp(at - ramp, 0, count); i < count; i++) {
      float gain = (float) Math.clamp((at - i) / (double) ramp, 0, 1);
      sound[0][i] *= gain;
      sound[1][i] *= gain;
    }
  }
}

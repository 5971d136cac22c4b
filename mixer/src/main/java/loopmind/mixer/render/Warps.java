package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.TransitionKind;

/** What moves a part in time: the tape stops, stutters and chops of its section. */
final class Warps {

  /** Slices of a build-up, in bars. */
  private static final double[] BUILD_BARS = {4, 2, 1, 0.5, 0.25};

  /** By how much each slice of a build-up is higher than the one before. */
  private static final double BUILD_SEMITONES = 2;

  private static final double GRAIN_BEATS = 0.25;

  /** Slices of a stutter in the quarters of its bar, by strength, in beats. */
  private static final double[][] STUTTER_BEATS = {
    {1, 0.5, 0.5, 0.25}, {0.5, 0.25, 0.25, 0.125}, {0.25, 0.125, 0.125, 0.0625}
  };

  private Warps() {}

  /**
   * @param chopped whether a fill or a build-up chops this role
   * @return the outermost first
   */
  static List<Warp> of(Segment segment, Effects effects, boolean chopped) {
    List<Warp> warps = new ArrayList<>();
    long frames = segment.frames();
    segment
        .out()
        .filter(passage -> passage.kind() == TransitionKind.TAPE_STOP)
        .ifPresent(passage -> warps.add(new TapeStop(passage.start(), passage.border(), 1)));
    long lastBar = Math.max(0, frames - Math.round(segment.barFrames()));
    effects
        .strength(EffectKind.TAPE_STOP)
        .ifPresent(strength -> warps.add(new TapeStop(lastBar, frames, strength)));
    effects
        .strength(EffectKind.STUTTER)
        .ifPresent(strength -> warps.addAll(stutter(lastBar, frames, strength, segment)));
    segment.out().filter(passage -> chopped).ifPresent(passage -> warps.addAll(chops(passage)));
    return warps;
  }

  /** The roles that a fill or a build-up chops: the drums, or what there is in their place. */
  static boolean chops(Role role, Segment segment) {
    boolean hits = segment.parts().stream().anyMatch(part -> part.role().isPercussive());
    boolean drums = segment.parts().stream().anyMatch(part -> part.role() == Role.DRUMS);
    boolean build = segment.out().filter(p -> p.kind() == TransitionKind.BUILDUP).isPresent();
    if (drums && !build) {
      return role == Role.DRUMS;
    }
    return hits ? role.isPercussive() : role != Role.FX;
  }

  private static List<Warp> stutter(long start, long end, int strength, Segment segment) {
    List<Warp> chops = new ArrayList<>();
    double[] slices = STUTTER_BEATS[strength - 1];
    double quarter = (end - start) / (double) slices.length;
    for (int i = 0; i < slices.length; i++) {
      long from = start + Math.round(i * quarter);
      long to = i + 1 == slices.length ? end : start + Math.round((i + 1) * quarter);
      if (to > from) {
        chops.add(Chop.whole(from, to, start, slices[i] * segment.beatFrames()));
      }
    }
    return chops;
  }

  private static List<Warp> chops(Passage passage) {
    return switch (passage.kind()) {
      case FILL -> fill(passage);
      case BUILDUP -> build(passage);
      default -> List.of();
    };
  }

  /** Half and quarter beats of the second beat, faster towards the border. */
  private static List<Warp> fill(Passage passage) {
    double beat = passage.beatFrames();
    long length = passage.length();
    if (length < 2 * beat) {
      return List.of(Chop.whole(passage.start(), passage.border(), passage.start(), beat / 4));
    }
    long slice = passage.start() + Math.round(beat);
    long half = passage.start() + length / 2;
    long quarter = passage.start() + 3 * length / 4;
    return List.of(
        Chop.whole(half, quarter, slice, beat / 2),
        Chop.whole(quarter, passage.border(), slice, beat / 4));
  }

  /** Each slice sounds for half of what is left, the last for all of it; all begin alike. */
  private static List<Warp> build(Passage passage) {
    double bar = passage.beatFrames() * passage.beatsPerBar();
    double grain = GRAIN_BEATS * passage.beatFrames();
    List<Warp> chops = new ArrayList<>();
    long from = passage.start();
    double last = BUILD_BARS[BUILD_BARS.length - 1];
    for (double bars : BUILD_BARS) {
      double length = bars * bar;
      boolean fits = 2 * length <= passage.border() - from + 1;
      if (!fits && bars > last) {
        continue;
      }
      long to = bars > last ? from + Math.round((passage.border() - from) / 2.0) : passage.border();
      if (to > from) {
        double speed = Math.pow(2, BUILD_SEMITONES * chops.size() / 12);
        chops.add(new Chop(from, to, passage.start(), length, speed > 1 ? grain : length, speed));
      }
      from = to;
    }
    return chops;
  }
}

package loopmind.mixer.render;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.TransitionKind;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.mix.KickTrack;
import loopmind.mixer.mix.Pump;

/**
 * Plays one part of a segment, frames in order from its lead on: its clips, moved in time,
 * filtered, and turned down by the kick. Holds the state of one play.
 */
final class PartPlayer {

  /** The effects that are done here. */
  static final Set<EffectKind> MOVING =
      EnumSet.of(
          EffectKind.LOWPASS_SWEEP,
          EffectKind.HIGHPASS_SWEEP,
          EffectKind.TAPE_STOP,
          EffectKind.STUTTER,
          EffectKind.SIDECHAIN);

  /** Over this a duck opens after a section's first frame, and closes before its last moment. */
  private static final double DUCK_RAMP_S = 0.003;

  private final Segment segment;
  private final Part part;
  private final List<AudioBuffer> sounds;
  private final List<Warp> warps;
  private final Automation automation;
  private final Optional<Pump> pump;
  private final Optional<KickTrack> kicks;
  private final double depth;
  private float[] window = new float[0];
  private long position;

  /**
   * @param sounds of its clips' turns
   * @param kicks of the segment, from its lead on; empty where they turn nothing down
   */
  PartPlayer(
      Segment segment, Part part, Function<Turn, AudioBuffer> sounds, Optional<KickTrack> kicks) {
    this.segment = segment;
    this.part = part;
    this.kicks = kicks;
    this.sounds = part.clips().stream().map(clip -> sounds.apply(clip.turn())).toList();
    warps = Warps.of(segment, part.effects(), Warps.chops(part.role(), segment));
    automation = new Automation(segment, part);
    depth = part.role() == Role.DRUMS ? 0 : part.duckDb() * Math.log(10) / 20;
    pump =
        part.effects()
            .strength(EffectKind.SIDECHAIN)
            .map(s -> new Pump(hits(), s, segment.beatFrames(), segment.rate()));
    position = -segment.lead();
  }

  /** The kicks of the section; its beats where none is heard. */
  private List<Long> hits() {
    List<Long> onsets = kicks.map(KickTrack::onsets).orElse(List.of());
    if (!onsets.isEmpty()) {
      return onsets.stream().map(onset -> onset - segment.lead()).toList();
    }
    int beats = (int) Math.round(segment.frames() / segment.beatFrames());
    return java.util.stream.IntStream.range(0, beats)
        .mapToObj(beat -> Clip.frameAt(beat, segment.beatFrames()))
        .toList();
  }

  Part part() {
    return part;
  }

  /** Overwrites the first {@code count} frames of {@code out} with the next ones. */
  void next(float[][] out, int count) {
    Arrays.fill(out[0], 0, count, 0);
    Arrays.fill(out[1], 0, count, 0);
    long from = position;
    position += count;
    int sounding = (int) Math.clamp(segment.frames() - from, 0, count);
    if (sounding == 0) {
      return;
    }
    play(from, sounding, out);
    automation.process(from, sounding, out);
    duck(from, sounding, out);
  }

  private void play(long from, int count, float[][] out) {
    long end = from + count;
    for (long frame = from; frame < end; ) {
      long next = nextEdge(frame, end);
      int run = (int) (next - frame);
      if (isWarped(frame)) {
        new Bending(this::read, warps).read(frame, run, out, (int) (frame - from));
      } else {
        read(frame, run, out, (int) (frame - from));
      }
      frame = next;
    }
  }

  private boolean isWarped(long frame) {
    return warps.stream().anyMatch(warp -> warp.holds(frame));
  }

  private long nextEdge(long frame, long end) {
    long next = end;
    for (Warp warp : warps) {
      next = warp.start() > frame ? Math.min(next, warp.start()) : next;
      next = warp.end() > frame ? Math.min(next, warp.end()) : next;
    }
    return next;
  }

  private void read(long from, int count, float[][] out, int at) {
    for (int i = 0; i < sounds.size(); i++) {
      part.clips().get(i).add(sounds.get(i), segment.beatFrames(), from, count, out, at);
    }
  }

  private void duck(long from, int count, float[][] out) {
    if (depth == 0 && pump.isEmpty()) {
      return;
    }
    window(from, count);
    pump.ifPresent(p -> p.process(from, count, out, window));
    if (depth > 0 && kicks.isPresent()) {
      KickTrack track = kicks.get();
      for (int i = 0; i < count; i++) {
        double share = track.at(from + i + segment.lead()) * window[i];
        if (share > 0) {
          float gain = (float) Math.exp(-depth * share);
          out[0][i] *= gain;
          out[1][i] *= gain;
        }
      }
    }
  }

  /** Nothing is turned down where sections meet: the next one does not know this one's kicks. */
  private void window(long from, int count) {
    if (window.length < count) {
      window = new float[count];
    }
    double hz = segment.rate().hz();
    double ramp = DUCK_RAMP_S * hz;
    double closed = segment.frames() - Clips.longestLead(hz);
    for (int i = 0; i < count; i++) {
      double open = Math.min((from + i) / ramp, (closed - from - i) / (4 * ramp));
      window[i] = (float) Math.clamp(open, 0, 1);
    }
  }

  /** Whether transitions of this kind stop this role. */
  static boolean stops(Role role, Segment segment) {
    Set<Role> grounds = EnumSet.of(Role.DRUMS, Role.PERCUSSION, Role.BASS);
    boolean any = segment.parts().stream().anyMatch(p -> grounds.contains(p.role()));
    return segment.out().filter(p -> p.kind() == TransitionKind.CUT).isPresent()
        && (!any || grounds.contains(role));
  }
}

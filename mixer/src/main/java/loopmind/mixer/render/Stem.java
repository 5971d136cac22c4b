package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.TempoMap;
import loopmind.mixer.audio.AudioBuffer;

/**
 * All that one role sounds in a song, before the mix: its clips, moved in time and changed as the
 * transitions ask. Gives its frames in order. Holds the state of one render.
 */
final class Stem {

  /** Over so many frames a slice appears and goes, so that repeating it makes no click. */
  private static final int CUT_FADE = 72;

  private final TempoMap map;
  private final List<Clip> clips;
  private final Map<TurnKey, AudioBuffer> sounds;
  private final List<Chop> chops;
  private final List<Passage> tapeStops;
  private final List<Riser> risers;
  private final Automation automation;
  private long position;

  /**
   * @param clips of the role
   * @param sounds of the clips' turns
   * @param tonicHz where risers arrive
   */
  Stem(
      Role role,
      List<Clip> clips,
      RenderPlan plan,
      Map<TurnKey, AudioBuffer> sounds,
      double tonicHz) {
    this.map = plan.map();
    this.clips = clips;
    this.sounds = sounds;
    chops = role == Role.DRUMS ? chops(plan.passages()) : List.of();
    tapeStops = plan.passages().stream().filter(p -> p.kind() == TransitionKind.TAPE_STOP).toList();
    risers =
        role == Role.FX
            ? plan.passages().stream()
                .filter(p -> p.kind() == TransitionKind.RISER || p.kind() == TransitionKind.BUILDUP)
                .map(passage -> new Riser(passage, tonicHz, map.rate()))
                .toList()
            : List.of();
    automation = new Automation(role, plan.passages(), map.rate());
  }

  /** Half and quarter beats of the second beat, faster towards the border. */
  private static List<Chop> chops(List<Passage> passages) {
    List<Chop> chops = new ArrayList<>();
    for (Passage passage : passages) {
      long length = passage.border() - passage.start();
      double beat = passage.beatFrames();
      if (passage.kind() == TransitionKind.FILL && length >= 2 * beat) {
        long slice = passage.start() + Math.round(beat);
        long half = passage.start() + length / 2;
        long quarter = passage.start() + 3 * length / 4;
        chops.add(new Chop(half, quarter, slice, Math.round(beat / 2)));
        chops.add(new Chop(quarter, passage.border(), slice, Math.round(beat / 4)));
      }
      if (passage.kind() == TransitionKind.BUILDUP && length >= 4 * beat) {
        long half = passage.start() + length / 2;
        long quarter = passage.start() + 3 * length / 4;
        chops.add(new Chop(passage.start(), half, passage.start(), Math.round(beat)));
        chops.add(new Chop(half, quarter, passage.start(), Math.round(beat / 2)));
        chops.add(new Chop(quarter, passage.border(), passage.start(), Math.round(beat / 4)));
      }
    }
    return chops;
  }

  /** Overwrites the first {@code count} frames of {@code out} with the next ones of the stem. */
  void next(float[][] out, int count) {
    Arrays.fill(out[0], 0, count, 0);
    Arrays.fill(out[1], 0, count, 0);
    long end = position + count;
    for (long frame = position; frame < end; ) {
      int at = (int) (frame - position);
      int run = (int) Math.min(end - frame, Integer.MAX_VALUE);
      frame += moved(frame, run, out, at);
    }
    automation.process(position, count, out);
    for (Riser riser : risers) {
      riser.add(position, count, out);
    }
    position = end;
  }

  /** Reads up to {@code run} frames of the same sort; returns how many. */
  private int moved(long frame, int run, float[][] out, int at) {
    for (Passage stop : tapeStops) {
      if (frame >= stop.start() && frame < stop.border()) {
        int frames = (int) Math.min(run, stop.border() - frame);
        slowDown(stop, frame, frames, out, at);
        return frames;
      }
      run = until(frame, run, stop.start());
    }
    for (Chop chop : chops) {
      if (frame >= chop.start() && frame < chop.end()) {
        int frames = (int) Math.min(run, chop.nextCut(frame) - frame);
        read(chop.source(frame), frames, out, at);
        fadeCuts(chop, frame, frames, out, at);
        return frames;
      }
      run = until(frame, run, chop.start());
    }
    read(frame, run, out, at);
    return run;
  }

  private static int until(long frame, int run, long start) {
    return start > frame ? (int) Math.min(run, start - frame) : run;
  }

  private void read(long from, int count, float[][] out, int at) {
    for (Clip clip : clips) {
      if (clip.start() < from + count && clip.end() > from) {
        AudioBuffer sound = sounds.get(clip.turn());
        if (sound == null) {
          throw new IllegalStateException("No sound was made for %s.".formatted(clip.turn()));
        }
        clip.add(sound, map, from, count, out, at);
      }
    }
  }

  private static void fadeCuts(Chop chop, long frame, int frames, float[][] out, int at) {
    for (int i = 0; i < frames; i++) {
      long within = (frame + i - chop.start()) % chop.length();
      long left = chop.nextCut(frame + i) - (frame + i);
      double gain = Math.min(1, Math.min(within + 1, left) / (double) CUT_FADE);
      out[0][at + i] *= (float) gain;
      out[1][at + i] *= (float) gain;
    }
  }

  /**
   * The speed falls evenly to nothing: after the share u of the passage, u − u²/2 of it was heard.
   */
  private void slowDown(Passage stop, long frame, int frames, float[][] out, int at) {
    double length = stop.border() - stop.start();
    long first = heard(stop, frame, length);
    int room = (int) (heard(stop, frame + frames, length) - first) + 2;
    float[][] source = new float[2][room];
    read(first, room, source, 0);
    for (int i = 0; i < frames; i++) {
      double u = (frame + i - stop.start()) / length;
      double place = stop.start() + length * (u - u * u / 2) - first;
      int index = Math.clamp((int) place, 0, room - 2);
      double part = Math.clamp(place - index, 0, 1);
      double gain = Math.sqrt(1 - u);
      for (int c = 0; c < 2; c++) {
        double value = source[c][index] + part * (source[c][index + 1] - source[c][index]);
        out[c][at + i] = (float) (gain * value);
      }
    }
  }

  private static long heard(Passage stop, long frame, double length) {
    double u = (frame - stop.start()) / length;
    return (long) Math.floor(stop.start() + length * (u - u * u / 2));
  }
}

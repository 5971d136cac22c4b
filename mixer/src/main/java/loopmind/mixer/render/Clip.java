package loopmind.mixer.render;

import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.TempoMap;
import loopmind.mixer.audio.AudioBuffer;

/**
 * A stretch of the song in which one fitted loop sounds, in frames from the start of the song.
 *
 * @param turn which sound
 * @param loop its facts
 * @param role of its layer
 * @param originBeat where in the song the loop's first repetition would begin; may lie before the
 *     clip, and before the song
 * @param cycleBeats length of a repetition; 0 for a one-shot
 * @param start first frame
 * @param end frame after the last
 * @param left linear gain of the left channel
 * @param right linear gain of the right channel
 * @param leftBefore gain of the clip that this one carries on, else that of this one
 * @param rightBefore likewise
 * @param fadeIn frames in which it appears
 * @param fadeOut frames in which it goes, up to {@code end}
 */
record Clip(
    TurnKey turn,
    Loop loop,
    Role role,
    double originBeat,
    double cycleBeats,
    long start,
    long end,
    double left,
    double right,
    double leftBefore,
    double rightBefore,
    long fadeIn,
    long fadeOut) {

  /** In this time a clip that carries another on reaches its own gain. */
  private static final int GLIDE_FRAMES = 480;

  /** Where a repetition is a frame longer or shorter than the sound, its end slides over this. */
  private static final int SLIDE_FRAMES = 256;

  /**
   * Adds the frames from {@code from} on to {@code into}.
   *
   * @param sound of {@link #turn}
   * @param into two channels
   * @param at where in {@code into} the frame {@code from} lies
   */
  void add(AudioBuffer sound, TempoMap map, long from, int count, float[][] into, int at) {
    long first = Math.max(from, start);
    long last = Math.min(from + count, end);
    if (first >= last) {
      return;
    }
    if (cycleBeats == 0) {
      long zero = map.framesAt(new BeatPosition(Math.max(0, originBeat))).count() - before(map);
      copy(sound, first, last, zero, sound.frames(), from, into, at);
      return;
    }
    long repetition = (long) Math.floor((beatAt(map, first) - originBeat) / cycleBeats);
    while (first < last) {
      long zero = frameAt(map, originBeat + repetition * cycleBeats);
      long next = frameAt(map, originBeat + (repetition + 1) * cycleBeats);
      if (next > first) {
        long until = Math.min(last, next);
        copy(sound, first, until, zero, next - zero, from, into, at);
        first = until;
      }
      repetition++;
    }
  }

  /** Frames of a one-shot that would lie before the song. */
  private long before(TempoMap map) {
    return originBeat >= 0 ? 0 : map.framesAt(new BeatPosition(-originBeat)).count();
  }

  private static long frameAt(TempoMap map, double beat) {
    return beat >= 0
        ? map.framesAt(new BeatPosition(beat)).count()
        : -map.framesAt(new BeatPosition(-beat)).count();
  }

  private static double beatAt(TempoMap map, long frame) {
    return frame * map.tempo().value() / 60 / map.rate().hz();
  }

  private void copy(
      AudioBuffer sound,
      long from,
      long to,
      long zero,
      long room,
      long base,
      float[][] into,
      int at) {
    float[] one = sound.channel(0);
    float[] other = sound.channel(sound.channelCount() - 1);
    int turnFrames = sound.frames();
    int drift = cycleBeats == 0 ? 0 : (int) (turnFrames - room);
    for (long frame = from; frame < to; frame++) {
      long index = frame - zero;
      if (index >= turnFrames && cycleBeats == 0) {
        return;
      }
      double slide = drift == 0 ? 0 : Math.max(0, 1 - (room - index) / (double) SLIDE_FRAMES);
      int here = (int) Math.floorMod(index, (long) turnFrames);
      double l = one[here];
      double r = other[here];
      if (slide > 0) {
        int there = (int) Math.floorMod(index + drift, (long) turnFrames);
        l += slide * (one[there] - l);
        r += slide * (other[there] - r);
      }
      double edge = edge(frame);
      double glide = Math.min(1, (frame - start) / (double) GLIDE_FRAMES);
      int slot = at + (int) (frame - base);
      into[0][slot] += (float) (l * edge * (leftBefore + glide * (left - leftBefore)));
      into[1][slot] += (float) (r * edge * (rightBefore + glide * (right - rightBefore)));
    }
  }

  private double edge(long frame) {
    double in = fadeIn == 0 ? 1 : Math.min(1, (frame - start + 1) / (double) fadeIn);
    double out = fadeOut == 0 ? 1 : Math.min(1, (end - frame) / (double) fadeOut);
    return Math.min(in, out);
  }

  /** The same clip with other edges. */
  Clip fading(long in, long out) {
    return with(leftBefore, rightBefore, in, out);
  }

  /** The same clip, beginning at the gain of {@code earlier} and without an edge. */
  Clip carryingOn(Clip earlier) {
    return with(earlier.left, earlier.right, 0, fadeOut);
  }

  private Clip with(double gainLeft, double gainRight, long in, long out) {
    return new Clip(
        turn,
        loop,
        role,
        originBeat,
        cycleBeats,
        start,
        end,
        left,
        right,
        gainLeft,
        gainRight,
        in,
        out);
  }
}

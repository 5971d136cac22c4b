package loopmind.mixer.render;

import loopmind.mixer.audio.AudioBuffer;

/**
 * A stretch of a section in which one loop sounds, in frames from the section's first.
 *
 * @param turn which sound
 * @param originBeat where in the section the loop's first repetition would begin; may lie before
 *     the clip, and before the section
 * @param cycleBeats length of a repetition; 0 for a one-shot
 * @param start first frame
 * @param end frame after the last
 * @param gain linear
 * @param lead frames before {@code start} in which it already fades in, read around its loop; the
 *     counterpart of the fade-out of the section before
 * @param fadeIn frames from {@code start} in which it appears
 * @param fadeOut frames in which it goes, up to {@code end}
 */
record Clip(
    Turn turn,
    double originBeat,
    double cycleBeats,
    long start,
    long end,
    double gain,
    long lead,
    long fadeIn,
    long fadeOut) {

  /** Where a repetition is a frame longer or shorter than the sound, its end slides over this. */
  private static final int SLIDE_FRAMES = 256;

  /** First frame in which anything of it is heard. */
  long heardFrom() {
    return start - lead;
  }

  /**
   * Adds the frames from {@code from} on to {@code into}.
   *
   * @param sound of {@link #turn}
   * @param beatFrames frames of a beat
   * @param into two channels
   * @param at where in {@code into} the frame {@code from} lies
   */
  void add(AudioBuffer sound, double beatFrames, long from, int count, float[][] into, int at) {
    long first = Math.max(from, heardFrom());
    long last = Math.min(from + count, end);
    if (first >= last || sound.frames() == 0) {
      return;
    }
    int shift = (int) (at - from);
    if (cycleBeats == 0) {
      long zero = frameAt(originBeat, beatFrames);
      copy(sound, first, Math.min(last, zero + sound.frames()), zero, 0, into, shift);
      return;
    }
    long repetition = (long) Math.floor((first / beatFrames - originBeat) / cycleBeats);
    while (first < last) {
      long zero = frameAt(originBeat + repetition * cycleBeats, beatFrames);
      long next = frameAt(originBeat + (repetition + 1) * cycleBeats, beatFrames);
      if (next > first) {
        long until = Math.min(last, next);
        copy(sound, first, until, zero, next - zero, into, shift);
        first = until;
      }
      repetition++;
    }
  }

  /** The same distance before and after the section's first frame is rounded alike. */
  static long frameAt(double beat, double beatFrames) {
    return beat >= 0 ? Math.round(beat * beatFrames) : -Math.round(-beat * beatFrames);
  }

  /**
   * @param zero frame at which the sound begins
   * @param room frames until it begins anew; 0 where it does not
   */
  private void copy(
      AudioBuffer sound, long from, long to, long zero, long room, float[][] into, int shift) {
    float[] one = sound.channel(0);
    float[] other = sound.channel(1);
    int turnFrames = sound.frames();
    int drift = room == 0 ? 0 : (int) (turnFrames - room);
    for (long frame = from; frame < to; frame++) {
      long index = frame - zero;
      int here = (int) Math.floorMod(index, (long) turnFrames);
      double l = one[here];
      double r = other[here];
      double slide = drift == 0 ? 0 : 1 - (room - index) / (double) SLIDE_FRAMES;
      if (slide > 0) {
        int there = (int) Math.floorMod(index + drift, (long) turnFrames);
        l += slide * (one[there] - l);
        r += slide * (other[there] - r);
      }
      double level = gain * edge(frame);
      into[0][(int) frame + shift] += (float) (l * level);
      into[1][(int) frame + shift] += (float) (r * level);
    }
  }

  private double edge(long frame) {
    double in = 1;
    if (frame < start) {
      in = (frame - start + lead) / (double) lead;
    } else if (fadeIn > 0) {
      in = Math.min(1, (frame - start + 1) / (double) fadeIn);
    }
    double out = fadeOut == 0 ? 1 : Math.min(1, (end - frame) / (double) fadeOut);
    return Math.min(in, out);
  }
}

package loopmind.mixer.render;

import loopmind.arranger.loop.LoopId;

/**
 * One way in which a loop is fitted: all clips with the same key share one sound.
 *
 * @param loop which loop
 * @param frames length of one repetition; 0 for a one-shot, which keeps its own
 * @param semitones change of pitch
 */
record TurnKey(LoopId loop, long frames, double semitones) implements Comparable<TurnKey> {

  @Override
  public int compareTo(TurnKey other) {
    int byLoop = loop.compareTo(other.loop);
    if (byLoop != 0) {
      return byLoop;
    }
    int byFrames = Long.compare(frames, other.frames);
    return byFrames != 0 ? byFrames : Double.compare(semitones, other.semitones);
  }
}

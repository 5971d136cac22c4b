package loopmind.mixer.render;

import loopmind.arranger.song.TransitionKind;

/**
 * A transition in frames.
 *
 * @param kind how
 * @param start frame where it begins
 * @param border frame where the next section begins
 * @param beatFrames frames of a beat, nearly
 * @param seed of its noise
 */
record Passage(TransitionKind kind, long start, long border, double beatFrames, long seed) {

  /** How far through the passage a frame is, 0 to 1; less or more outside. */
  double progress(long frame) {
    return (frame - start) / (double) (border - start);
  }
}

package loopmind.mixer.render;

import loopmind.arranger.song.TransitionKind;

/**
 * The transition out of a section, in frames from the section's first.
 *
 * @param kind how
 * @param start frame where it begins
 * @param border frame after the section's last
 * @param beatFrames frames of a beat
 * @param beatsPerBar beats of a bar
 * @param tonicHz where a riser arrives; 0 where none sounds
 * @param seed of its noise; 0 where none sounds
 */
record Passage(
    TransitionKind kind,
    long start,
    long border,
    double beatFrames,
    int beatsPerBar,
    double tonicHz,
    long seed) {

  /** How far through the passage a frame is, 0 to 1; less or more outside. */
  double progress(long frame) {
    return (frame - start) / (double) (border - start);
  }

  long length() {
    return border - start;
  }

  /** Whether noise and a tone rise in it. */
  boolean rises() {
    return rises(kind);
  }

  static boolean rises(TransitionKind kind) {
    return kind == TransitionKind.RISER || kind == TransitionKind.BUILDUP;
  }
}

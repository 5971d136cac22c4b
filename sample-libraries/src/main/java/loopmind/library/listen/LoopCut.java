package loopmind.library.listen;

/**
 * One way to hear a sound as a loop: which part of it repeats, and how many beats that is.
 *
 * @param start seconds from the start of the region to the first beat
 * @param length seconds until it repeats, more than 0
 * @param beats quarter notes in {@code length}
 * @param meter beats in a bar
 * @param trim what was left out to get there
 */
record LoopCut(double start, double length, int beats, int meter, Trim trim) {

  enum Trim {
    /** Nothing: the file is the loop. */
    NONE,
    /** The silence before the first sound. */
    LEAD,
    /** The silence after the last sound. */
    TAIL,
    /** The silence at both ends. */
    BOTH,
    /** What an MPEG encoder adds at both ends. */
    PADDING,
    /** A release that rings on after the last beat. */
    RELEASE
  }

  double bpm() {
    return 60 * beats / length;
  }

  double bars() {
    return beats / (double) meter;
  }
}

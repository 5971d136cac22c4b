package loopmind.mixer.render;

/**
 * A stretch of a section in which a part is heard from other places of itself. Places are frames
 * from the section's first, and may lie between two frames.
 */
interface Warp {

  long start();

  long end();

  /** The place that is heard at {@code place}, which lies in the stretch. */
  double source(double place);

  /** How loud it is heard there, linear. */
  double gain(double place);

  default boolean holds(double place) {
    return place >= start() && place < end();
  }
}

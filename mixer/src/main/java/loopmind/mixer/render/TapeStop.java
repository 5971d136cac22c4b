package loopmind.mixer.render;

/**
 * A stretch in which the speed falls to nothing, v = (1 − u)^s after the share u of it, as when a
 * tape machine is switched off.
 *
 * @param start first frame
 * @param end frame after the last, where it stands still
 * @param steepness s: 1 for an even fall, more for one that is faster at first
 */
record TapeStop(long start, long end, int steepness) implements Warp {

  @Override
  public double source(double place) {
    double length = end - start;
    double left = 1 - (place - start) / length;
    return start + length * (1 - Math.pow(left, steepness + 1)) / (steepness + 1);
  }

  /** It falls silent with its speed. */
  @Override
  public double gain(double place) {
    return Math.sqrt(Math.max(0, (end - place) / (end - start)));
  }
}

package loopmind.mixer.render;

/**
 * A stretch in which a slice is repeated, whole or in grains that are read faster, so that they
 * sound higher and still begin in time.
 *
 * @param start first frame
 * @param end frame after the last
 * @param slice frame where the repeated slice begins
 * @param length frames of the slice; more than 0
 * @param grain frames of the slice that are read at a time; as long as the slice where it is whole
 * @param speed at which a grain is read, 1 or more
 */
record Chop(long start, long end, long slice, double length, double grain, double speed)
    implements Warp {

  /** Over so many frames a slice goes, so that repeating it makes no click; it appears faster. */
  private static final double FADE_OUT = 72, FADE_IN = 24;

  Chop {
    if (!(length > 0 && grain > 0) || end <= start || speed < 1) {
      throw new IllegalArgumentException(
          "A chop from frame %d to %d cannot repeat %s frames.".formatted(start, end, length));
    }
  }

  /** Repeats a slice as it is. */
  static Chop whole(long start, long end, long slice, double length) {
    return new Chop(start, end, slice, length, length, 1);
  }

  /** Each repetition begins on a whole frame. */
  private double within(double place) {
    double repetition = Math.floor((place - start + 0.5) / length);
    double begun = Math.rint(repetition * length);
    return place - start - begun;
  }

  private double inGrain(double within) {
    return within - Math.rint(Math.floor((within + 0.5) / grain) * grain);
  }

  @Override
  public double source(double place) {
    double within = within(place);
    double offset = inGrain(within);
    return slice + within - offset + Math.max(0, offset) * speed;
  }

  @Override
  public double gain(double place) {
    double within = within(place);
    double offset = inGrain(within);
    double left = Math.min(grain / speed - offset, Math.min(length - within, end - place));
    return Math.clamp(Math.min((offset + 1) / FADE_IN, left / FADE_OUT), 0, 1);
  }
}

package loopmind.arranger.units;

/**
 * How many frames a second.
 *
 * @param hz {@value #LOWEST_HZ} to {@value #HIGHEST_HZ}
 */
public record SampleRate(int hz) {

  public static final int LOWEST_HZ = 1_000, HIGHEST_HZ = 768_000;

  /** The rate of everything that LoopMind renders. */
  public static final SampleRate STUDIO = new SampleRate(48_000);

  public SampleRate {
    if (hz < LOWEST_HZ || hz > HIGHEST_HZ) {
      throw new IllegalArgumentException(
          "A sample rate goes from %d to %d Hz, but was given %d."
              .formatted(LOWEST_HZ, HIGHEST_HZ, hz));
    }
  }

  /** The nearest whole number of frames in {@code length}. */
  public long framesIn(Seconds length) {
    return Math.round(length.value() * hz);
  }

  public Seconds lengthOf(Frames frames) {
    return new Seconds((double) frames.count() / hz);
  }
}

package loopmind.arranger.song;

/**
 * How the sound of a whole mix leans away from what its style would have, as asked in words.
 *
 * @param warmth more lows and low middles, fewer highs; −{@value #MOST} to {@value #MOST}
 * @param brightness more highs; likewise
 * @param punch hits that stand out; below 0 smoother; likewise
 * @param weight more bass below 120 Hz; likewise
 * @param width further apart; likewise
 * @param clarity fewer low middles, less hall; below 0 muddier; likewise
 */
public record MixColour(
    double warmth, double brightness, double punch, double weight, double width, double clarity) {

  /** As far as a colour goes; 1 is what "warmer" asks for. */
  public static final double MOST = 3;

  public static final MixColour NEUTRAL = new MixColour(0, 0, 0, 0, 0, 0);

  public MixColour {
    for (double one : new double[] {warmth, brightness, punch, weight, width, clarity}) {
      if (!(one >= -MOST && one <= MOST)) {
        throw new IllegalArgumentException(
            "A colour of the mix goes from -%s to %s, but was given %s."
                .formatted(MOST, MOST, one));
      }
    }
  }

  /** Both together, each as far as it can go. */
  public MixColour plus(MixColour other) {
    return new MixColour(
        within(warmth + other.warmth),
        within(brightness + other.brightness),
        within(punch + other.punch),
        within(weight + other.weight),
        within(width + other.width),
        within(clarity + other.clarity));
  }

  private static double within(double value) {
    return Math.clamp(value, -MOST, MOST);
  }
}

package loopmind.arranger.units;

/**
 * A point in a song or section, counted in beats from its first beat.
 *
 * @param value beats, 0 or more
 */
public record BeatPosition(double value) implements Comparable<BeatPosition> {

  public static final BeatPosition ZERO = new BeatPosition(0);

  public BeatPosition {
    Quantity.atLeast("position", value, 0, "beats");
  }

  public BeatPosition plus(Beats length) {
    return new BeatPosition(value + length.value());
  }

  /** The length from {@code earlier} to here. */
  public Beats since(BeatPosition earlier) {
    return new Beats(value - earlier.value);
  }

  @Override
  public int compareTo(BeatPosition other) {
    return Double.compare(value, other.value);
  }
}

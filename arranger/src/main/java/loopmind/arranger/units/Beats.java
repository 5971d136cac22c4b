package loopmind.arranger.units;

/**
 * A length in beats; a beat is a quarter note unless a meter says otherwise.
 *
 * @param value beats, 0 or more
 */
public record Beats(double value) implements Comparable<Beats> {

  public static final Beats ZERO = new Beats(0);

  public Beats {
    Quantity.atLeast("length", value, 0, "beats");
  }

  public Beats plus(Beats other) {
    return new Beats(value + other.value);
  }

  public Beats minus(Beats other) {
    return new Beats(value - other.value);
  }

  public Beats times(double factor) {
    return new Beats(value * factor);
  }

  @Override
  public int compareTo(Beats other) {
    return Double.compare(value, other.value);
  }
}

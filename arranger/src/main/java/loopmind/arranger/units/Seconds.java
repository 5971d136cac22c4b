package loopmind.arranger.units;

/**
 * A length, or a point counted from the start, in seconds.
 *
 * @param value seconds, 0 or more
 */
public record Seconds(double value) implements Comparable<Seconds> {

  public static final Seconds ZERO = new Seconds(0);

  public Seconds {
    Quantity.atLeast("time", value, 0, "seconds");
  }

  public static Seconds ofMillis(double millis) {
    return new Seconds(millis / 1000);
  }

  public Seconds plus(Seconds other) {
    return new Seconds(value + other.value);
  }

  public Seconds minus(Seconds other) {
    return new Seconds(value - other.value);
  }

  @Override
  public int compareTo(Seconds other) {
    return Double.compare(value, other.value);
  }
}

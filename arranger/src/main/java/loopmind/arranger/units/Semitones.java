package loopmind.arranger.units;

/**
 * A musical interval; positive is up.
 *
 * @param value semitones of 100 cents each
 */
public record Semitones(double value) implements Comparable<Semitones> {

  public static final Semitones ZERO = new Semitones(0);

  public Semitones {
    Quantity.finite("interval", value, "semitones");
  }

  /** How many times the frequency: 2 for 12 semitones. */
  public double frequencyRatio() {
    return Math.pow(2, value / 12);
  }

  @Override
  public int compareTo(Semitones other) {
    return Double.compare(value, other.value);
  }
}

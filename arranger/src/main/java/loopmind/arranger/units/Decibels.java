package loopmind.arranger.units;

/**
 * A ratio of amplitudes in decibels: a gain, or a level relative to full scale.
 *
 * @param value dB, finite
 */
public record Decibels(double value) implements Comparable<Decibels> {

  public static final Decibels ZERO = new Decibels(0);

  public Decibels {
    Quantity.finite("level", value, "dB");
  }

  /** The decibels of a linear amplitude ratio; more than 0. */
  public static Decibels ofRatio(double ratio) {
    return new Decibels(20 * Math.log10(ratio));
  }

  /** The linear amplitude ratio. */
  public double ratio() {
    return Math.pow(10, value / 20);
  }

  public Decibels plus(Decibels other) {
    return new Decibels(value + other.value);
  }

  @Override
  public int compareTo(Decibels other) {
    return Double.compare(value, other.value);
  }
}

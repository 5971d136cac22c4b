package loopmind.arranger.units;

/**
 * A length in whole bars.
 *
 * @param count 0 or more
 */
public record Bars(int count) implements Comparable<Bars> {

  public static final Bars ZERO = new Bars(0);

  public Bars {
    Quantity.atLeast("length", count, 0, "bars");
  }

  public Bars plus(Bars other) {
    return new Bars(count + other.count);
  }

  public Beats beats(int beatsPerBar) {
    return new Beats((double) count * beatsPerBar);
  }

  @Override
  public int compareTo(Bars other) {
    return Integer.compare(count, other.count);
  }
}

package loopmind.arranger.units;

/**
 * A length, or a point counted from the start, in frames: one sample of every channel at one
 * instant.
 *
 * @param count 0 or more
 */
public record Frames(long count) implements Comparable<Frames> {

  public static final Frames ZERO = new Frames(0);

  public Frames {
    Quantity.atLeast("length", count, 0, "frames");
  }

  public Frames plus(Frames other) {
    return new Frames(count + other.count);
  }

  public Frames minus(Frames other) {
    return new Frames(count - other.count);
  }

  @Override
  public int compareTo(Frames other) {
    return Long.compare(count, other.count);
  }
}

package loopmind.arranger.units;

/**
 * Loudness of a programme relative to full scale, by ITU-R BS.1770.
 *
 * @param value LUFS; {@link #SILENCE} for what is below the absolute gate
 */
public record Lufs(double value) implements Comparable<Lufs> {

  /** The absolute gate of BS.1770: quieter programmes have no loudness. */
  public static final Lufs SILENCE = new Lufs(-70);

  public Lufs {
    Quantity.finite("loudness", value, "LUFS");
  }

  /** The gain that takes a programme of this loudness to {@code target}. */
  public Decibels gainTo(Lufs target) {
    return new Decibels(target.value - value);
  }

  @Override
  public int compareTo(Lufs other) {
    return Double.compare(value, other.value);
  }
}

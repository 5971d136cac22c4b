package loopmind.arranger.units;

/**
 * A tempo.
 *
 * @param value beats a minute, {@value #SLOWEST} to {@value #FASTEST}
 */
public record Bpm(double value) implements Comparable<Bpm> {

  public static final double SLOWEST = 20, FASTEST = 400;

  public Bpm {
    Quantity.finite("tempo", value, "BPM");
    if (value < SLOWEST || value > FASTEST) {
      throw new IllegalArgumentException(
          "A tempo goes from %.0f to %.0f BPM, but was given %s."
              .formatted(SLOWEST, FASTEST, value));
    }
  }

  public Seconds beat() {
    return new Seconds(60 / value);
  }

  public Seconds lengthOf(Beats beats) {
    return new Seconds(beats.value() * 60 / value);
  }

  public Beats beatsIn(Seconds length) {
    return new Beats(length.value() * value / 60);
  }

  @Override
  public int compareTo(Bpm other) {
    return Double.compare(value, other.value);
  }
}

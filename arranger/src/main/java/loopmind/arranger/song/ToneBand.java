package loopmind.arranger.song;

import java.util.Locale;
import java.util.Optional;

/**
 * One filter of a mix.
 *
 * @param shape of the filter
 * @param hz its corner or centre, more than 0 Hz
 * @param q its width, more than 0
 * @param db by how much it raises or lowers; 0 for a high-pass
 */
public record ToneBand(Shape shape, double hz, double q, double db) {

  /** What a filter does. */
  public enum Shape {
    HIGH_PASS,
    LOW_SHELF,
    PEAK,
    HIGH_SHELF;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The shape of that {@link #word}; empty for any other word. */
    public static Optional<Shape> named(String word) {
      for (Shape shape : values()) {
        if (shape.word().equals(word)) {
          return Optional.of(shape);
        }
      }
      return Optional.empty();
    }
  }

  public ToneBand {
    if (!(hz > 0) || !(q > 0) || !Double.isFinite(hz + q + db)) {
      throw new IllegalArgumentException(
          "A filter needs a frequency and a width above 0, but was given %s Hz, Q %s and %s dB."
              .formatted(hz, q, db));
    }
  }
}

package loopmind.library.listen;

import java.util.List;

/**
 * The keys a region may be in.
 *
 * @param probabilities of twelve major keys from C, then of twelve minor ones, given that it has a
 *     key; together 1
 * @param tonal probability that it has a key at all
 * @param tuningCents how far it lies from A = 440 Hz, −50 to 50
 */
public record KeyFacts(List<Double> probabilities, double tonal, double tuningCents) {

  public KeyFacts {
    probabilities = List.copyOf(probabilities);
    if (probabilities.size() != 24) {
      throw new IllegalArgumentException(
          "There are 24 keys, but %d probabilities were given.".formatted(probabilities.size()));
    }
  }
}

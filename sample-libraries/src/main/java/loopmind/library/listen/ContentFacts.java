package loopmind.library.listen;

import java.util.List;

/**
 * What a region holds.
 *
 * @param chances a probability for each {@link Content}, in their order; together 1
 */
public record ContentFacts(List<Double> chances) {

  public ContentFacts {
    chances = List.copyOf(chances);
    if (chances.size() != Content.values().length) {
      throw new IllegalArgumentException(
          "There are %d contents, but %d probabilities were given."
              .formatted(Content.values().length, chances.size()));
    }
  }

  Content likeliest() {
    int best = 0;
    for (int i = 1; i < chances.size(); i++) {
      best = chances.get(i) > chances.get(best) ? i : best;
    }
    return Content.values()[best];
  }

  /** One word. */
  public String word() {
    return likeliest().word();
  }

  /** Probability that {@link #word} is right, 0 to 1. */
  public double confidence() {
    return chances.get(likeliest().ordinal());
  }
}

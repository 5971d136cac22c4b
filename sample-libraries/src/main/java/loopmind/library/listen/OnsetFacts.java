package loopmind.library.listen;

import java.util.List;

/**
 * Where sounds begin.
 *
 * @param seconds from the start of the region, ascending
 * @param strengths of each, relative to the strongest: more than 0, up to 1
 */
public record OnsetFacts(List<Double> seconds, List<Double> strengths) {

  public OnsetFacts {
    seconds = List.copyOf(seconds);
    strengths = List.copyOf(strengths);
    if (seconds.size() != strengths.size()) {
      throw new IllegalArgumentException(
          "Each onset needs a strength, but %d onsets came with %d."
              .formatted(seconds.size(), strengths.size()));
    }
  }
}

package loopmind.library.listen;

import java.util.List;
import loopmind.arranger.loop.Role;

/**
 * What a region may do in a song, told from measures of its sound as a whole.
 *
 * @param probabilities one for each {@link Role}, in their order; together 1
 */
public record RoleFacts(List<Double> probabilities) {

  public RoleFacts {
    probabilities = List.copyOf(probabilities);
    if (probabilities.size() != Role.values().length) {
      throw new IllegalArgumentException(
          "There are %d roles, but %d probabilities were given."
              .formatted(Role.values().length, probabilities.size()));
    }
  }
}

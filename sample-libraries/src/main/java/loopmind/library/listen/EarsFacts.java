package loopmind.library.listen;

import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;

/**
 * What the ears' network hears in a region.
 *
 * @param roles a probability for each {@link Role}, in their order; together 1
 * @param instruments a probability for each of the likeliest instrument words
 * @param loop probability that it repeats in tempo
 * @param oneshot probability that it is a single hit, note or chord
 * @param fx probability that it is a riser, sweep, impact or noise bed
 * @param embedding where it lies among all sounds, of unit length
 */
public record EarsFacts(
    List<Double> roles,
    Map<String, Double> instruments,
    double loop,
    double oneshot,
    double fx,
    List<Float> embedding) {

  public EarsFacts {
    roles = List.copyOf(roles);
    instruments = Map.copyOf(instruments);
    embedding = List.copyOf(embedding);
    if (roles.size() != Role.values().length) {
      throw new IllegalArgumentException(
          "There are %d roles, but %d probabilities were given."
              .formatted(Role.values().length, roles.size()));
    }
  }
}

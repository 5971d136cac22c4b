package loopmind.library.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Role;

/**
 * What may be found; each part lets more or fewer through, and what is empty lets all through.
 *
 * @param role only this one
 * @param tempi only in one of these ranges, or without a tempo
 * @param keys only in one of these, by {@link IndexFacts#number}, or without a key
 * @param pack only from the folder or archive of that name, lower case
 * @param tag only with that word
 * @param leastEnergy 0 to 1
 * @param mostEnergy 0 to 1
 */
public record IndexFilter(
    Optional<Role> role,
    List<TempoRange> tempi,
    Set<Integer> keys,
    String pack,
    String tag,
    double leastEnergy,
    double mostEnergy) {

  /**
   * @param slowestBpm included
   * @param fastestBpm included
   */
  public record TempoRange(double slowestBpm, double fastestBpm) {
    boolean holds(double bpm) {
      return bpm >= slowestBpm && bpm <= fastestBpm;
    }
  }

  /** Lets all through. */
  public static final IndexFilter NONE =
      new IndexFilter(Optional.empty(), List.of(), Set.of(), "", "", 0, 1);

  public IndexFilter {
    tempi = List.copyOf(tempi);
    keys = Set.copyOf(keys);
  }

  /** Only one role. */
  public static IndexFilter of(Role role) {
    return new IndexFilter(Optional.of(role), List.of(), Set.of(), "", "", 0, 1);
  }

  public boolean passes(IndexFacts facts) {
    return (role.isEmpty() || role.get() == facts.role())
        && facts.energy() >= leastEnergy
        && facts.energy() <= mostEnergy
        && (tempi.isEmpty()
            || facts.bpm() == IndexFacts.NO_TEMPO
            || tempi.stream().anyMatch(range -> range.holds(facts.bpm())))
        && (keys.isEmpty() || facts.key() == IndexFacts.NO_KEY || keys.contains(facts.key()))
        && (pack.isEmpty() || pack.equals(facts.pack()))
        && (tag.isEmpty() || facts.tags().contains(tag));
  }
}

package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.Role;

/**
 * The loops chosen for a song: for each role its main loop first, then those that vary it.
 *
 * @param layers by role; no role without a loop
 * @param hits one-shots and effects for the starts of sections
 * @param risers effects that lead up to a section
 * @param notes sentences on wishes that could not be met as said
 */
public record LoopSet(
    Map<Role, List<Fit>> layers, List<Fit> hits, List<Fit> risers, List<String> notes) {

  public LoopSet {
    Map<Role, List<Fit>> copy = new EnumMap<>(Role.class);
    layers.forEach(
        (role, fits) -> {
          if (!fits.isEmpty()) {
            copy.put(role, List.copyOf(fits));
          }
        });
    layers = Collections.unmodifiableMap(copy);
    hits = List.copyOf(hits);
    risers = List.copyOf(risers);
    notes = List.copyOf(notes);
  }

  public Set<Role> roles() {
    return layers.keySet();
  }

  /** The loops of that role, the main one first; empty where the set has none. */
  public List<Fit> of(Role role) {
    return layers.getOrDefault(role, List.of());
  }

  /** Every loop of the set once. */
  public List<Fit> all() {
    List<Fit> all = new ArrayList<>();
    layers.values().forEach(all::addAll);
    all.addAll(hits);
    all.addAll(risers);
    return all;
  }
}

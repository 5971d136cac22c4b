package loopmind.arranger.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Bars;

/**
 * A section of a plan.
 *
 * @param kind what it is
 * @param bars its length, more than 0 bars
 * @param layers the roles that play in it; at least one
 * @param energy 0 (calm) to 1
 * @param into how the section before leads here; empty for the first
 * @param variationOf number (from 0) of the earlier section that this one repeats with a difference
 */
public record PlannedSection(
    SectionKind kind,
    Bars bars,
    Set<Role> layers,
    double energy,
    Optional<TransitionKind> into,
    OptionalInt variationOf) {

  public PlannedSection {
    Set<Role> ordered = EnumSet.noneOf(Role.class);
    ordered.addAll(layers);
    layers = Collections.unmodifiableSet(ordered);
    if (bars.count() < 1 || layers.isEmpty() || !(energy >= 0 && energy <= 1)) {
      throw new IllegalArgumentException(
          "A planned %s needs bars, layers and an energy from 0 to 1, but was given %d, %s and %s."
              .formatted(kind.word(), bars.count(), layers, energy));
    }
  }
}

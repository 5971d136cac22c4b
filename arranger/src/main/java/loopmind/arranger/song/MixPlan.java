package loopmind.arranger.song;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Decibels;

/**
 * How each role is balanced in a song, settled when the song is composed or mixed anew. It is kept
 * with the song instead of worked out at each render, so that an edit of one section moves nothing
 * in the others.
 *
 * @param roles what is done to each; a role that is not there gets what its kind usually gets
 */
public record MixPlan(Map<Role, RoleMix> roles) {

  /** Nothing settled. */
  public static final MixPlan NONE = new MixPlan(Map.of());

  /**
   * What is done to one role.
   *
   * @param fader relative to what its role usually has
   * @param bands its filters, one after the other
   */
  public record RoleMix(Decibels fader, List<ToneBand> bands) {

    public RoleMix {
      bands = List.copyOf(bands);
    }
  }

  public MixPlan {
    Map<Role, RoleMix> ordered = new EnumMap<>(Role.class);
    ordered.putAll(roles);
    roles = Collections.unmodifiableMap(ordered);
  }

  public boolean isEmpty() {
    return roles.isEmpty();
  }

  /** What is done to a role; empty where nothing was settled. */
  public Optional<RoleMix> of(Role role) {
    return Optional.ofNullable(roles.get(role));
  }
}

package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;

/**
 * What a set of loops is to be.
 *
 * @param frame tempo, key, meter and style they have to fit
 * @param roles to be filled; the style's carriers come first whatever the order here
 * @param wishes layers asked for
 * @param moods words for the whole song
 * @param without words and roles that no loop may answer to
 * @param anchor the loop everything is built around
 * @param seed settles choices between loops that fit alike
 */
public record ChoiceRequest(
    SongFrame frame,
    Set<Role> roles,
    List<Wish> wishes,
    List<String> moods,
    List<String> without,
    Optional<LoopId> anchor,
    long seed) {

  public ChoiceRequest {
    roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    wishes = List.copyOf(wishes);
    moods = List.copyOf(moods);
    without = List.copyOf(without);
  }

  List<Wish> wishesFor(Role role) {
    return wishes.stream().filter(wish -> wish.role() == role).toList();
  }

  List<Role> rolesInOrder() {
    Set<Role> order = new LinkedHashSet<>();
    List<Role> first = new ArrayList<>(frame.style().carriers());
    first.addAll(frame.style().colours());
    first.addAll(List.of(Role.values()));
    first.stream().filter(roles::contains).forEach(order::add);
    return List.copyOf(order);
  }
}

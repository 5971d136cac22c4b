package loopmind.arranger.plan;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;

/** The planner as it ships, for tests. */
final class TrainedPlanner {

  /** Surefire runs in the folder of the module, one below the project root. */
  static final Path FOLDER = Path.of("..", "models", "planner");

  static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);

  static final List<Set<Role>> LIBRARIES =
      List.of(
          ALL_ROLES,
          EnumSet.of(Role.DRUMS, Role.BASS, Role.MELODY),
          EnumSet.of(Role.DRUMS, Role.BASS, Role.CHORDS, Role.PAD, Role.FX),
          EnumSet.of(Role.DRUMS, Role.PERCUSSION, Role.BASS, Role.CHORDS, Role.MELODY, Role.VOCAL));

  private TrainedPlanner() {}

  static Style style(String name) {
    return Styles.known().named(name).orElseThrow();
  }
}

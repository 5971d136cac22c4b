package loopmind.arranger.plan;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;

/** The planner as it ships, for tests. */
final class TrainedPlanner {

  /** Surefire runs in the folder of the module, one below the project root. */
  static final Path FOLDER = Path.of("..", "models", "planner");

  static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);

  private TrainedPlanner() {}

  static Style style(String name) {
    return Styles.known().named(name).orElseThrow();
  }
}

package loopmind.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loopmind.arranger.song.EditRefused;

/**
 * Where LoopMind keeps what it knows and makes.
 *
 * @param folder the folder of {@code --home}
 */
public record Home(Path folder) {

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** {@code LOOPMIND_HOME}, else {@code .loopmind} in the user's own folder. */
  public static Home usual() {
    String named = System.getenv("LOOPMIND_HOME");
    return new Home(
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".loopmind")
            : Path.of(named));
  }

  public Path catalogue() {
    return folder.resolve("catalogue");
  }

  public Path songs() {
    return made(folder.resolve("songs"));
  }

  public Path cache() {
    return folder.resolve("cache");
  }

  public Path logFile() {
    return made(folder.resolve("logs")).resolve("loopmind.log");
  }

  private static Path made(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException failed) {
      throw new EditRefused("The folder %s cannot be made. Choose another with --home DIR.", path);
    }
  }
}

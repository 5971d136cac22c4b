package loopmind.ui;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where LoopMind itself is installed: the folder with the models and the starter pack. */
public final class ProjectRoot {

  private ProjectRoot() {}

  /**
   * The folder that the launcher names.
   *
   * @throws IllegalStateException where LoopMind was not started by its launcher
   */
  public static Path folder() {
    String named = System.getProperty("loopmind.root", "");
    Path folder = Path.of(named).toAbsolutePath();
    if (named.isBlank() || !Files.isDirectory(folder.resolve("models"))) {
      throw new IllegalStateException(
          "LoopMind does not know where it is installed; start it by the launcher loopmind.");
    }
    return folder;
  }

  public static Path models() {
    return folder().resolve("models");
  }

  public static Path starterPack() {
    return folder().resolve("sample-libraries").resolve("packs").resolve("starter");
  }
}

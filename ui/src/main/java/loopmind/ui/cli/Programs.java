package loopmind.ui.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loopmind.arranger.song.EditRefused;

/** Other programs, run beside ours for benchmarks. */
final class Programs {

  private Programs() {}

  static boolean installed(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isBlank() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a program prints.
   *
   * @param withErrors whether what it prints on standard error belongs to it
   * @throws EditRefused where it fails, with the end of what it said
   */
  static String output(List<String> command, boolean withErrors) throws IOException {
    Path errors = Files.createTempFile("loopmind-program", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      if (withErrors) {
        builder.redirectErrorStream(true);
      } else {
        builder.redirectError(errors.toFile());
      }
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        String why = withErrors ? said : Files.readString(errors);
        throw new EditRefused("%s", command.getFirst() + " failed: " + why.strip());
      }
      return said;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("It was interrupted.", interrupted);
    } finally {
      Files.deleteIfExists(errors);
    }
  }
}

package loopmind.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own words, where something is missing. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

  private static final Path ROOT = Path.of(System.getProperty("loopmind.root"));

  @TempDir Path folder;

  @Test
  void saysInOneSentenceWhichJdkIsMissing() throws Exception {
    Path script = folder.resolve("loopmind");
    String usual = Files.readString(ROOT.resolve("loopmind"));
    // the same script, looking for a JDK where there is none
    Files.writeString(script, usual.replaceAll("/usr/lib/jvm/|/opt/|/Library/", "/nowhere/"));
    String said = run(script, Map.of("JAVA_HOME", "", "HOME", folder.toString()));
    assertThat(said).contains("a JDK 25 is needed").hasLineCount(1);
  }

  @Test
  void saysInOneSentenceThatMavenIsMissing() throws Exception {
    Path script = folder.resolve("loopmind");
    Files.copy(ROOT.resolve("loopmind"), script);
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        new String[] {
          "bash",
          "env",
          "sed",
          "readlink",
          "dirname",
          "ls",
          "head",
          "sort",
          "mkdir",
          "find",
          "touch"
        }) {
      Path real = onPath(tool);
      Files.createSymbolicLink(tools.resolve(tool), real);
    }
    String said =
        run(script, Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home")));
    assertThat(said).contains("Maven 3.8.7 or newer is needed").hasLineCount(1);
  }

  @Test
  void buildsWhatChangedAndNothingElse() throws Exception {
    Path script = folder.resolve("loopmind");
    Files.copy(ROOT.resolve("loopmind"), script);
    for (String room :
        List.of("arranger", "mixer", "sample-libraries", "tools", "assistant", "ui")) {
      Files.createDirectories(folder.resolve(room).resolve("src/main"));
      Files.writeString(folder.resolve(room).resolve("pom.xml"), "no pom");
    }
    Files.writeString(folder.resolve("pom.xml"), "no pom");
    Path built = Files.createDirectories(folder.resolve("target/launcher")).resolve("classpath");
    Files.writeString(built, folder.resolve("nothing.jar").toString());
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));

    // the page's own build writes here, later than the time that the launcher notes
    write("ui/src/main/frontend/generated/index.tsx", built, 60);
    assertThat(run(script, environment)).doesNotContain("building");
    write("ui/src/main/java/Changed.java", built, 60);
    assertThat(run(script, environment)).contains("building");
  }

  private void write(String name, Path than, long secondsLater) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "new");
    Files.setLastModifiedTime(
        file, FileTime.from(Files.getLastModifiedTime(than).toInstant().plusSeconds(secondsLater)));
  }

  private static Path onPath(String tool) {
    for (String place : System.getenv("PATH").split(":")) {
      Path file = Path.of(place, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new AssertionError("There is no " + tool + " on this machine.");
  }

  private static String run(Path script, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(onPath("bash").toString(), script.toString(), "--help");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return said;
  }
}

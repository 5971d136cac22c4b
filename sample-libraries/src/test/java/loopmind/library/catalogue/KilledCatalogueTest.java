package loopmind.library.catalogue;

import static loopmind.library.catalogue.SoundsForTests.hash;
import static loopmind.library.catalogue.SoundsForTests.row;
import static loopmind.library.catalogue.SoundsForTests.sound;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledCatalogueTest {

  /** Ten while testing; the figure in docs/benchmarks.md is of 200. */
  private static final int CYCLES = Integer.getInteger("loopmind.kills", 10);

  @TempDir Path folder;

  private final Random random = new Random(11);

  @Test
  @Timeout(1200)
  void nothingReportedIsLostWhenTheProcessIsKilledAtAnyMoment() throws Exception {
    int reported = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      int before = reported;
      reported = runAndKill(reported, false);
      assertThat(reported).as("the child did something").isGreaterThan(before);
      assertThat(missing(reported)).isZero();
    }
  }

  @Test
  @Timeout(240)
  void aWriterThatReportsBeforeItStoresIsCaught() throws Exception {
    int missing = 0;
    for (int cycle = 0; cycle < 5 && missing == 0; cycle++) {
      missing = missing(runAndKill(0, true));
    }
    assertThat(missing).isPositive();
  }

  /**
   * Lets a process store files from {@code first} on; returns the number after the last reported.
   */
  private int runAndKill(int first, boolean careless) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dslf4j.internal.verbosity=ERROR",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CatalogueWriter.class.getName(),
                folder.toString(),
                String.valueOf(first),
                String.valueOf(careless))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader reports = child.inputReader()) {
      int files = 1 + random.nextInt(40);
      for (int i = 0; i < files; i++) {
        assertThat(reports.readLine()).isNotNull();
      }
      // SIGKILL while it goes on; unlike the process, its handle leaves the pipe open
      assertThat(child.toHandle().destroyForcibly()).isTrue();
      int next = first + files;
      for (String more = reports.readLine(); more != null; more = reports.readLine()) {
        next = more.equals(String.valueOf(next)) ? next + 1 : next;
      }
      assertThat(child.waitFor()).isNotZero();
      return next;
    }
  }

  /** How many of the files below {@code end} are not there as they were reported. */
  private int missing(int end) {
    int missing = 0;
    try (Catalogue catalogue = Catalogue.open(folder)) {
      for (int number = 0; number < end; number++) {
        Path path = Path.of("/music/%d.wav".formatted(number));
        boolean whole =
            catalogue.files(path).equals(List.of(row(path, number)))
                && catalogue.sound(hash(number)).equals(java.util.Optional.of(sound(number)));
        missing += whole ? 0 : 1;
      }
    }
    return missing;
  }
}

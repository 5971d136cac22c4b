package loopmind.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HushedTest {

  @Test
  void dropsWhatItsThreadPrintsAndPassesOnWhatOthersPrint() {
    PrintStream before = System.out;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    PrintStream mine = new PrintStream(seen, true, StandardCharsets.UTF_8);
    System.setOut(mine);
    try {
      Hushed.run(
          () -> {
            System.out.println("noise");
            Thread other = Thread.ofPlatform().start(() -> System.out.println("progress ä"));
            join(other);
            System.out.println("more noise");
          });
      assertThat(System.out).isSameAs(mine);
    } finally {
      System.setOut(before);
    }
    assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("progress ä");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

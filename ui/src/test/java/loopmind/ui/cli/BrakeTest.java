package loopmind.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BrakeTest {

  private final Brake brake = new Brake();
  private final CountDownLatch reading = new CountDownLatch(1);
  private volatile boolean interrupted;

  private final Interpreter endless =
      new Interpreter() {
        @Override
        public Reading read(
            SongState song, List<Turn> turns, String message, Collection<String> library) {
          reading.countDown();
          while (!Thread.interrupted()) {
            Thread.onSpinWait();
          }
          interrupted = true;
          return new Reading(List.of(), Reading.Asks.NOTHING);
        }

        @Override
        public void ready() {}

        @Override
        public void close() {}
      };

  @Test
  void stopsAModelThatReads() throws InterruptedException {
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                reading.await();
              } catch (InterruptedException never) {
                return;
              }
              brake.pull();
            });
    brake.on(endless).read(SongState.EMPTY, List.of(), "hi", List.of());
    assertThat(interrupted).isTrue();
    assertThat(brake.asked()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void interruptsNothingElse() {
    brake.pull();
    assertThat(brake.asked()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    brake.release();
    assertThat(brake.asked()).isFalse();
  }
}

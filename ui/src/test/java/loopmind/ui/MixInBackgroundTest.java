package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import loopmind.arranger.song.Song;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Rendering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The render here works in steps that the test allows. */
@Timeout(30)
class MixInBackgroundTest {

  private final Song one = new SmallSong().song();
  private final Song two = new SmallSong().song();
  private final AtomicInteger steps = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean fails;
  private volatile int enough = Integer.MAX_VALUE;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final MixInBackground mix =
      new MixInBackground(
          this::work,
          new MixListener() {
            @Override
            public void mixed(Rendering made) {
              heard.add("mixed");
            }

            @Override
            public void failed(RuntimeException why) {
              heard.add("failed");
            }
          });

  private Rendering work(Song song, RenderProgress progress) {
    if (fails) {
      throw new IllegalStateException("A loop is gone.");
    }
    int mine = 0;
    while (mine < enough) {
      if (progress.cancelled()) {
        throw new CancellationException("Stopped.");
      }
      mine++;
      steps.incrementAndGet();
      begun.countDown();
      Thread.onSpinWait();
    }
    return new Rendering(
        Path.of(song == one ? "one.wav" : "two.wav"),
        Map.of(),
        new QaReport(true, 1, List.of()),
        0,
        0);
  }

  @AfterEach
  void stop() {
    mix.close();
  }

  @Test
  void standsStillWhileItWaitsAndGoesOnWhereItStood() throws InterruptedException {
    mix.start(one);
    begun.await();
    mix.pause();
    int then = stood();
    enough = then + 1000;
    mix.goOn();
    assertThat(mix.await(RenderProgress.NONE).orElseThrow().mix()).isEqualTo(Path.of("one.wav"));
    assertThat(mix.of(one)).isPresent();
    assertThat(mix.of(two)).isEmpty();
    // whoever waited knows already
    assertThat(heard).isEmpty();
  }

  @Test
  void aNewerSongTakesThePlaceOfOneThatWaits() throws InterruptedException {
    mix.start(one);
    begun.await();
    mix.pause();
    stood();
    mix.start(two);
    mix.pause(); // so that it is not done before anybody waits for it
    enough = 10;
    assertThat(mix.await(RenderProgress.NONE).orElseThrow().mix()).isEqualTo(Path.of("two.wav"));
    assertThat(mix.of(two)).isPresent();
    assertThat(heard).isEmpty();
  }

  /** Waits until the render stands still; returns how many steps it made. */
  private int stood() throws InterruptedException {
    int before = -1;
    while (before != steps.get()) {
      before = steps.get();
      Thread.sleep(100);
    }
    return before;
  }

  @Test
  void tellsWhereNobodyWaits() throws InterruptedException {
    enough = 10;
    mix.start(one);
    while (heard.isEmpty()) {
      Thread.sleep(5);
    }
    assertThat(heard).containsExactly("mixed");
    fails = true;
    mix.start(two);
    while (heard.size() < 2) {
      Thread.sleep(5);
    }
    assertThat(heard).containsExactly("mixed", "failed");
  }

  @Test
  void whoeverWaitsMayEndIt() {
    mix.start(one);
    RenderProgress stopping =
        new RenderProgress() {
          @Override
          public void at(String step, double share) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> mix.await(stopping)).isInstanceOf(CancellationException.class);
    assertThat(mix.has(one)).isFalse();
    assertThat(heard).isEmpty();
  }
}

package loopmind.mixer.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.api.Test;

/** What moves over a section sounds the same however the section is cut into blocks. */
final class SweepTest {

  private static final SampleRate RATE = new SampleRate(48_000);
  private static final int LEAD = 720, FRAMES = 20_000;

  private interface Moving {
    void process(long from, int count, float[][] sound);
  }

  private static float[] moved(Moving moving, Random cut) {
    Random random = new Random(1);
    float[] out = new float[LEAD + FRAMES];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) random.nextGaussian();
    }
    for (int at = 0; at < out.length; ) {
      int count = Math.min(out.length - at, cut == null ? out.length : 1 + cut.nextInt(900));
      float[] part = java.util.Arrays.copyOfRange(out, at, at + count);
      moving.process(at - LEAD, count, new float[][] {part, part.clone()});
      System.arraycopy(part, 0, out, at, count);
      at += count;
    }
    return out;
  }

  @Test
  void sweepsDoNotDependOnBlocks() {
    assertThat(moved(Sweep.opening(2, FRAMES, RATE)::process, new Random(2)))
        .containsExactly(moved(Sweep.opening(2, FRAMES, RATE)::process, null));
    assertThat(moved(Sweep.rising(3, FRAMES, RATE)::process, new Random(3)))
        .containsExactly(moved(Sweep.rising(3, FRAMES, RATE)::process, null));
    assertThat(moved(Sweep.rising(700.0, 5000, 15_000, RATE)::process, new Random(4)))
        .containsExactly(moved(Sweep.rising(700.0, 5000, 15_000, RATE)::process, null));
  }

  @Test
  void aSweepOfAPassageLeavesAllElseAsItIs() {
    float[] plain = moved((from, count, sound) -> {}, null);
    float[] swept = moved(Sweep.rising(700.0, 5000, 15_000, RATE)::process, null);
    for (int i = 0; i < plain.length; i++) {
      if (i < LEAD + 5000 || i >= LEAD + 15_000) {
        assertThat(swept[i]).isEqualTo(plain[i]);
      }
    }
    assertThat(swept[LEAD + 14_000]).isNotEqualTo(plain[LEAD + 14_000]);
  }

  @Test
  void thePumpDoesNotDependOnBlocks() {
    Moving pump =
        (from, count, sound) -> {
          float[] window = new float[count];
          java.util.Arrays.fill(window, 1);
          new Pump(List.of(1000L, 4000L, 9000L), 2, 6000, RATE).process(from, count, sound, window);
        };
    assertThat(moved(pump, new Random(5))).containsExactly(moved(pump, null));
  }
}

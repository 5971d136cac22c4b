package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;

final class SeamTest {

  private static float[] sine(double periods) {
    float[] sine = new float[4800];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * periods * i / sine.length));
    }
    return sine;
  }

  private static float[] closed(float[] samples) {
    return Seam.close(new AudioBuffer(new float[][] {samples.clone()}, new SampleRate(48_000)))
        .channel(0);
  }

  @Test
  void takesTheJumpOutOfALoopThatIsCutWithinANote() {
    float[] open = sine(10.25);
    float[] closed = closed(open);
    // a full jump of 0.5 becomes no more than a sine of this frequency moves in a frame, twice over
    assertThat(Math.abs(open[4799] - open[0])).isGreaterThan(0.49f);
    assertThat(Math.abs(closed[4799] - closed[0])).isLessThan(0.02f);
  }

  @Test
  void leavesALoopAloneWhoseEndsMeet() {
    float[] whole = sine(10);
    float[] closed = closed(whole);
    for (int i = 0; i < whole.length; i++) {
      // the slope of a sine differs a little from frame to frame
      assertThat((double) closed[i]).isCloseTo(whole[i], within(1e-3));
    }
  }

  @Test
  void neverTouchesTheBeginning() {
    float[] open = sine(7.3);
    float[] closed = closed(open);
    for (int i = 0; i < 4500; i++) {
      assertThat(closed[i]).isEqualTo(open[i]);
    }
  }
}

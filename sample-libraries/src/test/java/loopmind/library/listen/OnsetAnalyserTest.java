package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetAnalyserTest {

  private static List<Double> onsets(float[] mono) {
    return new OnsetAnalyser().listen(Signals.sound(mono), new Heard()).seconds();
  }

  @Test
  void findsEveryClickWithinTwoMilliseconds() {
    float[] clicks = Signals.silence(3);
    List<Double> truth = List.of(0.0, 0.25, 0.613, 1.0, 1.0871, 1.9, 2.5);
    truth.forEach(at -> Signals.addClick(clicks, at));
    List<Double> found = onsets(clicks);
    assertThat(found).hasSameSizeAs(truth);
    for (int i = 0; i < truth.size(); i++) {
      // blocks of half a millisecond, and a click that takes some to rise
      assertThat(found.get(i)).isCloseTo(truth.get(i), within(0.002));
    }
  }

  @Test
  void findsEveryHitOfABeatOnce() {
    List<Double> found = onsets(Signals.rockBeat(120, 1));
    assertThat(found).hasSize(8);
    for (int i = 0; i < 8; i++) {
      assertThat(found.get(i)).isCloseTo(i * 0.25, within(0.005));
    }
  }

  @Test
  void gainChangesNothing() {
    float[] loud = Signals.rockBeat(120, 1);
    float[] quiet = new float[loud.length];
    for (int i = 0; i < loud.length; i++) {
      quiet[i] = loud[i] * 0.0625f;
    }
    assertThat(onsets(quiet)).isEqualTo(onsets(loud));
  }

  @Test
  void silenceHasNone() {
    assertThat(onsets(Signals.silence(1))).isEmpty();
  }
}

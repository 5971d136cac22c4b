package loopmind.mixer.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.api.Test;

final class RoleChainTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  private static double sideLeft(double hz) {
    float[][] stem = new float[2][48_000];
    for (int i = 0; i < 48_000; i++) {
      stem[0][i] = (float) Math.sin(2 * Math.PI * hz * i / 48_000);
      stem[1][i] = -stem[0][i];
    }
    new RoleChain(List.of(), true, RATE).process(stem, 48_000);
    double peak = 0;
    for (int i = 24_000; i < 48_000; i++) {
      peak = Math.max(peak, Math.abs(stem[0][i] - stem[1][i]) / 2);
    }
    return 20 * Math.log10(peak);
  }

  @Test
  void bringsWhatIsLowToTheMiddle() {
    assertThat(sideLeft(60)).isLessThan(-20);
    assertThat(sideLeft(1000)).isCloseTo(0, within(0.1));
  }

  @Test
  void leavesWhatIsInTheMiddleAlone() {
    float[][] stem = new float[2][4800];
    for (int i = 0; i < 4800; i++) {
      stem[0][i] = stem[1][i] = (float) Math.sin(2 * Math.PI * 50 * i / 48_000);
    }
    float[] before = stem[0].clone();
    new RoleChain(List.of(), true, RATE).process(stem, 4800);
    assertThat(stem[0]).containsExactly(before);
  }
}

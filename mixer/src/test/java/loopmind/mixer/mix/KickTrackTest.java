package loopmind.mixer.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.api.Test;

final class KickTrackTest {

  private static float[] followed(float[] drums) {
    KickTrack track = new KickTrack(new SampleRate(48_000));
    track.hear(new float[][] {drums, drums}, drums.length);
    float[] kick = new float[drums.length];
    for (int i = 0; i < kick.length; i++) {
      kick[i] = (float) track.at(i);
    }
    return kick;
  }

  @Test
  void answersToAKickAtOnceAndLetsGoAfterIt() {
    float[] drums = new float[48_000];
    for (int i = 0; i < 6000; i++) {
      drums[24_000 + i] = (float) (Math.sin(2 * Math.PI * 55 * i / 48_000) * Math.exp(-i / 2500.0));
    }
    float[] kick = followed(drums);
    assertThat(kick[23_999]).isZero();
    // a quarter of a period of 55 Hz is 4.5 ms; the low-pass adds as much
    assertThat(kick[24_000 + 480]).isGreaterThan(0.9f);
    assertThat(kick[47_999]).isZero();
  }

  @Test
  void doesNotAnswerToHats() {
    Random random = new Random(4);
    float[] drums = new float[48_000];
    for (int i = 0; i < drums.length; i++) {
      drums[i] = i % 2 == 0 ? (float) (0.1 * random.nextGaussian()) : -drums[i - 1];
    }
    for (float kick : followed(drums)) {
      assertThat(kick).isLessThan(0.05f);
    }
  }
}

package loopmind.mixer.mix;

import static org.assertj.core.api.Assertions.assertThat;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;

final class EchoTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  @Test
  void repeatsInTimeFromSideToSideAndEverQuieter() {
    float[][] sent = new float[2][40_000];
    for (int i = 0; i < 100; i++) {
      sent[0][i] = sent[1][i] = (float) Math.sin(2 * Math.PI * 1000 * i / 48_000);
    }
    float[][] out = new float[2][40_000];
    new Echo(new Seconds(0.25), RATE).add(sent, 40_000, out);
    assertThat(peak(out[0], 0, 11_900)).isZero();
    double first = peak(out[0], 12_000, 12_200);
    double second = peak(out[1], 24_000, 24_200);
    double third = peak(out[0], 36_000, 36_200);
    assertThat(first).isGreaterThan(0.7);
    assertThat(second).isBetween(0.2 * first, 0.5 * first);
    assertThat(third).isBetween(0.2 * second, 0.5 * second);
    assertThat(peak(out[1], 12_000, 12_200)).isZero();
  }

  private static double peak(float[] samples, int from, int to) {
    double peak = 0;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }
}

package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;

final class LimiterTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  private static Limiter limiter() {
    return new Limiter(1, new Decibels(-6), Seconds.ofMillis(2), RATE);
  }

  /** The frames' own magnitudes stand for the peaks between them. */
  private static float[] limited(float[] in, double gain, Random cut) {
    Limiter limiter = limiter();
    float[] out = new float[in.length];
    for (int at = 0; at < in.length; ) {
      int count = Math.min(in.length - at, cut == null ? in.length : 1 + cut.nextInt(500));
      float[][] block = {java.util.Arrays.copyOfRange(in, at, at + count)};
      float[] peaks = new float[count];
      for (int i = 0; i < count; i++) {
        peaks[i] = Math.abs(block[0][i]);
      }
      limiter.process(block, peaks, gain, count);
      System.arraycopy(block[0], 0, out, at, count);
      at += count;
    }
    return out;
  }

  private static float[] noise(double peak) {
    Random random = new Random(8);
    float[] noise = new float[48_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (peak * random.nextGaussian());
    }
    return noise;
  }

  @Test
  void neverLetsAFrameAboveItsCeiling() {
    double ceiling = new Decibels(-6).ratio();
    for (float frame : limited(noise(0.8), 3, null)) {
      // the last digit of a float
      assertThat((double) Math.abs(frame)).isLessThanOrEqualTo(ceiling * (1 + 1e-7));
    }
  }

  @Test
  void leavesWhatIsBelowTheCeilingAsItIs() {
    float[] in = new float[4800];
    for (int i = 0; i < in.length; i++) {
      in[i] = (float) (0.4 * Math.sin(i * 0.05));
    }
    float[] out = limited(in, 1, null);
    int latency = limiter().latency();
    for (int i = latency; i < in.length; i++) {
      assertThat(out[i]).isEqualTo(in[i - latency]);
    }
  }

  @Test
  void soundsTheSameHoweverItIsCut() {
    assertThat(limited(noise(0.5), 1, new Random(1))).containsExactly(limited(noise(0.5), 1, null));
  }

  @Test
  void recoversFromAClickWithinATenthOfASecond() {
    float[] in = new float[24_000];
    java.util.Arrays.fill(in, 0.1f);
    in[4800] = 1;
    float[] out = limited(in, 1, null);
    int latency = limiter().latency();
    assertThat(Math.abs(out[4800 + latency])).isLessThan(0.502f);
    assertThat((double) out[4700]).isCloseTo(0.1, within(1e-6));
    // two time constants of the fast stage leave a seventh of 6 dB
    assertThat((double) out[4800 + 4800 + latency]).isGreaterThan(0.09);
  }
}

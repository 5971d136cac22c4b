package loopmind.library.listen.ears;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import loopmind.mixer.dsp.Resampler;

/**
 * Prints how long one core hears one stereo loop of 8 s at 44.1 kHz, in processor time, so that
 * other programs on the machine do not count: {@code java ... EarsBench models/ears}.
 */
final class EarsBench {

  private static final int RATE_HZ = 44_100, SECONDS = 8, WARM_UPS = 60, RUNS = 101;

  private EarsBench() {}

  public static void main(String[] folder) {
    float[] slow = EarsSignal.ofSeconds(SECONDS);
    float[] left = new float[SECONDS * RATE_HZ];
    new Resampler((double) EarsSignal.RATE_HZ / RATE_HZ, Resampler.Quality.FINE)
        .read(slow, 0, left, 0, left.length);
    float[][] loop = {left, left.clone()};
    try (Ears ears = new Ears(Path.of(folder[0]))) {
      for (int i = 0; i < WARM_UPS; i++) {
        ears.hear(loop, RATE_HZ);
      }
      double[] ms = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ears.hear(loop, RATE_HZ);
        ms[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
      }
      Arrays.sort(ms);
      System.out.printf(
          Locale.ROOT,
          "ears.loop %.1f ms goal 25 %s%n",
          ms[RUNS / 2],
          ms[RUNS / 2] <= 25 ? "PASS" : "FAIL");
    }
  }
}

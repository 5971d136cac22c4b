package loopmind.mixer.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Benchmark of the meters: how far they are from the truth of the EBU cases, and how many seconds
 * of stereo at 48 kHz they measure in a second of one core. Peers are run by whoever prints the
 * rows.
 */
public final class LoudnessBench {

  private static final int RUNS = 5;
  private static final int HZ = 48_000;
  private static final int NOISE_SECONDS = 60;

  private LoudnessBench() {}

  /**
   * One figure.
   *
   * @param name what was measured
   * @param goal what it should reach
   * @param atMost whether smaller is better
   */
  public record Row(String name, double value, String unit, double goal, boolean atMost) {

    public boolean passed() {
      return atMost ? value <= goal : value >= goal;
    }
  }

  /** Runs everything; takes a few seconds. */
  public static List<Row> run() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("loudness.ebu3341.error", worstLoudnessError(), "LU", 0.02, true));
    rows.add(new Row("loudness.ebu3342.error", worstRangeError(), "LU", 0.1, true));
    rows.add(new Row("truepeak.ebu3341.error", worstPeakError(), "dB", 0.05, true));
    AudioBuffer noise = noise();
    rows.add(new Row("loudness.speed", speed(() -> LoudnessMeter.of(noise)), "RTx", 400, false));
    rows.add(
        new Row(
            "loudness.truepeak.speed",
            speed(
                () -> {
                  LoudnessMeter.of(noise);
                  TruePeakMeter.of(noise);
                }),
            "RTx",
            120,
            false));
    return List.copyOf(rows);
  }

  private static double worstLoudnessError() {
    double worst = error(-23, tones(-23, 20));
    worst = Math.max(worst, error(-33, tones(-33, 20)));
    worst = Math.max(worst, error(-23, tones(-36, 10, -23, 60, -36, 10)));
    worst = Math.max(worst, error(-23, tones(-72, 10, -36, 10, -23, 60, -36, 10, -72, 10)));
    // exactly, blocks of 400 ms give case 5 a loudness of −22.985: its ends lie in fewer blocks
    return Math.max(worst, error(-22.985, tones(-26, 20, -20, 20.1, -26, 20)));
  }

  private static double error(double truth, AudioBuffer sound) {
    return Math.abs(LoudnessMeter.of(sound).value() - truth);
  }

  private static double worstRangeError() {
    double worst = rangeError(10, tones(-20, 20, -30, 20));
    worst = Math.max(worst, rangeError(5, tones(-20, 20, -15, 20)));
    worst = Math.max(worst, rangeError(20, tones(-40, 20, -20, 20)));
    return Math.max(worst, rangeError(15, tones(-50, 20, -35, 20, -20, 20, -35, 20, -50, 20)));
  }

  private static double rangeError(double truth, AudioBuffer sound) {
    LoudnessMeter meter = new LoudnessMeter(sound.rate(), sound.channelCount());
    meter.add(sound);
    return Math.abs(meter.range() - truth);
  }

  private static double worstPeakError() {
    double[][] cases = {{4, 0.5, 0}, {4, 0.5, 45}, {6, 0.5, 60}, {8, 0.5, 67.5}, {4, 1.41, 45}};
    double worst = 0;
    for (double[] one : cases) {
      float[] sine = new float[HZ];
      for (int i = 0; i < HZ; i++) {
        double swell = Math.min(1, Math.min(i, HZ - 1 - i) / 4800.0);
        sine[i] =
            (float) (swell * one[1] * Math.sin(2 * Math.PI * i / one[0] + Math.toRadians(one[2])));
      }
      AudioBuffer sound = new AudioBuffer(new float[][] {sine}, new SampleRate(HZ));
      double truthDb = 20 * Math.log10(one[1]);
      worst = Math.max(worst, Math.abs(TruePeakMeter.of(sound).value() - truthDb));
    }
    return worst;
  }

  /** Levels in dBFS and seconds in turn, as a stereo tone of 1 kHz. */
  private static AudioBuffer tones(double... levelsAndSeconds) {
    double all = 0;
    for (int i = 1; i < levelsAndSeconds.length; i += 2) {
      all += levelsAndSeconds[i];
    }
    float[] tone = new float[(int) Math.round(all * HZ)];
    int frame = 0;
    double end = 0;
    for (int i = 0; i < levelsAndSeconds.length; i += 2) {
      end += levelsAndSeconds[i + 1];
      double peak = Math.pow(10, levelsAndSeconds[i] / 20);
      for (; frame < Math.round(end * HZ); frame++) {
        tone[frame] = (float) (peak * Math.sin(2 * Math.PI * 1000 * frame / HZ));
      }
    }
    return new AudioBuffer(new float[][] {tone, tone}, new SampleRate(HZ));
  }

  private static AudioBuffer noise() {
    Random random = new Random(1);
    float[][] channels = new float[2][NOISE_SECONDS * HZ];
    for (float[] channel : channels) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] = (float) (0.1 * random.nextGaussian());
      }
    }
    return new AudioBuffer(channels, new SampleRate(HZ));
  }

  private static double speed(Runnable measurement) {
    measurement.run();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] speeds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      // processor time, not the clock: other work on the machine does not count
      long start = threads.getCurrentThreadCpuTime();
      measurement.run();
      speeds[run] = NOISE_SECONDS / ((threads.getCurrentThreadCpuTime() - start) / 1e9);
    }
    Arrays.sort(speeds);
    return speeds[RUNS / 2];
  }
}

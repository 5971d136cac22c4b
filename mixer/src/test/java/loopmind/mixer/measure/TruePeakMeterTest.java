package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TruePeakMeterTest {

  private static final int HZ = 48_000;
  private static final double STRICT_DB = 0.05;

  private static double peakDb(float[] samples) {
    return TruePeakMeter.of(new AudioBuffer(new float[][] {samples}, new SampleRate(HZ))).value();
  }

  /** EBU Tech 3341, cases 15 to 19: sines whose frames miss their peaks. */
  @ParameterizedTest
  @CsvSource({"4, 0.5, 0", "4, 0.5, 45", "6, 0.5, 60", "8, 0.5, 67.5", "4, 1.41, 45"})
  void readsThePeakOfASineWhereverItsFramesFall(int periodFrames, double peak, double degrees) {
    float[] sine = Signals.sine(HZ / (double) periodFrames, HZ, peak, degrees, HZ);
    assertThat(peakDb(sine)).isCloseTo(20 * Math.log10(peak), within(STRICT_DB));
  }

  /**
   * EBU Tech 3341, cases 20 to 23: one loud period, cut off above the new half rate, every fourth
   * frame kept.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void readsAShortPeakBetweenFrames(int offset) {
    double[] fine = new double[HZ];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = 0.5 * Math.sin(2 * Math.PI * i / 24);
    }
    int middle = 24 * 1000;
    for (int i = 0; i < 16; i++) {
      fine[middle + i] = Math.sin(2 * Math.PI * i / 16);
    }
    double[] limited = lowPassed(fine);
    float[] coarse = new float[fine.length / 4];
    for (int i = 0; i < coarse.length; i++) {
      double swell = Math.min(1, Math.min(i, coarse.length - 1 - i) / 2400.0);
      coarse[i] = (float) (swell * limited[4 * i + offset]);
    }
    double truth = 0;
    for (int i = middle - 200; i < middle + 200; i++) {
      truth = Math.max(truth, Math.abs(limited[i]));
    }
    double truthDb = 20 * Math.log10(truth);
    assertThat(truthDb).isBetween(-0.4, 0.2);
    // the finely sampled truth itself misses up to 0.04 dB of a peak of this width
    assertThat(peakDb(coarse)).isBetween(truthDb - STRICT_DB, truthDb + STRICT_DB);
  }

  /** A windowed sinc with its edge just below the half rate after every fourth frame. */
  private static double[] lowPassed(double[] in) {
    int half = 256;
    double edge = 0.23;
    double[] out = new double[in.length];
    for (int i = half; i < in.length - half; i++) {
      double sum = 0;
      for (int k = -half; k <= half; k++) {
        double x = edge * k;
        double sinc = k == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        double window = 0.5 + 0.5 * Math.cos(Math.PI * k / (half + 1));
        sum += in[i - k] * edge * sinc * window;
      }
      out[i] = sum;
    }
    return out;
  }

  @Test
  void missesAtMostATwentiethDecibelUpTo21Khz() {
    Random random = new Random(3);
    for (int hz = 500; hz <= 21_000; hz += 500) {
      for (int trial = 0; trial < 4; trial++) {
        float[] sine =
            Signals.sine(hz + random.nextDouble(), HZ, 1, 360 * random.nextDouble(), 9600);
        assertThat(peakDb(sine)).as("%d Hz", hz).isCloseTo(0, within(STRICT_DB));
      }
    }
  }

  @Test
  void doesNotHearHowTheSoundWasCut() {
    Random random = new Random(9);
    float[] noise = new float[20_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.2 * random.nextGaussian());
    }
    TruePeakMeter cut = new TruePeakMeter(1);
    for (int frame = 0; frame < noise.length; ) {
      int part = Math.min(noise.length - frame, 1 + random.nextInt(1500));
      cut.add(new float[][] {noise}, frame, part);
      frame += part;
    }
    assertThat(cut.truePeak().value()).isEqualTo(peakDb(noise));
  }

  @Test
  void hearsAPeakAtTheVeryEnd() {
    float[] click = new float[100];
    click[99] = 0.5f;
    assertThat(peakDb(click)).isCloseTo(20 * Math.log10(0.5), within(STRICT_DB));
  }

  @Test
  void silenceReadsAsSilence() {
    assertThat(peakDb(new float[1000])).isEqualTo(TruePeakMeter.SILENCE.value());
  }
}

package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Fft;
import loopmind.mixer.dsp.Windows;
import loopmind.mixer.measure.Hands;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.Spectrum;
import loopmind.mixer.measure.TruePeakMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TapeTest {

  private static final SampleRate RATE = new SampleRate(48_000);
  private static final int WINDOW = 32_768;

  private static float[] sine(double peak, double hz, int frames) {
    float[] sine = new float[frames];
    for (int i = 0; i < frames; i++) {
      sine[i] = (float) (peak * Math.sin(2 * Math.PI * hz * i / RATE.hz()));
    }
    return sine;
  }

  private static float[] taped(float[] samples, double levelDb) {
    float[] out = samples.clone();
    new Tape(new Decibels(levelDb), 1, RATE).process(new float[][] {out}, out.length, Hands.ONE);
    return out;
  }

  /** Level of each partial relative to the first, for a sine of a whole number of bins. */
  private static double[] partials(float[] samples, int bin) {
    Fft fft = new Fft(WINDOW);
    double[] real = new double[fft.bins()];
    double[] imaginary = new double[fft.bins()];
    fft.forward(samples, samples.length - WINDOW, Windows.hann(WINDOW), real, imaginary);
    double[] partials = new double[6];
    for (int p = 1; p <= 5; p++) {
      double power = 0;
      // the wow spreads a partial a little
      for (int i = p * bin - 6; i <= p * bin + 6; i++) {
        power += real[i] * real[i] + imaginary[i] * imaginary[i];
      }
      partials[p] = Math.sqrt(power);
    }
    for (int p = 5; p >= 1; p--) {
      partials[p] /= partials[1];
    }
    return partials;
  }

  private static double distortion(double overDb) {
    int bin = 400;
    double peak = new Decibels(-20 + overDb).ratio();
    double[] partials = partials(taped(sine(peak, bin * 48_000.0 / WINDOW, 96_000), -20), bin);
    double sum = 0;
    for (int p = 2; p <= 5; p++) {
      sum += partials[p] * partials[p];
    }
    return Math.sqrt(sum);
  }

  @Test
  void distortsASineAsLoudAsTheMixByAboutOnePercentAndMoreAbove() {
    assertThat(distortion(0)).isBetween(0.005, 0.03);
    assertThat(distortion(-20)).isLessThan(distortion(0) / 3);
    assertThat(distortion(8)).isBetween(1.5 * distortion(0), 0.2);
  }

  @Test
  void bothEvenAndOddPartialsAppear() {
    int bin = 400;
    double[] partials = partials(taped(sine(0.1, bin * 48_000.0 / WINDOW, 96_000), -20), bin);
    assertThat(partials[2]).isGreaterThan(1e-3);
    assertThat(partials[3]).isGreaterThan(1e-3);
  }

  private static double levelDb(float[] samples) {
    double sum = 0;
    for (int i = samples.length / 2; i < samples.length; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(2 * sum / samples.length);
  }

  private static double gainDb(double hz) {
    float[] quiet = sine(0.001, hz, 96_000);
    return levelDb(taped(quiet, -20)) - levelDb(quiet);
  }

  @Test
  void liftsTheHeadsBumpAndSoftensHighs() {
    double middle = gainDb(1000);
    assertThat(gainDb(75) - middle).isBetween(1.0, 2.0);
    assertThat(gainDb(12_000) - middle).isBetween(-8.0, -2.0);
    assertThat(gainDb(300) - middle).isCloseTo(0, within(0.5));
  }

  @Test
  void theSpeedWaversByLessThanAThousandth() {
    float[] out = taped(sine(0.05, 3000, 192_000), -20);
    double most = 0;
    // periods of 16 frames, timed over 4800 frames by where they cross zero
    for (int from = 4800; from + 9600 < out.length; from += 4800) {
      double length = crossing(out, from + 4800) - crossing(out, from);
      // which of two neighbouring periods was found does not matter
      double off = Math.IEEEremainder(length, 16) / 4800;
      most = Math.max(most, Math.abs(off));
    }
    assertThat(most).isBetween(5e-5, 1e-3);
  }

  private static double crossing(float[] samples, int from) {
    int i = from - 8;
    while (!(samples[i] < 0 && samples[i + 1] >= 0)) {
      i++;
    }
    return i + samples[i] / (samples[i] - samples[i + 1]);
  }

  @Test
  void soundsTheSameHoweverItIsCut() {
    Random random = new Random(5);
    float[] noise = new float[20_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.2 * random.nextGaussian());
    }
    float[] whole = taped(noise, -20);
    Tape tape = new Tape(new Decibels(-20), 1, RATE);
    float[] pieces = new float[noise.length];
    for (int at = 0; at < noise.length; ) {
      int count = Math.min(noise.length - at, 1 + random.nextInt(700));
      float[][] part = {java.util.Arrays.copyOfRange(noise, at, at + count)};
      tape.process(part, count, Hands.ONE);
      System.arraycopy(part[0], 0, pieces, at, count);
      at += count;
    }
    assertThat(pieces).containsExactly(whole);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-16, -11, -9})
  void aTapedMasterMeetsLoudnessAndTruePeakWithSofterHighsThanAPolishedOne(double lufs) {
    AudioBuffer mix = RandomMix.ofSeed(2, 8);
    AudioBuffer taped = MasterTest.mastered(mix, MasterTest.goal(lufs, MasterGoal.Treatment.TAPE));
    AudioBuffer polished =
        MasterTest.mastered(mix, MasterTest.goal(lufs, MasterGoal.Treatment.POLISHED));
    assertThat(LoudnessMeter.of(taped).value()).isCloseTo(lufs, within(0.1));
    assertThat(TruePeakMeter.of(taped).value()).isLessThanOrEqualTo(-1.0);
    assertThat(highsDb(taped)).isLessThan(highsDb(polished) - 1);
  }

  private static double highsDb(AudioBuffer sound) {
    Spectrum spectrum = Spectrum.of(sound);
    return 10 * Math.log10(spectrum.power(8000, 16_000) / spectrum.power(200, 4000));
  }
}

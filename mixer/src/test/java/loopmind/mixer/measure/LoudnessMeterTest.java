package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of EBU Tech 3341 and 3342 that are made of tones, five times as strict. */
final class LoudnessMeterTest {

  private static final double STRICT_LU = 0.02;
  private static final int HZ = 48_000;

  private static LoudnessMeter heard(AudioBuffer sound) {
    LoudnessMeter meter = new LoudnessMeter(sound.rate(), sound.channelCount());
    meter.add(sound);
    return meter;
  }

  @Test
  void weighsAsTheStandardPrintsAt48Khz() {
    double[] printed = {
      1.53512485958697,
      -2.69169618940638,
      1.19839281085285,
      -1.69065929318241,
      0.73248077421585,
      1,
      -2,
      1,
      -1.99004745483398,
      0.99007225036621
    };
    // the standard prints 14 decimals; its high-pass was rounded to single precision
    assertThat(new KWeighting(new SampleRate(HZ)).coefficients())
        .containsExactly(printed, within(2e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-23, -33})
  void case1And2ReadATone(double level) {
    LoudnessMeter meter = heard(Signals.stereo(HZ).tone(level, 20).sound());
    assertThat(meter.integrated().value()).isCloseTo(level, within(STRICT_LU));
    assertThat(meter.momentary().value()).isCloseTo(level, within(STRICT_LU));
    assertThat(meter.shortTerm().value()).isCloseTo(level, within(STRICT_LU));
  }

  @ParameterizedTest
  @ValueSource(ints = {11_025, 16_000, 22_050, 32_000, 44_100, 88_200, 96_000, 192_000})
  void readsTheSameToneAtEveryRate(int hz) {
    LoudnessMeter meter = heard(Signals.stereo(hz).tone(-23, 20).sound());
    // at low rates the shelf is close to the end of the spectrum and its slope is compressed
    assertThat(meter.integrated().value()).isCloseTo(-23, within(hz < 22_050 ? 0.1 : STRICT_LU));
  }

  @Test
  void case3GatesTheQuietEnds() {
    AudioBuffer sound = Signals.stereo(HZ).tone(-36, 10).tone(-23, 60).tone(-36, 10).sound();
    assertThat(LoudnessMeter.of(sound).value()).isCloseTo(-23, within(STRICT_LU));
  }

  @Test
  void case4GatesTheVeryQuietEnds() {
    AudioBuffer sound =
        Signals.stereo(HZ)
            .tone(-72, 10)
            .tone(-36, 10)
            .tone(-23, 60)
            .tone(-36, 10)
            .tone(-72, 10)
            .sound();
    assertThat(LoudnessMeter.of(sound).value()).isCloseTo(-23, within(STRICT_LU));
  }

  @Test
  void case5TakesTheMeanOfThreeLevels() {
    AudioBuffer sound = Signals.stereo(HZ).tone(-26, 20).tone(-20, 20.1).tone(-26, 20).sound();
    // the first and last 300 ms lie in fewer blocks than the rest: exactly, the standard says
    // −22.985
    assertThat(LoudnessMeter.of(sound).value()).isCloseTo(-22.985, within(STRICT_LU));
  }

  @Test
  void case6WeighsFiveChannels() {
    double[] levels = {-28, -28, -24, -30, -30};
    float[][] channels = new float[5][];
    for (int c = 0; c < 5; c++) {
      channels[c] = Signals.mono(HZ).tone(levels[c], 20).sound().channel(0);
    }
    AudioBuffer sound = new AudioBuffer(channels, new SampleRate(HZ));
    assertThat(LoudnessMeter.of(sound).value()).isCloseTo(-23, within(STRICT_LU));
  }

  @Test
  void theLowFrequencyChannelDoesNotCount() {
    float[] tone = Signals.mono(HZ).tone(-23, 5).sound().channel(0);
    float[] none = new float[tone.length];
    AudioBuffer sound =
        new AudioBuffer(new float[][] {none, none, none, tone, none, none}, new SampleRate(HZ));
    assertThat(LoudnessMeter.of(sound)).isEqualTo(Lufs.SILENCE);
  }

  @Test
  void case9HoldsTheShortTermLoudnessOfAPattern() {
    Signals pattern = Signals.stereo(HZ);
    for (int i = 0; i < 5; i++) {
      pattern.tone(-20, 1.34).tone(-30, 1.66);
    }
    staysAt(-23, pattern.sound(), 3.0, meter -> meter.shortTerm().value());
  }

  @Test
  void case12HoldsTheMomentaryLoudnessOfAPattern() {
    Signals pattern = Signals.stereo(HZ);
    for (int i = 0; i < 25; i++) {
      pattern.tone(-20, 0.18).tone(-30, 0.22);
    }
    staysAt(-23, pattern.sound(), 1.0, meter -> meter.momentary().value());
  }

  private static void staysAt(
      double level, AudioBuffer sound, double after, ToDoubleFunction<LoudnessMeter> reading) {
    LoudnessMeter meter = new LoudnessMeter(sound.rate(), 2);
    for (int frame = 0; frame + 480 <= sound.frames(); frame += 480) {
      meter.add(sound.channels(), frame, 480);
      if (frame + 480 >= after * HZ) {
        // a window holds whole periods of the pattern, but not of the tone where it changes level
        assertThat(reading.applyAsDouble(meter)).isCloseTo(level, within(0.05));
      }
    }
  }

  @Test
  void case10FindsTheLoudestThreeSecondsWhereverTheyStart() {
    for (int i = 0; i < 20; i++) {
      AudioBuffer sound = Signals.stereo(HZ).silence(0.15 * i).tone(-23, 3).silence(1).sound();
      assertThat(heard(sound).loudestShortTerm().value()).isCloseTo(-23, within(STRICT_LU));
    }
  }

  @Test
  void case11FindsTheLoudestThreeSecondsOfRisingTones() {
    LoudnessMeter meter = new LoudnessMeter(new SampleRate(HZ), 2);
    for (int i = 0; i < 20; i++) {
      meter.add(
          Signals.stereo(HZ).silence(0.15 * i).tone(-38 + i, 3).silence(3 - 0.15 * i).sound());
      assertThat(meter.loudestShortTerm().value()).isCloseTo(-38 + i, within(STRICT_LU));
    }
  }

  @Test
  void case13FindsTheLoudest400MillisecondsWhereverTheyStart() {
    for (int i = 0; i < 20; i++) {
      AudioBuffer sound = Signals.stereo(HZ).silence(0.02 * i).tone(-23, 0.4).silence(1).sound();
      assertThat(heard(sound).loudestMomentary().value()).isCloseTo(-23, within(STRICT_LU));
    }
  }

  @Test
  void case14FindsTheLoudest400MillisecondsOfRisingTones() {
    LoudnessMeter meter = new LoudnessMeter(new SampleRate(HZ), 2);
    for (int i = 0; i < 20; i++) {
      meter.add(
          Signals.stereo(HZ).silence(0.02 * i).tone(-38 + i, 0.4).silence(0.4 - 0.02 * i).sound());
      assertThat(meter.loudestMomentary().value()).isCloseTo(-38 + i, within(STRICT_LU));
    }
  }

  @Test
  void rangeCasesReadAsTech3342Says() {
    double[][] levels = {{-20, -30}, {-20, -15}, {-40, -20}, {-50, -35, -20, -35, -50}};
    double[] ranges = {10, 5, 20, 15};
    for (int i = 0; i < levels.length; i++) {
      Signals signal = Signals.stereo(HZ);
      for (double level : levels[i]) {
        signal.tone(level, 20);
      }
      assertThat(heard(signal.sound()).range()).isCloseTo(ranges[i], within(0.1));
    }
  }

  @Test
  void doesNotHearHowTheSoundWasCut() {
    Random random = new Random(5);
    float[] noise = new float[3 * 44_100];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    AudioBuffer sound = new AudioBuffer(new float[][] {noise}, new SampleRate(44_100));
    LoudnessMeter cut = new LoudnessMeter(sound.rate(), 1);
    for (int frame = 0; frame < noise.length; ) {
      int part = Math.min(noise.length - frame, 1 + random.nextInt(3000));
      cut.add(sound.channels(), frame, part);
      frame += part;
    }
    // energies are summed in another order, so the last digits of a double may differ
    assertThat(cut.integrated().value()).isCloseTo(LoudnessMeter.of(sound).value(), within(1e-9));
  }

  @Test
  void silenceHasNoLoudnessAndNoRange() {
    LoudnessMeter meter = heard(Signals.stereo(HZ).silence(5).sound());
    assertThat(meter.integrated()).isEqualTo(Lufs.SILENCE);
    assertThat(meter.loudestShortTerm()).isEqualTo(Lufs.SILENCE);
    assertThat(meter.range()).isZero();
  }

  @Test
  void refusesASeventhChannel() {
    assertThatThrownBy(() -> new LoudnessMeter(new SampleRate(HZ), 7))
        .hasMessageContaining("1 to 6 channels, but was asked for 7");
  }
}

package loopmind.mixer.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Resampler.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "44100, 48000, 997",
    "44100, 48000, 19500",
    "48000, 44100, 19500",
    "96000, 48000, 10000",
    "22050, 48000, 9800",
    "44100, 22050, 9800",
    "8000, 48000, 3400"
  })
  void keepsASineToMinusHundredDecibels(int from, int to, double hz) {
    var sound = sine(hz, new SampleRate(from), from);
    float[] out = Resampler.resample(sound, new SampleRate(to)).channel(0);
    assertThat(out).hasSize(to);
    // the edges, where the source begins and ends, ring and are left out
    int edge = to / 10;
    double error = 0;
    double power = 0;
    for (int i = edge; i < to - edge; i++) {
      double ideal = 0.5 * Math.sin(2 * Math.PI * hz * i / to);
      error += (out[i] - ideal) * (out[i] - ideal);
      power += ideal * ideal;
    }
    assertThat(10 * Math.log10(power / error)).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"48000, 44100, 22100", "96000, 48000, 24100", "44100, 22050, 11100"})
  void keepsOutWhatWouldFoldBack(int from, int to, double hz) {
    var sound = sine(hz, new SampleRate(from), from);
    float[] out = Resampler.resample(sound, new SampleRate(to)).channel(0);
    int edge = to / 10;
    double power = 0;
    for (int i = edge; i < to - edge; i++) {
      power += (double) out[i] * out[i];
    }
    double relative = power / (to - 2 * edge) / (0.5 * 0.5 / 2);
    assertThat(10 * Math.log10(relative)).isLessThan(-110);
  }

  @Test
  void quickQualityKeepsItsWord() {
    float[] out =
        Resampler.resample(
                sine(13_000, new SampleRate(48_000), 48_000), new SampleRate(22_050), Quality.QUICK)
            .channel(0);
    double power = 0;
    for (int i = 2000; i < 20_000; i++) {
      power += (double) out[i] * out[i];
    }
    assertThat(10 * Math.log10(power / 18_000 / 0.125)).isLessThan(-70);
  }

  @Test
  void theSameRateIsTheSameSound() {
    var sound = sine(440, SampleRate.STUDIO, 100);
    assertThat(Resampler.resample(sound, SampleRate.STUDIO)).isSameAs(sound);
  }

  @ParameterizedTest
  @CsvSource({"48000, 36173", "48000, 64001", "48000, 47999", "30, 47"})
  void readsALoopAcrossItsSeam(int frames, int wanted) {
    // three periods a loop: seamless as it is, and it must stay so
    float[] loop = new float[frames];
    for (int i = 0; i < frames; i++) {
      loop[i] = (float) Math.cos(2 * Math.PI * 3 * i / frames);
    }
    float[] out = Resampler.around(loop, wanted);
    assertThat(out).hasSize(wanted);
    for (int i = 0; i < wanted; i++) {
      // −100 dB; also at the first and last frame, which a read without the seam would miss
      assertThat((double) out[i]).isCloseTo(Math.cos(2 * Math.PI * 3 * i / wanted), within(1e-5));
    }
  }

  @Test
  void aLoopOfTheSameLengthIsTheSameBitForBit() {
    var loop = sine(441, SampleRate.STUDIO, 4800);
    assertThat(Resampler.around(loop, 4800).channel(0)).isEqualTo(loop.channel(0));
  }

  @Test
  void blocksReadLikeOneLongRead() {
    float[] source = sine(5000, SampleRate.STUDIO, 3000).channel(0);
    // a speed with few binary digits, so that places add up without rounding
    var resampler = new Resampler(1.25, Quality.FINE);
    float[] whole = new float[2400];
    resampler.read(source, -10, whole, 0, 2400);
    float[] parts = new float[2400];
    resampler.read(source, -10, parts, 0, 1);
    resampler.read(source, -10 + 1.25, parts, 1, 999);
    resampler.read(source, -10 + 1250, parts, 1000, 1400);
    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void silenceStaysSilence() {
    var silence = AudioBuffer.silence(2, 1000, new SampleRate(44_100));
    assertThat(Resampler.resample(silence, SampleRate.STUDIO).channel(1)).containsOnly(0f);
  }

  @Test
  void refusesSpeedsItIsNotGoodFor() {
    assertThatThrownBy(() -> new Resampler(65, Quality.FINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65.0");
  }

  private static AudioBuffer sine(double hz, SampleRate rate, int frames) {
    float[] samples = new float[frames];
    for (int i = 0; i < frames; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / rate.hz()));
    }
    return new AudioBuffer(new float[][] {samples}, rate);
  }
}

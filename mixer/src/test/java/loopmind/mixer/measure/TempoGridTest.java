package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TempoGridTest {

  private static final int HZ = 48_000;

  /** Kicks on beats 1 and 3, snares on 2 and 4, hats on some sixteenths, over a held tone. */
  private static AudioBuffer groove(double bpm, double lateMs, double seconds, double swing) {
    Random random = new Random(11);
    float[] samples = new float[(int) (seconds * HZ)];
    boolean[] hats = new boolean[16];
    for (int i = 0; i < 16; i++) {
      hats[i] = random.nextDouble() < 0.6;
    }
    double sixteenth = 15 / bpm * HZ;
    for (int n = 0; n * sixteenth < samples.length; n++) {
      double swung = n % 2 == 1 ? swing * sixteenth : 0;
      int at = (int) Math.round(n * sixteenth + swung + lateMs * HZ / 1000);
      if (n % 8 == 0) {
        hit(samples, at, 0.8, 60, 0.15, null);
      }
      if (n % 8 == 4) {
        hit(samples, at, 0.5, 180, 0.1, random);
      }
      if (hats[n % 16]) {
        hit(samples, at, 0.2, 8000, 0.03, random);
      }
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (0.05 * Math.sin(2 * Math.PI * 220 * i / HZ));
    }
    return new AudioBuffer(new float[][] {samples}, new SampleRate(HZ));
  }

  private static void hit(
      float[] samples, int at, double peak, double hz, double decay, Random noise) {
    for (int i = 0; at >= 0 && i < 3 * decay * HZ && at + i < samples.length; i++) {
      double sound = noise == null ? Math.sin(2 * Math.PI * hz * i / HZ) : noise.nextGaussian() / 2;
      samples[at + i] += (float) (peak * sound * Math.exp(-i / (decay * HZ / 2)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "140, 140, 16, 0",
    "139.9, 140, 60, 0",
    "140.3, 140, 60, 0.2",
    "82, 82, 120, 0.15",
    "174, 174, 30, 0",
    "60.5, 60, 60, 0"
  })
  void readsTheTempoWithinATwentiethBpm(double bpm, double claimed, double seconds, double swing) {
    var fit = TempoGrid.fit(groove(bpm, 0, seconds, swing), new Bpm(claimed));
    assertThat(fit).isPresent();
    assertThat(fit.get().bpm().value()).isCloseTo(bpm, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "-6", "12"})
  void readsHowLateTheSoundIs(double lateMs) {
    var fit = TempoGrid.fit(groove(120, lateMs, 30, 0), new Bpm(120));
    // a window of 21 ms sees a kick and a hat begin at slightly different places
    assertThat(fit.orElseThrow().offsetMs()).isCloseTo(lateMs, within(3.0));
  }

  @Test
  void noiseAndSilenceStandOnNoGrid() {
    Random random = new Random(2);
    float[] noise = new float[30 * HZ];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    SampleRate rate = new SampleRate(HZ);
    assertThat(TempoGrid.fit(new AudioBuffer(new float[][] {noise}, rate), new Bpm(120))).isEmpty();
    assertThat(TempoGrid.fit(AudioBuffer.silence(2, 10 * HZ, rate), new Bpm(120))).isEmpty();
    assertThat(TempoGrid.fit(AudioBuffer.silence(2, 10, rate), new Bpm(120))).isEmpty();
  }
}

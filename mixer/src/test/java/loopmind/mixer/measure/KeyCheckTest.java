package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyCheckTest {

  private static final int HZ = 48_000;
  private static final int[][] MINOR_TURN = {{0, 3, 7}, {8, 12, 15}, {3, 7, 10}, {7, 10, 14}};

  /** The turn i VI III v in a minor key, a bass note under each chord, with some overtones. */
  private static AudioBuffer turn(int tonic) {
    float[] samples = new float[8 * HZ];
    for (int chord = 0; chord < 4; chord++) {
      for (int note : MINOR_TURN[chord]) {
        play(samples, chord * 2 * HZ, 60 + tonic + note, 0.1);
      }
      play(samples, chord * 2 * HZ, 36 + tonic + MINOR_TURN[chord][0], 0.2);
    }
    return new AudioBuffer(new float[][] {samples}, new SampleRate(HZ));
  }

  private static void play(float[] samples, int from, int midi, double peak) {
    double hz = 440 * Math.pow(2, (midi - 69) / 12.0);
    for (int i = 0; i < 2 * HZ; i++) {
      for (int partial = 1; partial <= 4; partial++) {
        samples[from + i] +=
            (float) (peak / partial * Math.sin(2 * Math.PI * hz * partial * i / HZ));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void knowsTheNotesOfEveryMinorKey(int tonic) {
    KeyCheck check = KeyCheck.of(turn(tonic));
    MusicalKey key = new MusicalKey(tonic, Mode.MINOR);
    assertThat(check.shortfall(key)).isLessThan(0.05);
    assertThat(check.shortfall(key.transposed(1))).isGreaterThan(0.5);
    assertThat(check.shortfall(key.transposed(6))).isGreaterThan(0.5);
  }

  @Test
  void silenceFitsNoKeyBetterThanAnother() {
    KeyCheck check = KeyCheck.of(AudioBuffer.silence(1, HZ, new SampleRate(HZ)));
    assertThat(check.shortfall(new MusicalKey(0, Mode.MINOR))).isZero();
  }
}

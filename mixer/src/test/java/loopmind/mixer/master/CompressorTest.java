package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;

final class CompressorTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  private static Compressor.Settings settings(double thresholdDb, double ratio) {
    return new Compressor.Settings(
        new Decibels(thresholdDb), ratio, Seconds.ofMillis(10), Seconds.ofMillis(100));
  }

  private static float[] gains(float[] sound, double thresholdDb, double ratio) {
    float[] gains = new float[sound.length];
    new Compressor(settings(thresholdDb, ratio), 1, RATE)
        .gains(new float[][] {sound}, sound.length, gains);
    return gains;
  }

  private static float[] sine(double peak, double hz) {
    float[] sine = new float[48_000];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (peak * Math.sin(2 * Math.PI * hz * i / RATE.hz()));
    }
    return sine;
  }

  @Test
  void turnsDownByItsRatioAboveTheThreshold() {
    // a sine of peak 1 has a level of −3.01 dB, 16.99 above the threshold: half of that is taken
    float[] gains = gains(sine(1, 1000), -20, 2);
    assertThat(20 * Math.log10(gains[47_999])).isCloseTo(-8.5, within(0.1));
  }

  @Test
  void leavesWhatIsQuietAlone() {
    assertThat(gains(sine(0.05, 1000), -20, 4)).containsOnly(1f);
  }

  @Test
  void aBassAloneHardlyMovesIt() {
    float[] gains = gains(sine(1, 30), -20, 2);
    // a tenth of the corner below it the key is 20 dB down
    assertThat(20 * Math.log10(gains[47_999])).isGreaterThan(-1.5);
  }

  @Test
  void givesTheSameGainsHoweverTheSoundIsCut() {
    float[] sound = sine(0.8, 500);
    Compressor compressor = new Compressor(settings(-20, 3), 1, RATE);
    Random random = new Random(4);
    float[] pieces = new float[sound.length];
    for (int at = 0; at < sound.length; ) {
      int count = Math.min(sound.length - at, 1 + random.nextInt(300));
      float[] part = new float[count];
      compressor.gains(
          new float[][] {java.util.Arrays.copyOfRange(sound, at, at + count)}, count, part);
      System.arraycopy(part, 0, pieces, at, count);
      at += count;
    }
    assertThat(pieces).containsExactly(gains(sound, -20, 3));
  }

  @Test
  void refusesARatioOfFive() {
    assertThatThrownBy(() -> settings(-20, 5)).hasMessageContaining("1 to 4, but was given 5.0");
  }
}

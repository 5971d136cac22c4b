package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReelTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  /** In memory, and on disk in more than one portion. */
  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 0})
  void givesBackWhatWasWrittenAndSilenceElsewhere(long mostInMemory) {
    try (Reel reel = new Reel(RATE, 2, 200_000, mostInMemory)) {
      float[][] block = new float[2][100_000];
      for (int i = 0; i < block[0].length; i++) {
        block[0][i] = i;
        block[1][i] = -i;
      }
      reel.write(50_000, block, 100_000);
      float[][] read = new float[2][100_000];
      reel.read(100_000, read, 100_000);
      assertThat(read[0][0]).isEqualTo(50_000f);
      assertThat(read[1][49_999]).isEqualTo(-99_999f);
      assertThat(read[1][50_000]).isZero();
      reel.read(0, read, 50_000);
      assertThat(read[0][49_999]).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 0})
  void refusesToReadBeyondItsEnd(long mostInMemory) {
    try (Reel reel = new Reel(RATE, 1, 10, mostInMemory)) {
      assertThatThrownBy(() -> reel.read(5, new float[1][8], 8))
          .hasMessage("Frames 5 to 13 lie outside a reel of 10 frames.");
    }
  }
}

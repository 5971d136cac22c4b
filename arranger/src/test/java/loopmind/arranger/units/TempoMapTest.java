package loopmind.arranger.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TempoMapTest {

  @Test
  void aBeatAt120IsHalfASecond() {
    TempoMap map = new TempoMap(new Bpm(120), 4, SampleRate.STUDIO);
    assertThat(map.secondsAt(new BeatPosition(1)).value()).isEqualTo(0.5);
    assertThat(map.framesAt(new BeatPosition(1)).count()).isEqualTo(24_000);
    assertThat(map.secondsOf(new Bars(2)).value()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {61.7, 98.5, 140, 173.3})
  void lengthsOfBeatsAddUpToTheFrameHoweverTheyAreCut(double bpm) {
    TempoMap map = new TempoMap(new Bpm(bpm), 4, SampleRate.STUDIO);
    long sum = 0;
    for (int beat = 0; beat < 1000; beat++) {
      sum += map.framesOf(new BeatPosition(beat), new Beats(1)).count();
    }
    assertThat(sum).isEqualTo(map.framesAt(new BeatPosition(1000)).count());
  }

  @Test
  void quantitiesRefuseWhatIsNoNumber() {
    assertThatThrownBy(() -> new Bpm(Double.NaN)).hasMessageContaining("finite number of BPM");
    assertThatThrownBy(() -> new Bpm(900))
        .hasMessageContaining("20 to 400 BPM")
        .hasMessageContaining("900");
    assertThatThrownBy(() -> new Beats(-1)).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> new Seconds(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
  }

  @Test
  void decibelsAndRatiosAreEachOthersInverse() {
    assertThat(new Decibels(6).ratio()).isBetween(1.995, 1.996);
    assertThat(Decibels.ofRatio(0.5).value()).isBetween(-6.021, -6.020);
  }
}

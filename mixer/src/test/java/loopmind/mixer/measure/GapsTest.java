package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;

final class GapsTest {

  private static Gaps heard(Signals signal) {
    Gaps gaps = new Gaps(SampleRate.STUDIO);
    gaps.add(signal.sound());
    return gaps;
  }

  @Test
  void findsASilenceAndWhereItLies() {
    Gaps gaps = heard(Signals.stereo(48_000).tone(-20, 2).silence(0.6).tone(-20, 1));
    var found = gaps.longerThan(new Seconds(0.5));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).start().value()).isCloseTo(2, within(0.01));
    assertThat(found.get(0).length().value()).isCloseTo(0.6, within(0.02));
    assertThat(gaps.longerThan(new Seconds(0.7))).isEmpty();
  }

  @Test
  void findsASilenceAtTheEnd() {
    assertThat(heard(Signals.stereo(48_000).tone(-20, 1).silence(1)).longerThan(new Seconds(0.5)))
        .hasSize(1);
  }

  @Test
  void quietSoundIsNoGap() {
    assertThat(heard(Signals.stereo(48_000).tone(-50, 3)).longerThan(new Seconds(0.1))).isEmpty();
  }
}

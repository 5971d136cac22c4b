package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.LoudnessMeter;
import loopmind.mixer.measure.TruePeakMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasterTest {

  static final SpectralProfile FLAT =
      new SpectralProfile(Collections.nCopies(SpectralProfile.BANDS, -14.5));

  static MasterGoal goal(double lufs, MasterGoal.Treatment treatment) {
    return new MasterGoal(
        new Lufs(lufs), MasterGoal.USUAL_TRUE_PEAK, treatment, FLAT, MasterGoal.USUAL_LOOK_AHEAD);
  }

  static AudioBuffer mastered(AudioBuffer mix, MasterGoal goal) {
    AudioBuffer out = AudioBuffer.silence(2, mix.frames(), mix.rate());
    int[] at = {0};
    try (Reel reel = RandomMix.reel(mix)) {
      new Master(reel, goal, () -> false)
          .give(
              (block, count) -> {
                for (int c = 0; c < 2; c++) {
                  System.arraycopy(block[c], 0, out.channel(c), at[0], count);
                }
                at[0] += count;
              });
    }
    assertThat(at[0]).isEqualTo(mix.frames());
    return out;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-23, -16, -14, -9, -7})
  void reachesLoudnessUnderItsTruePeakOnMixesOfAllKinds(double lufs) {
    // mix 3 is a lone deep bass: under −1 dBTP no limiter makes that −7 LUFS
    for (long seed = 0; seed < (lufs > -8 ? 3 : 5); seed++) {
      MasterGoal.Treatment treatment =
          seed % 2 == 0 ? MasterGoal.Treatment.POLISHED : MasterGoal.Treatment.LEVEL_ONLY;
      AudioBuffer master = mastered(RandomMix.ofSeed(seed, 6), goal(lufs, treatment));
      assertThat(LoudnessMeter.of(master).value())
          .as("loudness of mix %d", seed)
          .isCloseTo(lufs, within(0.1));
      assertThat(TruePeakMeter.of(master).value())
          .as("true peak of mix %d", seed)
          .isLessThanOrEqualTo(-1.0);
    }
  }

  @Test
  void levelOnlyLeavesAQuietMasterAsItWasApartFromItsGain() {
    AudioBuffer mix = RandomMix.ofSeed(3, 4);
    AudioBuffer master = mastered(mix, goal(-24, MasterGoal.Treatment.LEVEL_ONLY));
    double gain = master.channel(0)[50_000] / (double) mix.channel(0)[50_000];
    for (int i = 0; i < mix.frames(); i++) {
      // single precision keeps seven digits
      assertThat((double) master.channel(0)[i]).isCloseTo(gain * mix.channel(0)[i], within(2e-7));
    }
  }

  @Test
  void givesTheSameSoundEveryTime() {
    AudioBuffer mix = RandomMix.ofSeed(4, 4);
    AudioBuffer once = mastered(mix, goal(-9, MasterGoal.Treatment.POLISHED));
    AudioBuffer again = mastered(mix, goal(-9, MasterGoal.Treatment.POLISHED));
    assertThat(once.channels()).isDeepEqualTo(again.channels());
  }

  @Test
  void silenceStaysSilent() {
    AudioBuffer silence = AudioBuffer.silence(2, 48_000, new SampleRate(48_000));
    AudioBuffer master = mastered(silence, goal(-14, MasterGoal.Treatment.POLISHED));
    assertThat(master.channel(0)).containsOnly(0f);
  }

  @Test
  void stopsWhenCancelled() {
    try (Reel reel = RandomMix.reel(RandomMix.ofSeed(1, 2))) {
      Master master = new Master(reel, goal(-14, MasterGoal.Treatment.POLISHED), () -> true);
      assertThatThrownBy(() -> master.give((block, count) -> {}))
          .isInstanceOf(CancellationException.class);
    }
  }
}

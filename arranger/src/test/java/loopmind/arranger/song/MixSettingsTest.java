package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Lufs;
import org.junit.jupiter.api.Test;

class MixSettingsTest {

  private static final SpectralProfile TRACK = new SpectralProfile(levels());

  private static List<Double> levels() {
    return IntStream.range(0, SpectralProfile.BANDS).mapToObj(band -> -10 - band * 0.7).toList();
  }

  @Test
  void theTrackThatAMasterFollowsIsKeptInTheSongFile() {
    MixSettings plain = new MixSettings(MixMode.POLISHED, new Lufs(-14));
    assertThat(MixJson.read(MixJson.write(plain))).isEqualTo(plain);
    assertThat(MixJson.read(MixJson.write(plain.following(TRACK))))
        .isEqualTo(plain.following(TRACK));
  }

  @Test
  void anotherModeLoudnessOrColourKeepsTheTrack() {
    MixSettings following = new MixSettings(MixMode.POLISHED, new Lufs(-14)).following(TRACK);
    assertThat(following.with(MixMode.TAPE).reference()).contains(TRACK);
    assertThat(following.with(new Lufs(-9)).reference()).contains(TRACK);
    assertThat(following.with(new MixColour(1, 0, 0, 0, 0, 0)).reference()).contains(TRACK);
    assertThat(following.with(MixPlan.NONE).reference()).contains(TRACK);
  }
}

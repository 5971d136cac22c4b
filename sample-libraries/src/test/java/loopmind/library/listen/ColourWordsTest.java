package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;
import org.junit.jupiter.api.Test;

class ColourWordsTest {

  /** All power in third octaves from one frequency to another. */
  private static SpectralProfile between(double lowHz, double highHz) {
    List<Double> levels = new ArrayList<>();
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double hz = SpectralProfile.centreHz(band);
      levels.add(hz >= lowHz && hz <= highHz ? -10.0 : SpectralProfile.FLOOR_DB);
    }
    return new SpectralProfile(levels);
  }

  private static List<String> words(Map<String, Double> chances, SpectralProfile profile) {
    return ColourWords.of(chances, profile).stream().map(Tag::word).toList();
  }

  @Test
  void aWordNeedsThePartOfTheSpectrumThatItSpeaksOf() {
    Map<String, Double> chances = Map.of("deep", 0.9, "dark", 0.8, "airy", 0.7, "dusty", 0.6);
    assertThat(words(chances, between(3000, 7000))).containsExactly("dusty");
    assertThat(words(chances, between(40, 150))).containsExactly("deep", "dark", "dusty");
    assertThat(words(chances, between(9000, 15_000))).containsExactly("airy", "dusty");
  }

  @Test
  void ofTwoThatExcludeEachOtherTheLikelierStays() {
    SpectralProfile all = between(40, 15_000);
    assertThat(words(Map.of("warm", 0.6, "bright", 0.7, "wet", 0.55, "dry", 0.5), all))
        .containsExactly("bright", "wet");
    assertThat(words(Map.of("warm", 0.49), all)).isEmpty();
  }
}

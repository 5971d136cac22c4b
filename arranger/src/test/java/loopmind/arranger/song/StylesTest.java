package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StylesTest {

  @Test
  void knowsTheStylesPeopleAskFor() {
    for (String name :
        List.of(
            "trap",
            "drill",
            "boom bap",
            "lofi",
            "house",
            "techno",
            "trance",
            "drum and bass",
            "dubstep",
            "rnb",
            "pop",
            "ambient",
            "reggaeton",
            "afrobeats",
            "garage")) {
      Style style = Styles.known().named(name).orElseThrow();
      assertThat(style.form()).hasSizeGreaterThan(4);
      assertThat(style.carriers()).isNotEmpty();
      assertThat(style.holds(style.usual())).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DnB, drum and bass",
    "Lo-Fi, lofi",
    "UK drill, drill",
    "r&b, rnb",
    "uk garage, garage",
    "Drum & Bass, drum and bass",
    "hip hop, boom bap"
  })
  void readsOtherSpellings(String said, String meant) {
    assertThat(Styles.known().named(said)).map(Style::name).hasValue(meant);
  }

  @Test
  void anUnknownStyleIsEmpty() {
    assertThat(Styles.known().named("polka")).isEmpty();
  }

  @Test
  void noTwoStylesShareASpelling() {
    for (Style style : Styles.known().all()) {
      for (String other : style.otherNames()) {
        assertThat(Styles.known().named(other)).as(other).map(Style::name).hasValue(style.name());
      }
    }
  }
}

package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Bars;
import org.junit.jupiter.api.Test;

class ArrangementTextTest {

  private static final Song SONG = new SmallSong().song();

  private static Song of(int... bars) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < bars.length; i++) {
      sections.add(
          new Section(
              new SectionId("breakdown-" + (i + 1)),
              SectionKind.BREAKDOWN,
              new Bars(bars[i]),
              0.5,
              List.of(),
              Optional.empty()));
    }
    return new Song(SONG.facts(), sections, Map.of(), Map.of());
  }

  private static String names(Song song, int width) {
    return new ArrangementText(song, width).draw().lines().findFirst().orElseThrow().strip();
  }

  @Test
  void hasARowForEachRoleAndAColumnForEachBar() {
    assertThat(new ArrangementText(SONG, 80).draw().lines())
        .containsExactly(
            "           i h v h",
            "energy     ▅▅▅▅▅▅▅▅",
            "drums      ··██████",
            "bass       ████████",
            "melody     ··██··██");
  }

  @Test
  void cutsNamesThatHaveNoRoomAndPartsThemByABlank() {
    assertThat(names(of(4, 8, 16), 80)).isEqualTo("bre breakdo breakdown");
  }

  @Test
  void namesSectionsOfOneColumnByALetter() {
    assertThat(names(of(1, 1, 4), 80)).isEqualTo("BBbre");
  }

  @Test
  void drawsSectionsNarrowerThanAColumn() {
    Song song = of(64, 64, 64, 64, 64, 64, 1, 1, 1);
    for (int width = 40; width < 120; width++) {
      List<String> lines = new ArrangementText(song, width).draw().lines().toList();
      assertThat(lines).allMatch(line -> line.length() <= 120).hasSize(2);
    }
  }
}

package loopmind.arranger.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerId;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TestSongs;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Semitones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every verse has the trap pack's kit, hats, shaker, 808 and piano; the piano plays as a pad. */
final class LayerFinderTest {

  private static final List<SectionId> VERSES = List.of(TestSongs.VERSE, TestSongs.VERSE_2);

  private final Song song = song();
  private final LayerFinder finder = new LayerFinder(song);

  @ParameterizedTest
  @CsvSource({
    "DRUMS, '', Trap_Drums_A_140 Trap_Hats_140",
    "DRUMS, hats, Trap_Hats_140",
    "DRUMS, hihat, Trap_Hats_140",
    "DRUMS, beat, Trap_Drums_A_140 Trap_Hats_140",
    "PERCUSSION, congas, Trap_Shaker_140",
    "BASS, sub, Trap_808_Cm_140",
    "PAD, piano, Trap_Piano_Cm_140",
    "PAD, strings, Trap_Piano_Cm_140",
  })
  void wordsPickTheLayersThatAreMeant(Role role, String query, String loops) {
    assertThat(names(finder.find(VERSES, Optional.of(role), query))).containsOnly(loops.split(" "));
  }

  @Test
  void wordsAloneFindALayerOfAnyRole() {
    assertThat(names(finder.find(VERSES, Optional.empty(), "808"))).containsOnly("Trap_808_Cm_140");
  }

  @Test
  void aDrumThatIsNoLayerOfItsOwnIsRefused() {
    assertThatThrownBy(() -> finder.find(VERSES, Optional.of(Role.DRUMS), "snare"))
        .isInstanceOf(EditRefused.class)
        .hasMessage(
            "Nothing in verse 1 and verse 2 answers to \"snare\"; there is Trap_Drums_A_140 (drums) and Trap_Hats_140 (drums). Name one of these.");
  }

  @Test
  void aRoleThatIsNotThereIsRefusedWithWhatIs() {
    assertThatThrownBy(() -> finder.find(List.of(TestSongs.HOOK), Optional.of(Role.PERCUSSION), ""))
        .hasMessage(
            "There is no percussion in hook (bar 13); it has drums and bass. The percussion plays in verse 1, verse 2.");
    assertThatThrownBy(() -> finder.find(List.of(TestSongs.HOOK), Optional.of(Role.CHORDS), ""))
        .hasMessage(
            "There are no chords in hook (bar 13); it has drums and bass. Name one of these, or add a layer.");
  }

  @Test
  void theMainLayerIsReplacedUnlessAPartIsNamed() {
    List<SectionId> verse = List.of(TestSongs.VERSE);
    assertThat(names(finder.replaceable(verse, Role.DRUMS, "harder")))
        .containsExactly("Trap_Drums_A_140");
    assertThat(names(finder.replaceable(verse, Role.DRUMS, "hats crisper")))
        .containsExactly("Trap_Hats_140");
  }

  private List<String> names(List<LayerPlace> layers) {
    return layers.stream().map(one -> song.loop(one.layer().loop()).name()).distinct().toList();
  }

  private static Song song() {
    Song song = TestSongs.song();
    Map<LoopId, Loop> loops = new TreeMap<>(song.loops());
    List<Layer> layers = new ArrayList<>();
    List<String> names =
        List.of(
            "Trap_Drums_A_140",
            "Trap_Hats_140",
            "Trap_Shaker_140",
            "Trap_808_Cm_140",
            "Trap_Piano_Cm_140");
    for (Loop loop : TestLoops.trapPack()) {
      if (names.contains(loop.name())) {
        loops.put(loop.id(), loop);
        layers.add(layer(loop));
      }
    }
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      boolean verse = section.id().text().startsWith("verse");
      sections.add(verse ? section.withLayers(layers) : section);
    }
    return song.with(sections, song.transitions(), loops);
  }

  private static Layer layer(Loop loop) {
    Role role = loop.role() == Role.CHORDS ? Role.PAD : loop.role();
    return new Layer(
        new LayerId(loop.name()),
        role,
        loop.id(),
        new Beats(16),
        1,
        Semitones.ZERO,
        Decibels.ZERO,
        List.of(new Placement(new BeatPosition(0), new Beats(32), Beats.ZERO)),
        List.of());
  }
}

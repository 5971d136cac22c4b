package loopmind.arranger.song;

import static loopmind.arranger.song.TestSongs.BASS;
import static loopmind.arranger.song.TestSongs.DRUMS;
import static loopmind.arranger.song.TestSongs.HOOK;
import static loopmind.arranger.song.TestSongs.INTRO;
import static loopmind.arranger.song.TestSongs.VERSE;
import static loopmind.arranger.song.TestSongs.VERSE_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import org.junit.jupiter.api.Test;

final class SongTest {

  private final Song song = TestSongs.song();

  @Test
  void playsItsSectionsInOrder() {
    assertThat(song.sections())
        .extracting(Section::id)
        .containsExactly(INTRO, VERSE, HOOK, VERSE_2);
    assertThat(song.startBar(HOOK)).isEqualTo(12);
    assertThat(song.bars()).isEqualTo(new Bars(28));
    assertThat(song.length().value()).isEqualTo(56); // 28 bars of 2 s
    assertThat(song.after(VERSE)).map(Section::id).hasValue(HOOK);
    assertThat(song.after(VERSE_2)).isEmpty();
  }

  @Test
  void knowsWhereALoopSounds() {
    assertThat(song.usesOf(DRUMS.id())).containsOnlyKeys(VERSE, HOOK);
    assertThat(song.usesOf(BASS.id())).hasSize(4);
  }

  @Test
  void knowsWhatVariesWhat() {
    assertThat(song.variationsOf(VERSE)).containsExactly(VERSE_2);
    assertThat(song.variationsOf(HOOK)).isEmpty();
  }

  @Test
  void transitionsHangBetweenSections() {
    assertThat(song.transitionInto(HOOK)).map(Transition::kind).hasValue(TransitionKind.RISER);
    assertThat(song.transitionInto(VERSE)).isEmpty();
  }

  @Test
  void anUnchangedSongNeedsNoRender() {
    assertThat(song.toRenderAfter(TestSongs.song())).isEmpty();
  }

  @Test
  void anEditIsRenderedWithItsTailAndTheTransitionThatLeadsIn() {
    Song louder = song.withSection(HOOK, SongTest::quieter, Map.of());
    assertThat(louder.toRenderAfter(song)).containsExactlyInAnyOrder(VERSE, HOOK, VERSE_2);
    Song intro = song.withSection(INTRO, SongTest::quieter, Map.of());
    assertThat(intro.toRenderAfter(song)).containsExactlyInAnyOrder(INTRO, VERSE);
  }

  @Test
  void anotherTempoTouchesEverything() {
    SongFacts facts = song.facts();
    Song faster =
        song.withFacts(
            new SongFacts(
                facts.title(),
                facts.style(),
                new Bpm(130),
                facts.meter(),
                facts.key(),
                facts.seed(),
                facts.mix()));
    assertThat(faster.toRenderAfter(song)).hasSize(4);
  }

  @Test
  void anEditLeavesTheSongItWasMadeFromAsItWas() {
    Song before = TestSongs.song();
    Song edited = song.withSection(HOOK, SongTest::quieter, Map.of());
    assertThat(song).isEqualTo(before).isNotEqualTo(edited);
    assertThat(edited.section(VERSE)).isEqualTo(song.section(VERSE));
  }

  @Test
  void refusesASectionThatIsNotThereAndNamesThoseThatAre() {
    assertThatThrownBy(() -> song.section(new SectionId("bridge-1")))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("no section bridge-1")
        .hasMessageContaining("hook-1");
  }

  @Test
  void refusesALayerThatPlaysBeyondItsSection() {
    assertThatThrownBy(
            () ->
                song.withSection(
                    INTRO,
                    section ->
                        section.withLayers(
                            List.of(TestSongs.layer(Role.BASS, BASS.id(), 17, new Beats(16)))),
                    Map.of()))
        .hasMessageContaining("plays to beat 17");
  }

  @Test
  void refusesPlacementsThatOverlapAndGainsOutOfBounds() {
    Layer layer = song.section(VERSE).layers().getFirst();
    Placement whole = new Placement(new BeatPosition(0), new Beats(8), Beats.ZERO);
    assertThatThrownBy(() -> layer.withPlacements(List.of(whole, whole)))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("overlap itself at beat 0.0");
    assertThatThrownBy(() -> layer.withGain(new Decibels(13)))
        .isInstanceOf(EditRefused.class)
        .hasMessage("Layer drums would play at 13.0 dB. Choose a gain from -60 to 12 dB.");
  }

  private static Section quieter(Section section) {
    return section.withLayers(
        section.layers().stream().map(layer -> layer.withGain(new Decibels(-3))).toList());
  }
}

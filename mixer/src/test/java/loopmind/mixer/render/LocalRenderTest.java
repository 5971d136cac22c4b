package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixPlan;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Decibels;
import loopmind.mixer.mix.MixPlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit does not touch is rendered to the same samples. */
final class LocalRenderTest {

  private static final SectionId VERSE = new SectionId("verse-1"), HOOK = new SectionId("hook-2");

  /** The song with its balance settled, as the tools keep it. */
  static Song settled(Song song) {
    MixPlan plan = MixPlanner.plan(song);
    return song.withFacts(song.facts().with(song.facts().mix().with(plan)));
  }

  private static Song usual(TestSong made) {
    return settled(made.song(MixMode.POLISHED, -12));
  }

  static Song edited(Song song, SectionId section, UnaryOperator<Layer> edit) {
    return song.withSection(
        section, s -> s.withLayers(s.layers().stream().map(edit).toList()), Map.of());
  }

  private static Song quieter(Song song, SectionId section, Role role) {
    return edited(
        song, section, layer -> layer.role() == role ? layer.withGain(new Decibels(-3)) : layer);
  }

  private static Song ordered(Song song, List<Section> sections) {
    return new Song(song.facts(), sections, song.transitions(), song.loops());
  }

  @Test
  void anEditOfALayerChangesItsOwnStemInItsOwnSectionAlone() {
    TestSong made = TestSong.usual(124, 124);
    Song song = usual(made);
    Renderer renderer = new Renderer(made.audio());
    Map<SectionId, Fingerprint> before = renderer.fingerprints(song, 2);
    Song edited = quieter(song, HOOK, Role.PERCUSSION);
    Map<SectionId, Fingerprint> after = renderer.fingerprints(edited, 2);
    for (SectionId section : before.keySet()) {
      if (!section.equals(HOOK)) {
        assertThat(after.get(section)).as(section.text()).isEqualTo(before.get(section));
      }
    }
    for (Role role : before.get(HOOK).stems().keySet()) {
      // the percussion rings in the hall, which belongs to fx
      boolean touched = role == Role.PERCUSSION || role == Role.FX;
      assertThat(after.get(HOOK).stems().get(role).equals(before.get(HOOK).stems().get(role)))
          .as(role.word())
          .isEqualTo(!touched);
    }
    assertThat(renderer.changed(edited, song)).containsExactly(HOOK);
  }

  @Test
  void aSectionSoundsTheSameWhereverItLies() {
    TestSong made = TestSong.usual(97, 90);
    Song song = usual(made);
    List<Section> sections = new ArrayList<>(song.sections());
    Collections.swap(sections, 1, 2);
    Song moved = ordered(song, sections);
    Renderer renderer = new Renderer(made.audio());
    Map<SectionId, Fingerprint> before = renderer.fingerprints(song, 2);
    // the transitions go with the border into a section, and with the section that leads into it
    Song plain = new Song(song.facts(), song.sections(), Map.of(), song.loops());
    Song plainMoved = new Song(song.facts(), sections, Map.of(), song.loops());
    assertThat(renderer.fingerprints(plainMoved, 2))
        .containsAllEntriesOf(renderer.fingerprints(plain, 2));
    assertThat(renderer.changed(plainMoved, plain)).isEmpty();
    assertThat(renderer.fingerprints(moved, 1).keySet()).isEqualTo(before.keySet());
  }

  @Test
  void oneThreadOrTwoGiveTheSameHashes() {
    TestSong made = TestSong.usual(124, 124);
    Song song = usual(made);
    assertThat(new Renderer(made.audio()).fingerprints(song, 1))
        .isEqualTo(new Renderer(made.audio()).fingerprints(song, 2));
  }

  @ParameterizedTest
  @EnumSource(TransitionKind.class)
  void aTransitionChangesTheSectionItLeadsOutOfAndACrossfadeBoth(TransitionKind kind) {
    TestSong made = TestSong.usual(124, 124);
    Song song = usual(made);
    Song plain = new Song(song.facts(), song.sections(), Map.of(), song.loops());
    Song with =
        new Song(
            song.facts(),
            song.sections(),
            Map.of(HOOK, new Transition(kind, new Beats(4))),
            song.loops());
    Renderer renderer = new Renderer(made.audio());
    assertThat(renderer.changed(with, plain))
        .containsExactlyElementsOf(
            kind == TransitionKind.CROSSFADE ? List.of(VERSE, HOOK) : List.of(VERSE));
  }

  static float[][] mix(Renderer renderer, Song song) {
    RenderOptions options = RenderOptions.whole(Path.of("unwritten.wav"), Optional.empty(), 2);
    try (Takes takes = renderer.play(song, options, RenderProgress.NONE)) {
      float[][] mix = new float[2][(int) takes.mix().frames()];
      takes.mix().read(0, mix, mix[0].length);
      return mix;
    }
  }

  @Test
  void theSongBeforeTheMasterIsTheSameOutsideTheEditedSectionAndItsTail() {
    TestSong made = TestSong.usual(120, 120);
    Song song = usual(made);
    Renderer renderer = new Renderer(made.audio());
    float[][] before = mix(renderer, song);
    float[][] after = mix(renderer, quieter(song, VERSE, Role.BASS));
    // a bar lasts 2 s: the verse is bars 4 to 11; it leads in by 15 ms
    int start = 8 * 48_000 - 720;
    // what is sent to the hall of 1.75 s is cut after a tenth more
    int end = 24 * 48_000 + (int) (1.1 * 1.75 * 48_000) + 1;
    int firstDifferent = -1;
    int lastDifferent = -1;
    for (int i = 0; i < before[0].length; i++) {
      if (before[0][i] != after[0][i]) {
        firstDifferent = firstDifferent < 0 ? i : firstDifferent;
        lastDifferent = i;
      }
    }
    assertThat(firstDifferent).isGreaterThanOrEqualTo(start);
    assertThat(lastDifferent).isBetween(20 * 48_000, end);
  }

  @ParameterizedTest
  @ValueSource(doubles = {120, 125})
  void aLoopThatGoesOnOverABorderAddsUpToItself(double bpm) {
    Role[] roles = {Role.BASS, Role.CHORDS, Role.PAD, Role.PERCUSSION};
    TestSong two =
        new TestSong(bpm, 120)
            .section(SectionKind.VERSE, 4, 0.5, roles)
            .section(SectionKind.VERSE, 4, 0.5, roles);
    TestSong one = new TestSong(bpm, 120).section(SectionKind.VERSE, 8, 0.5, roles);
    Renderer renderer = new Renderer(two.audio());
    float[][] parted = mix(renderer, usual(two));
    float[][] whole = mix(renderer, usual(one));
    double most = 0;
    double loudest = 0;
    for (int i = 0; i < whole[0].length; i++) {
      most = Math.max(most, Math.abs(parted[0][i] - whole[0][i]));
      loudest = Math.max(loudest, Math.abs(whole[0][i]));
    }
    // −80 dB: the tail of the hall is cut where it has fallen by 66 dB from a send of −16
    assertThat(most).isLessThan(loudest * 1e-4);
  }

  @Test
  void nothingClicksWhereAHeldNoteEnds() {
    TestSong made =
        new TestSong(120, 120)
            .section(SectionKind.VERSE, 2, 0.5, Role.BASS, Role.PAD)
            .section(SectionKind.BREAKDOWN, 2, 0.5);
    float[][] mix = mix(new Renderer(made.audio()), made.song(MixMode.RAW, -12));
    int border = 4 * 48_000;
    double jump = 0;
    double usual = 0;
    for (int i = 1; i < mix[0].length - 1; i++) {
      double bend = Math.abs(mix[0][i - 1] - 2 * mix[0][i] + mix[0][i + 1]);
      if (Math.abs(i - border) < 1000) {
        jump = Math.max(jump, bend);
      } else if (i > 1000 && i < border) {
        usual = Math.max(usual, bend);
      }
    }
    assertThat(jump).isLessThan(2 * usual);
  }

  @Test
  void aMutedLayerIsSilentAndTheOthersStayAsTheyWere() {
    TestSong made = TestSong.usual(124, 124);
    Song song = usual(made);
    Song muted = edited(song, HOOK, l -> l.role() == Role.MELODY ? l.withMuted(true) : l);
    Renderer renderer = new Renderer(made.audio());
    Fingerprint before = renderer.fingerprints(song, 2).get(HOOK);
    Fingerprint after = renderer.fingerprints(muted, 2).get(HOOK);
    assertThat(after.stems()).doesNotContainKey(Role.MELODY);
    assertThat(after.stems().get(Role.CHORDS)).isEqualTo(before.stems().get(Role.CHORDS));
    assertThat(after.stems().get(Role.DRUMS)).isEqualTo(before.stems().get(Role.DRUMS));
  }
}

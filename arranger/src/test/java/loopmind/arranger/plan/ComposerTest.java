package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.choose.Wish;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComposerTest {

  private static Planner planner;
  private static Composer composer;

  private final List<Loop> pack = TestLoops.trapPack();

  @BeforeAll
  static void load() {
    planner = new Planner(Path.of(System.getProperty("loopmind.root"), "models", "planner"));
    composer = new Composer(planner::plan, new StyleFinder(Styles.known(), new SentenceEncoder()));
  }

  @AfterAll
  static void close() {
    planner.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void holdsWhatWasAsked(long seed) {
    Song song = composer.compose(wish("trap", seed), pack).song();
    assertThat(song.facts().tempo()).isEqualTo(new Bpm(140));
    assertThat(song.facts().key().text()).isEqualTo("C minor");
    double bar = 4 * 60 / 140.0;
    assertThat(song.length().value()).isBetween(120 - bar, 120 + bar);
  }

  @Test
  void theSameSeedGivesTheSameSongAndTenSeedsGiveTen() {
    Set<Song> songs = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      Song song = composer.compose(wish("trap", seed), pack).song();
      assertThat(composer.compose(wish("trap", seed), pack).song()).isEqualTo(song);
      songs.add(song);
    }
    assertThat(songs).hasSize(10);
  }

  @Test
  void everyTonalLayerSoundsInTheKeyOfTheSong() {
    Song song = composer.compose(wish("trap", 1), pack).song();
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        song.loop(layer.loop())
            .key()
            .ifPresent(
                heard ->
                    assertThat(
                            heard
                                .key()
                                .transposed((int) layer.shift().value())
                                .shiftTo(song.facts().key()))
                        .as("%s in %s", layer.loop(), section.id())
                        .isZero());
      }
    }
  }

  @Test
  void noLoopStartsInTheMiddleOfItsPhrase() {
    Song song = composer.compose(wish("trap", 2), pack).song();
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        if (layer.isOneShot()) {
          continue;
        }
        double first = layer.placements().getFirst().start().value();
        for (Placement placement : layer.placements()) {
          double expected = (placement.start().value() - first) % layer.cycle().value();
          assertThat(placement.offset().value()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void repeatedSectionsDifferInALayer() {
    int repeated = 0;
    int different = 0;
    for (long seed = 0; seed < 20; seed++) {
      Song song = composer.compose(wish("trap", seed), pack).song();
      for (Section section : song.sections()) {
        if (section.variationOf().isPresent()) {
          repeated++;
          different +=
              sound(song, section).equals(sound(song, song.section(section.variationOf().get())))
                  ? 0
                  : 1;
        }
      }
    }
    assertThat(repeated).isPositive();
    assertThat(different / (double) repeated).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void takesTheSectionsThatWereListed() {
    ComposeWish wish =
        new ComposeWish(
            "house",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Bars.ZERO,
            Seconds.ZERO,
            List.of(
                AskedSection.of(SectionKind.INTRO),
                new AskedSection(SectionKind.DROP, new Bars(16)),
                AskedSection.of(SectionKind.OUTRO)),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            5);
    Song song = composer.compose(wish, pack).song();
    assertThat(song.sections())
        .extracting(Section::kind)
        .containsExactly(SectionKind.INTRO, SectionKind.DROP, SectionKind.OUTRO);
    assertThat(song.sections().get(1).bars()).isEqualTo(new Bars(16));
  }

  @Test
  void aRoleTheLibraryLacksIsRefusedInASentence() {
    ComposeWish wish =
        new ComposeWish(
            "trap",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Bars.ZERO,
            Seconds.ZERO,
            List.of(),
            List.of(new Wish(Role.VOCAL, "choir")),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            5);
    assertThatThrownBy(() -> composer.compose(wish, pack))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("vocal");
  }

  @Test
  void anEmptyLibraryIsRefusedInASentence() {
    assertThatThrownBy(() -> composer.compose(wish("trap", 1), List.of()))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("no loops")
        .hasMessageContaining("--folder");
    assertThatThrownBy(
            () ->
                composer.compose(wish("trap", 1), List.of(TestLoops.oneShot("Kick", "kick", 0.3))))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("None of the 1 sounds repeats");
  }

  private static String sound(Song song, Section section) {
    return section.layers().stream()
        .map(layer -> song.loop(layer.loop()).name())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static ComposeWish wish(String style, long seed) {
    return new ComposeWish(
        style,
        List.of("dark"),
        Optional.of(new Bpm(140)),
        MusicalKey.parse("C minor"),
        Bars.ZERO,
        new Seconds(120),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        seed);
  }
}

package loopmind.arranger.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Bpm;
import org.junit.jupiter.api.Test;

final class LoopChooserTest {

  private final List<Loop> pack = TestLoops.trapPack();

  @Test
  void takesTheLoopThatNeedsTheLeastChange() {
    LoopSet set = choose(pack, List.of(), List.of());
    assertThat(set.of(Role.BASS).getFirst().loop().name()).isEqualTo("Trap_808_Cm_140");
    assertThat(set.of(Role.BASS).getFirst().speed()).isEqualTo(1);
    assertThat(set.of(Role.MELODY).getFirst().loop().name()).isEqualTo("Trap_Bells_Cm_140");
  }

  @Test
  void readsALoopAtHalfTheTempoAsItIs() {
    Fit pad = choose(pack, List.of(), List.of()).of(Role.PAD).getFirst();
    assertThat(pad.speed()).isEqualTo(1);
    assertThat(pad.cycle().value()).isEqualTo(32); // 16 beats at 70 are 32 at 140
    assertThat(pad.shift().value()).isZero(); // E flat major has the notes of C minor
  }

  @Test
  void movesATonalLoopToTheKeyAndLeavesDrumsAlone() {
    List<Loop> other =
        List.of(
            TestLoops.loop("lead", Role.MELODY, 140, 16, "Dm"),
            TestLoops.loop("beat", Role.DRUMS, 140, 16, ""));
    LoopSet set = choose(other, List.of(), List.of());
    assertThat(set.of(Role.MELODY).getFirst().shift().value()).isEqualTo(-2);
    assertThat(set.of(Role.DRUMS).getFirst().shift().value()).isZero();
  }

  @Test
  void answersAWishAndSaysWhy() {
    Fit melody =
        choose(pack, List.of(new Wish(Role.MELODY, "flute")), List.of()).of(Role.MELODY).getFirst();
    assertThat(melody.loop().name()).isEqualTo("Trap_Flute_Dm_145");
    assertThat(melody.reasons()).first().asString().isEqualTo("answers \"flute\"");
  }

  @Test
  void saysWhenNothingAnswersAWish() {
    LoopSet set = choose(pack, List.of(new Wish(Role.MELODY, "saxophone")), List.of());
    assertThat(set.of(Role.MELODY)).isNotEmpty();
    assertThat(set.notes())
        .singleElement()
        .asString()
        .contains("Nothing in the library answers \"saxophone\"");
  }

  @Test
  void leavesOutWhatWasExcluded() {
    LoopSet set = choose(pack, List.of(), List.of("hats", "percussion"));
    assertThat(set.of(Role.PERCUSSION)).isEmpty();
    assertThat(set.of(Role.DRUMS)).noneMatch(fit -> fit.loop().instrument().equals("hihat"));
  }

  @Test
  void theAnchorIsAlwaysThere() {
    LoopId flute = pack.get(8).id();
    ChoiceRequest request =
        new ChoiceRequest(
            frame(),
            EnumSet.allOf(Role.class),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(flute),
            3);
    Fit first = new LoopChooser(pack).choose(request).of(Role.MELODY).getFirst();
    assertThat(first.loop().id()).isEqualTo(flute);
    assertThat(first.reasons()).contains("the loop everything is built around");
  }

  @Test
  void theOrderOfTheLibraryDoesNotMatter() {
    List<Loop> reversed = new ArrayList<>(pack).reversed();
    assertThat(choose(reversed, List.of(), List.of()))
        .isEqualTo(choose(pack, List.of(), List.of()));
  }

  @Test
  void theMainDrumLoopIsAWholeKitAndNeverAFill() {
    List<Loop> more = new ArrayList<>(pack);
    more.add(TestLoops.loop("Trap_DrumFill_140", Role.DRUMS, 140, 16, ""));
    for (long seed = 0; seed < 20; seed++) {
      LoopSet set =
          new LoopChooser(more)
              .choose(
                  new ChoiceRequest(
                      frame(),
                      EnumSet.allOf(Role.class),
                      List.of(),
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      seed));
      assertThat(Kits.isWhole(set.of(Role.DRUMS).getFirst().loop())).isTrue();
      assertThat(set.of(Role.DRUMS)).noneMatch(fit -> Kits.isFill(fit.loop()));
    }
  }

  @Test
  void aRiserThatWasCutAsALoopIsStillHeardOnce() {
    List<Loop> more = new ArrayList<>(pack);
    more.add(TestLoops.loop("FX_Riser_Two_Bars_140", Role.FX, 140, 8, ""));
    LoopSet set = choose(more, List.of(), List.of());
    assertThat(set.of(Role.FX)).isEmpty();
    assertThat(set.risers()).hasSize(2).allMatch(fit -> fit.cycle().value() == 0);
  }

  @Test
  void findsAccentsAmongTheOneShots() {
    LoopSet set = choose(pack, List.of(), List.of());
    assertThat(set.hits())
        .singleElement()
        .extracting(fit -> fit.loop().name())
        .isEqualTo("Impact_Deep");
    assertThat(set.risers())
        .singleElement()
        .extracting(fit -> fit.loop().name())
        .isEqualTo("Riser_Noise");
  }

  @Test
  void theFrameIsWhereMostLoopsAre() {
    FrameFinder finder = new FrameFinder(pack);
    assertThat(finder.tempo(Styles.known().named("trap").orElseThrow())).isEqualTo(new Bpm(140));
    assertThat(
            finder
                .key(Styles.known().named("trap").orElseThrow(), new Bpm(140), List.of("dark"))
                .text())
        .isEqualTo("C minor");
  }

  private static SongFrame frame() {
    return new SongFrame(
        Styles.known().named("trap").orElseThrow(),
        new Bpm(140),
        MusicalKey.parse("C minor").orElseThrow(),
        Meter.FOUR_FOUR);
  }

  private static LoopSet choose(List<Loop> library, List<Wish> wishes, List<String> without) {
    Set<Role> roles = EnumSet.allOf(Role.class);
    return new LoopChooser(library)
        .choose(new ChoiceRequest(frame(), roles, wishes, List.of(), without, Optional.empty(), 1));
  }
}

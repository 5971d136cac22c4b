package loopmind.mixer.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixPlan;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.ToneBand;
import loopmind.mixer.mix.MixPlanner;
import org.junit.jupiter.api.Test;

/** A balance that is kept with the song. */
final class MixPlannerTest {

  private static final TestSong MADE = TestSong.usual(124, 124);

  private static Song with(Song song, MixPlan plan) {
    return song.withFacts(song.facts().with(song.facts().mix().with(plan)));
  }

  @Test
  void aSongWithItsPlanSoundsAsItDoesWithoutOne() {
    Song song = MADE.song(MixMode.POLISHED, -12);
    MixPlan plan = MixPlanner.plan(song);
    assertThat(plan.roles().keySet()).isEqualTo(song.roles());
    assertThat(new Renderer(MADE.audio()).changed(with(song, plan), song)).isEmpty();
    assertThat(MixPlanner.plan(with(song, plan))).isEqualTo(plan);
  }

  @Test
  void aRoleThatIsNotInThePlanGetsItsUsualHighPassAndMovesNoOther() {
    Song song = MADE.song(MixMode.POLISHED, -12);
    MixPlan plan = MixPlanner.plan(song);
    Map<Role, MixPlan.RoleMix> fewer = new EnumMap<>(Role.class);
    fewer.putAll(plan.roles());
    fewer.remove(Role.MELODY);
    Renderer renderer = new Renderer(MADE.audio());
    // the melody sounds in the hook alone
    assertThat(renderer.changed(with(song, new MixPlan(fewer)), with(song, plan)))
        .containsExactly(new SectionId("hook-2"));
  }

  @Test
  void theColourIsInThePlan() {
    Song song = MADE.song(MixMode.POLISHED, -12);
    Song bright =
        song.withFacts(song.facts().with(song.facts().mix().with(new MixColour(0, 1, 0, 0, 0, 0))));
    MixPlan.RoleMix melody = MixPlanner.plan(bright).of(Role.MELODY).orElseThrow();
    assertThat(melody.bands()).contains(new ToneBand(ToneBand.Shape.HIGH_SHELF, 7000, 0.7, 2));
    MixPlan.RoleMix bass = MixPlanner.plan(bright).of(Role.BASS).orElseThrow();
    assertThat(bass.bands()).noneMatch(band -> band.hz() == 7000);
  }
}

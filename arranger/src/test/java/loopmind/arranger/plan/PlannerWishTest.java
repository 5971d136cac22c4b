package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked for is in the plan. */
class PlannerWishTest {

  private static Planner planner;

  @BeforeAll
  static void load() {
    planner = new Planner(TrainedPlanner.FOLDER);
  }

  @AfterAll
  static void close() {
    planner.close();
  }

  @Test
  void keepsTheBarsAskedForToWithinABarInEveryStyle() {
    int[] lengths = {4, 5, 6, 7, 8, 12, 21, 24, 50, 70, 129, 512};
    for (Style style : Styles.known().all()) {
      for (int bars : lengths) {
        Plan plan = planner.plan(request(style, bars).lasting(new Bars(bars)));
        assertThat(Math.abs(plan.length().count() - bars)).as(style.name() + bars).isLessThan(2);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"trap, 140, 120", "lofi, 82, 120", "house, 124, 200", "ambient, 63.5, 95"})
  void keepsTheSecondsAskedForToWithinABar(String style, double bpm, double seconds) {
    PlanRequest request = request(TrainedPlanner.style(style), 1).at(new Bpm(bpm));
    Plan plan = planner.plan(request.lasting(new Seconds(seconds)));
    double played = plan.length().count() * 4 * 60 / bpm;
    assertThat(Math.abs(played - seconds)).isLessThanOrEqualTo(1.5 * 4 * 60 / bpm);
  }

  @Test
  void keepsTheSecondsAskedForInOtherMeters() {
    PlanRequest waltz = request(TrainedPlanner.style("pop"), 3).in(new Meter(3, 4)).at(new Bpm(90));
    // a bar of three beats at 90 BPM lasts two seconds
    assertThat(planner.plan(waltz.lasting(new Seconds(96))).length()).isEqualTo(new Bars(48));
  }

  @Test
  void usesOnlyTheRolesThereAre() {
    for (Set<Role> library : TrainedPlanner.LIBRARIES) {
      for (int seed = 0; seed < 16; seed++) {
        PlanRequest request = PlanRequest.of(style(seed), library, seed).without(Set.of(Role.FX));
        for (PlannedSection section : planner.plan(request).sections()) {
          assertThat(library).containsAll(section.layers());
          assertThat(section.layers()).doesNotContain(Role.FX);
        }
      }
    }
  }

  @Test
  void playsEveryRoleAskedFor() {
    for (Role role : Role.values()) {
      Plan plan = planner.plan(request(style(role.ordinal()), 5).wanting(Set.of(role)));
      assertThat(plan.sections()).anyMatch(section -> section.layers().contains(role));
    }
  }

  @Test
  void writesAWholeFormExactlyAsAskedFor() {
    List<SectionKind> kinds =
        List.of(
            SectionKind.VERSE,
            SectionKind.PRECHORUS,
            SectionKind.HOOK,
            SectionKind.BRIDGE,
            SectionKind.HOOK);
    for (int bars : new int[] {0, 5, 8, 13, 20, 33, 64, 120, 250}) {
      PlanRequest request = request(TrainedPlanner.style("pop"), bars).through(asked(kinds));
      Plan plan = planner.plan(bars == 0 ? request : request.lasting(new Bars(bars)));
      assertThat(plan.sections()).extracting(PlannedSection::kind).isEqualTo(kinds);
      assertThat(Math.abs(plan.length().count() - bars)).matches(off -> bars == 0 || off <= 1);
    }
  }

  @Test
  void keepsTheLengthsOfSectionsAskedFor() {
    PlanRequest request =
        request(TrainedPlanner.style("boom bap"), 1)
            .through(
                List.of(
                    new AskedSection(SectionKind.INTRO, new Bars(8)),
                    new AskedSection(SectionKind.VERSE, new Bars(15)),
                    new AskedSection(SectionKind.HOOK, new Bars(7))));
    assertThat(planner.plan(request).sections())
        .extracting(section -> section.bars().count())
        .containsExactly(8, 15, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOLO", "BRIDGE", "BUILD", "DROP", "INTRO", "OUTRO", "BREAKDOWN"})
  void putsASectionAskedForIntoTheSong(SectionKind kind) {
    for (int seed = 0; seed < 6; seed++) {
      for (int bars : new int[] {0, 6, 12}) {
        PlanRequest request =
            request(style(seed), seed).through(List.of(new AskedSection(kind, new Bars(bars))));
        assertThat(planner.plan(request).sections())
            .as("%s of %d bars, seed %d", kind, bars, seed)
            .anyMatch(s -> s.kind() == kind && (bars == 0 || s.bars().count() == bars));
      }
    }
  }

  @Test
  void keepsEveryWishOfRandomRequests() {
    for (int seed = 0; seed < 150; seed++) {
      PlanRequest request = randomRequest(new Dice(seed), seed);
      Plan plan;
      try {
        plan = planner.plan(request);
      } catch (EditRefused contradiction) {
        continue;
      }
      String asked = request.length() + " " + request.sections();
      assertThat(holds(plan, request.sections())).as(asked + "\n" + plan.text()).isTrue();
      int off = Math.abs(plan.length().count() - request.length().count());
      assertThat(request.length().count() == 0 || off <= 1).as(asked).isTrue();
    }
  }

  @Test
  void refusesSectionsThatCannotMakeTheLengthAskedFor() {
    PlanRequest request =
        request(TrainedPlanner.style("trap"), 1)
            .through(
                List.of(
                    new AskedSection(SectionKind.INTRO, new Bars(8)),
                    new AskedSection(SectionKind.VERSE, new Bars(16)),
                    new AskedSection(SectionKind.HOOK, new Bars(8))))
            .lasting(new Bars(64));
    assertThatThrownBy(() -> planner.plan(request))
        .isInstanceOf(EditRefused.class)
        .hasMessage(
            "The sections asked for last 32 bars together, but the song is to last 64 bars. Change"
                + " one of the two.");
  }

  @Test
  void refusesRolesThatThereAreNoLoopsFor() {
    assertThatThrownBy(
            () ->
                PlanRequest.of(TrainedPlanner.style("trap"), Set.of(Role.DRUMS), 1)
                    .wanting(Set.of(Role.VOCAL)))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("vocal");
    assertThatThrownBy(() -> PlanRequest.of(TrainedPlanner.style("trap"), Set.of(), 1))
        .isInstanceOf(EditRefused.class);
  }

  /** Up to four sections, fixed or open, in a song of open length or up to 100 bars. */
  private static PlanRequest randomRequest(Dice dice, int seed) {
    List<AskedSection> sections = new ArrayList<>();
    for (int i = (int) (dice.share() * 5); i > 0; i--) {
      int bars = dice.share() < 0.5 ? 0 : 1 + (int) (dice.share() * 20);
      sections.add(new AskedSection(dice.oneOf(List.of(SectionKind.values())), new Bars(bars)));
    }
    int length = dice.share() < 0.3 ? 0 : 4 + (int) (dice.share() * 97);
    return request(style(seed), seed).through(sections).lasting(new Bars(length));
  }

  /** Whether the plan has all these sections, in this order and of the lengths asked for. */
  private static boolean holds(Plan plan, List<AskedSection> sections) {
    int found = 0;
    for (PlannedSection section : plan.sections()) {
      if (found < sections.size()) {
        AskedSection next = sections.get(found);
        boolean open = next.bars().count() == 0;
        boolean same = next.kind() == section.kind();
        found += same && (open || next.bars().equals(section.bars())) ? 1 : 0;
      }
    }
    return found == sections.size();
  }

  private static PlanRequest request(Style style, int seed) {
    return PlanRequest.of(style, TrainedPlanner.ALL_ROLES, seed);
  }

  private static Style style(int number) {
    return Styles.known().all().get(number % Styles.known().all().size());
  }

  private static List<AskedSection> asked(List<SectionKind> kinds) {
    return kinds.stream().map(AskedSection::of).toList();
  }
}

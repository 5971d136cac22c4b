package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every plan is like. */
class PlannerTest {

  private static Planner planner;
  private static List<Plan> plans;

  @BeforeAll
  static void load() {
    planner = new Planner(TrainedPlanner.FOLDER);
    plans = someOfEveryStyleAndLibrary();
  }

  @AfterAll
  static void close() {
    planner.close();
  }

  @Test
  void lastsMultiplesOfFourBarsWhereNobodyAskedForOthers() {
    for (Plan plan : plans) {
      assertThat(plan.sections()).allMatch(section -> section.bars().count() % 4 == 0);
    }
  }

  @Test
  void makesPeaksLouderThanVersesAndNeverThinner() {
    for (Plan plan : plans) {
      List<PlannedSection> peaks = sections(plan, s -> s.kind().isPeak());
      for (PlannedSection verse : sections(plan, s -> s.kind() == SectionKind.VERSE)) {
        assertThat(peaks).allMatch(peak -> peak.energy() > verse.energy());
        assertThat(peaks).allMatch(peak -> peak.layers().size() >= verse.layers().size());
      }
    }
  }

  @Test
  void thinsOutIntrosAndOutros() {
    for (Plan plan : plans) {
      int fullest = plan.sections().stream().mapToInt(s -> s.layers().size()).max().orElseThrow();
      for (PlannedSection end : List.of(plan.sections().getFirst(), plan.sections().getLast())) {
        assertThat(end.kind()).matches(kind -> kind != SectionKind.BUILD);
        if (end.kind() == SectionKind.INTRO || end.kind() == SectionKind.OUTRO) {
          assertThat(end.layers()).hasSizeLessThan(fullest);
          assertThat(end.energy()).isLessThanOrEqualTo(0.45);
        }
      }
    }
  }

  @Test
  void changesALayerWhereASectionComesAgain() {
    int repeats = 0, changed = 0;
    for (Plan plan : plans) {
      for (PlannedSection section : plan.sections()) {
        if (section.variationOf().isPresent()) {
          PlannedSection first = plan.sections().get(section.variationOf().getAsInt());
          repeats++;
          changed += first.layers().equals(section.layers()) ? 0 : 1;
        }
      }
    }
    assertThat(repeats).isGreaterThan(200);
    // goals.md, part e: at least nine of ten
    assertThat(changed).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * repeats));
  }

  @Test
  void leadsToEveryDropInDanceMusic() {
    for (String style : List.of("house", "techno", "trance", "drum and bass", "dubstep")) {
      for (int seed = 0; seed < 10; seed++) {
        List<PlannedSection> sections =
            planner.plan(request(TrainedPlanner.style(style), seed)).sections();
        assertThat(sections).anyMatch(section -> section.kind() == SectionKind.DROP);
        for (int i = 0; i < sections.size(); i++) {
          SectionKind before = i == 0 ? SectionKind.INTRO : sections.get(i - 1).kind();
          assertThat(
                  sections.get(i).kind() != SectionKind.DROP
                      || before == SectionKind.BUILD
                      || before == SectionKind.DROP)
              .isTrue();
        }
      }
    }
  }

  @Test
  void writesTheSamePlanForTheSameSeedOnOneThreadAndOnMany() {
    List<Plan> alone =
        IntStream.range(0, 24).mapToObj(i -> planner.plan(request(style(i), i))).toList();
    List<Plan> together =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> planner.plan(request(style(i), i)))
            .toList();
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void calmsDownWhereTheMoodIsCalm() {
    for (int seed = 0; seed < 5; seed++) {
      PlanRequest request = request(TrainedPlanner.style("trap"), seed);
      assertThat(energy(planner.plan(request.feeling(List.of("chill")))))
          .isLessThan(energy(planner.plan(request.feeling(List.of("aggressive")))));
    }
  }

  private static double energy(Plan plan) {
    return plan.sections().stream().mapToDouble(PlannedSection::energy).average().orElseThrow();
  }

  private static List<Plan> someOfEveryStyleAndLibrary() {
    List<Plan> plans = new ArrayList<>();
    for (int seed = 0; seed < 96; seed++) {
      Set<Role> library = TrainedPlanner.LIBRARIES.get(seed / 2 % TrainedPlanner.LIBRARIES.size());
      plans.add(planner.plan(PlanRequest.of(style(seed), library, seed)));
    }
    return plans;
  }

  private static List<PlannedSection> sections(Plan plan, Predicate<PlannedSection> which) {
    return plan.sections().stream().filter(which).toList();
  }

  private static PlanRequest request(Style style, int seed) {
    return PlanRequest.of(style, TrainedPlanner.ALL_ROLES, seed);
  }

  private static Style style(int number) {
    return Styles.known().all().get(number % Styles.known().all().size());
  }
}

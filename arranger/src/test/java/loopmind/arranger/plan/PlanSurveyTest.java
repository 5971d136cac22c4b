package loopmind.arranger.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Bars;
import org.junit.jupiter.api.Test;

/** Measures a few hundred plans of every style, and prints the figures of goals.md, part e. */
class PlanSurveyTest {

  private static final int SEEDS = 20;

  private final List<Plan> plans = new ArrayList<>();
  private final List<Double> millis = new ArrayList<>();
  private int kept, distinct = SEEDS;

  @Test
  void meetsTheGoalsForPlans() {
    try (Planner planner = new Planner(TrainedPlanner.FOLDER)) {
      planner.plan(request(Styles.known().all().getFirst(), 0));
      for (Style style : Styles.known().all()) {
        survey(planner, style);
      }
    }
    double[] times = millis.stream().mapToDouble(each -> each).sorted().toArray();
    report("plans.constraints_kept", 100.0 * kept / plans.size(), "%", 100);
    report("plans.repeats_that_differ", repeatsThatDiffer(), "%", 90);
    report("plans.peaks_above_verses", peaksAboveVerses(), "%", 95);
    report("plans.distinct_of_20_seeds_of_the_worst_style", distinct, "plans", 18);
    System.out.printf(Locale.ROOT, "plans.median %.1f ms%n", times[times.length / 2]);
    System.out.printf(Locale.ROOT, "plans.slowest %.1f ms%n", times[times.length - 1]);
    // the goal is 300 ms a plan; the median does not hang on what else the machine is doing
    assertThat(times[times.length / 2]).isLessThan(300);
  }

  private void survey(Planner planner, Style style) {
    Set<Plan> different = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      PlanRequest request = request(style, seed);
      long before = System.nanoTime();
      Plan plan = planner.plan(request);
      millis.add((System.nanoTime() - before) / 1e6);
      plans.add(plan);
      different.add(plan);
      kept += keeps(plan, request) ? 1 : 0;
    }
    distinct = Math.min(distinct, different.size());
  }

  /** Lengths from 24 to 139 bars, libraries of three roles and more. */
  private static PlanRequest request(Style style, int seed) {
    Set<Role> roles = EnumSet.of(Role.DRUMS, Role.BASS, Role.CHORDS);
    roles.addAll(Arrays.asList(Role.values()).subList(0, 3 + seed % 6));
    return PlanRequest.of(style, roles, seed).lasting(new Bars(24 + seed * 23 % 116));
  }

  private static boolean keeps(Plan plan, PlanRequest request) {
    int off = Math.abs(plan.length().count() - request.length().count());
    long odd = plan.sections().stream().filter(s -> s.bars().count() % 4 != 0).count();
    // a length that no multiples of four come near leaves two bars in one section
    long oddAllowed = request.length().count() % 4 == 2 ? 1 : 0;
    boolean roles = plan.sections().stream().allMatch(s -> request.roles().containsAll(s.layers()));
    return off <= 1 && odd <= oddAllowed && roles;
  }

  private double repeatsThatDiffer() {
    int repeats = 0, different = 0;
    for (Plan plan : plans) {
      for (int i = 0; i < plan.sections().size(); i++) {
        PlannedSection section = plan.sections().get(i);
        List<PlannedSection> earlier =
            plan.sections().subList(0, i).stream().filter(s -> s.kind() == section.kind()).toList();
        if (!earlier.isEmpty()) {
          repeats++;
          different += earlier.stream().noneMatch(s -> s.layers().equals(section.layers())) ? 1 : 0;
        }
      }
    }
    return 100.0 * different / repeats;
  }

  private double peaksAboveVerses() {
    int pairs = 0, above = 0;
    for (Plan plan : plans) {
      for (PlannedSection verse : plan.sections()) {
        for (PlannedSection peak : plan.sections()) {
          if (verse.kind() == SectionKind.VERSE && peak.kind().isPeak()) {
            pairs++;
            above +=
                peak.energy() > verse.energy() && peak.layers().size() >= verse.layers().size()
                    ? 1
                    : 0;
          }
        }
      }
    }
    return 100.0 * above / pairs;
  }

  private static void report(String name, double value, String unit, double goal) {
    System.out.printf(
        Locale.ROOT,
        "%s %.1f %s goal %.0f %s%n",
        name,
        value,
        unit,
        goal,
        value >= goal ? "PASS" : "FAIL");
    assertThat(value).as(name).isGreaterThanOrEqualTo(goal);
  }
}

package loopmind.arranger.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Style;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Seconds;

/**
 * What a plan has to hold.
 *
 * @param style what is usual; its form and roles fill what was not asked
 * @param tempo of the song
 * @param meter of every bar
 * @param length of the whole song, {@value #SHORTEST_BARS} to {@value #LONGEST_BARS} bars; {@link
 *     Bars#ZERO} leaves it to the planner. Plans keep it to within a bar
 * @param sections kinds asked for, in order. Three or more are the whole form; one or two are in
 *     the plan somewhere, in that order
 * @param atHand roles that there are loops for
 * @param wanted roles that must sound; all at hand
 * @param unwanted roles that must not sound
 * @param moods words for the feeling; calm ones lower the energy, hard ones raise it
 * @param seed from which all chance is drawn
 */
public record PlanRequest(
    Style style,
    Bpm tempo,
    Meter meter,
    Bars length,
    List<AskedSection> sections,
    Set<Role> atHand,
    Set<Role> wanted,
    Set<Role> unwanted,
    List<String> moods,
    long seed) {

  public static final int SHORTEST_BARS = 4, LONGEST_BARS = 512, MOST_SECTIONS = 40;

  /** From this many on, the sections asked for are the whole form. */
  static final int WHOLE_FORM = 3;

  public PlanRequest {
    sections = List.copyOf(sections);
    atHand = ordered(atHand);
    wanted = ordered(wanted);
    unwanted = ordered(unwanted);
    moods = List.copyOf(moods);
    checkLength(length, sections);
    checkRoles(atHand, wanted, unwanted);
  }

  /** A song of that style at its usual tempo, in 4/4, with nothing else asked. */
  public static PlanRequest of(Style style, Collection<Role> atHand, long seed) {
    return new PlanRequest(
        style,
        style.usual(),
        Meter.FOUR_FOUR,
        Bars.ZERO,
        List.of(),
        ordered(atHand),
        Set.of(),
        Set.of(),
        List.of(),
        seed);
  }

  public PlanRequest at(Bpm other) {
    return new PlanRequest(
        style, other, meter, length, sections, atHand, wanted, unwanted, moods, seed);
  }

  public PlanRequest in(Meter other) {
    return new PlanRequest(
        style, tempo, other, length, sections, atHand, wanted, unwanted, moods, seed);
  }

  public PlanRequest lasting(Bars other) {
    return new PlanRequest(
        style, tempo, meter, other, sections, atHand, wanted, unwanted, moods, seed);
  }

  /** The whole bars nearest to that time; set tempo and meter first. */
  public PlanRequest lasting(Seconds other) {
    double bars = tempo.beatsIn(other).value() * meter.unit() / 4.0 / meter.beats();
    return lasting(new Bars((int) Math.rint(Math.min(bars, LONGEST_BARS + 1.0))));
  }

  public PlanRequest through(List<AskedSection> others) {
    return new PlanRequest(
        style, tempo, meter, length, others, atHand, wanted, unwanted, moods, seed);
  }

  public PlanRequest wanting(Collection<Role> others) {
    return new PlanRequest(
        style, tempo, meter, length, sections, atHand, ordered(others), unwanted, moods, seed);
  }

  public PlanRequest without(Collection<Role> others) {
    return new PlanRequest(
        style, tempo, meter, length, sections, atHand, wanted, ordered(others), moods, seed);
  }

  public PlanRequest feeling(List<String> others) {
    return new PlanRequest(
        style, tempo, meter, length, sections, atHand, wanted, unwanted, others, seed);
  }

  public PlanRequest seeded(long other) {
    return new PlanRequest(
        style, tempo, meter, length, sections, atHand, wanted, unwanted, moods, other);
  }

  /** The roles a plan may use, in the order of {@link Role}; never empty. */
  public Set<Role> roles() {
    return allowed(atHand, unwanted);
  }

  /**
   * Whether nothing may stand beside the sections asked for: there are many, or what opens and
   * closes songs stands elsewhere.
   */
  boolean asksForAWholeForm() {
    boolean odd = false;
    for (int i = 0; i < sections.size(); i++) {
      SectionKind kind = sections.get(i).kind();
      odd |= kind == SectionKind.INTRO && i > 0;
      odd |= kind == SectionKind.OUTRO && i < sections.size() - 1;
    }
    return sections.size() >= WHOLE_FORM || odd;
  }

  /** Whether the style uses that role, or somebody asked for it. */
  boolean hasUseFor(Role role) {
    return style.carriers().contains(role)
        || style.colours().contains(role)
        || wanted.contains(role);
  }

  /** Beats in a bar, counted in quarters. */
  double quartersInABar() {
    return meter.beats() * 4.0 / meter.unit();
  }

  private static void checkLength(Bars length, List<AskedSection> sections) {
    int bars = length.count();
    if (bars != 0 && (bars < SHORTEST_BARS || bars > LONGEST_BARS)) {
      throw new EditRefused(
          "The song would last %s bars. Choose %d to %d bars.",
          bars > LONGEST_BARS ? "more than " + LONGEST_BARS : bars, SHORTEST_BARS, LONGEST_BARS);
    }
    if (sections.size() > MOST_SECTIONS) {
      throw new EditRefused(
          "The song would have %d sections. Ask for %d at most.", sections.size(), MOST_SECTIONS);
    }
  }

  private static void checkRoles(Set<Role> atHand, Set<Role> wanted, Set<Role> unwanted) {
    if (allowed(atHand, unwanted).isEmpty()) {
      throw new EditRefused(
          atHand.isEmpty()
              ? "There are no loops to make a song of. Add some to the library."
              : "No layer would be left to play. Exclude fewer roles.");
    }
    Set<Role> missing = EnumSet.noneOf(Role.class);
    missing.addAll(wanted);
    missing.removeAll(allowed(atHand, unwanted));
    if (!missing.isEmpty()) {
      throw new EditRefused(
          "The song would need %s, but there are no loops of that role. Add some, or leave it out.",
          missing.stream().map(Role::word).collect(Collectors.joining(" and ")));
    }
  }

  private static Set<Role> allowed(Set<Role> atHand, Set<Role> unwanted) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(atHand);
    roles.removeAll(unwanted);
    return Collections.unmodifiableSet(roles);
  }

  private static Set<Role> ordered(Collection<Role> roles) {
    Set<Role> ordered = EnumSet.noneOf(Role.class);
    ordered.addAll(roles);
    return Collections.unmodifiableSet(ordered);
  }
}

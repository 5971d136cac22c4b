package loopmind.arranger.plan;

import static loopmind.arranger.song.SectionKind.BREAKDOWN;
import static loopmind.arranger.song.SectionKind.BUILD;
import static loopmind.arranger.song.SectionKind.INTRO;
import static loopmind.arranger.song.SectionKind.OUTRO;
import static loopmind.arranger.song.SectionKind.VERSE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/**
 * Who plays in which section: the network's odds decide which roles, rules decide how many. Peaks
 * are the fullest, intros and outros thin out, and a section that comes again differs in a layer.
 */
final class Instrumentation {

  /** How far chance moves a role up or down among the others, as a share of probability. */
  private static final double CHANCE = 0.25;

  private static final double CARRIER = 0.2, WANTED = 0.3, FOREIGN = 0.3, FAINT = 0.1, SURE = 0.6;

  private final Form form;
  private final List<Expectation> expected;
  private final PlanRequest request;
  private final List<Role> roles;
  private final int full;
  private final List<Set<Role>> layers = new ArrayList<>();

  private Instrumentation(Form form, List<Expectation> expected, PlanRequest request) {
    this.form = form;
    this.expected = expected;
    this.request = request;
    roles = List.copyOf(request.roles());
    full = Math.max(1, (int) roles.stream().filter(this::belongs).count());
  }

  static List<Set<Role>> of(Form form, List<Expectation> expected, PlanRequest request, Dice dice) {
    Instrumentation players = new Instrumentation(form, expected, request);
    for (int i = 0; i < form.sections().size(); i++) {
      players.add(i, dice.split());
    }
    players.placeWanted();
    return List.copyOf(players.layers);
  }

  /**
   * Who plays in one section of a song whose other sections are there.
   *
   * @param others roles of every section before {@code at}
   */
  static Set<Role> within(
      Form form,
      List<Expectation> expected,
      PlanRequest request,
      List<Set<Role>> others,
      int at,
      Dice dice) {
    Instrumentation players = new Instrumentation(form, expected, request);
    players.layers.addAll(others.subList(0, at));
    players.add(at, dice);
    return players.layers.get(at);
  }

  /** The roles of a section, the one that belongs there most first. */
  static List<Role> ranked(Form form, List<Expectation> expected, PlanRequest request, int at) {
    Instrumentation players = new Instrumentation(form, expected, request);
    List<Role> ranked = new ArrayList<>(players.roles);
    ranked.sort(Comparator.comparingDouble((Role role) -> -players.liking(at, role)));
    return ranked;
  }

  private void add(int at, Dice dice) {
    Map<Role, Double> liking = new EnumMap<>(Role.class);
    for (Role role : roles) {
      liking.put(role, liking(at, role) + CHANCE * (dice.share() - 0.5));
    }
    List<Role> ranked = new ArrayList<>(roles);
    ranked.sort(Comparator.comparingDouble((Role role) -> -liking.get(role)));
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(ranked.subList(0, size(at, dice)));
    layers.add(varied(at, chosen, ranked));
  }

  /** Whether a role has a place in this song: carried by the style, asked for, or expected. */
  private boolean belongs(Role role) {
    double most = expected.stream().mapToDouble(e -> e.odds().get(role)).max().orElse(1);
    return request.wanted().contains(role)
        || request.style().carriers().contains(role)
        || most >= (request.hasUseFor(role) ? FAINT : SURE);
  }

  private double liking(int at, Role role) {
    double liking = expected.get(at).odds().get(role);
    liking += request.style().carriers().contains(role) ? CARRIER : 0;
    liking += request.wanted().contains(role) ? WANTED : 0;
    liking -= belongs(role) ? request.hasUseFor(role) ? 0 : FOREIGN : 1;
    SectionKind kind = form.kind(at);
    boolean rests = kind == INTRO || kind == OUTRO || kind == BREAKDOWN;
    if (rests && (role == Role.DRUMS || role == Role.BASS)) {
      liking -= kind == BREAKDOWN ? 0.8 : 0.4;
    }
    // fx is hardly known in any corpus: it announces and colours, it does not carry
    if (role == Role.FX) {
      liking += kind == BUILD ? 1 : rests ? 0.2 : -0.3;
    }
    return liking;
  }

  /** How many roles play, 1 to all. */
  private int size(int at, Dice dice) {
    SectionKind kind = form.kind(at);
    if (kind.isPeak()) {
      boolean last = peaksAfter(at) == 0;
      return full >= 4 && !last && dice.share() < 0.7 ? full - 1 : full;
    }
    double share =
        switch (kind) {
          case INTRO, OUTRO -> 0.38;
          case BREAKDOWN -> 0.42;
          case BRIDGE -> 0.55;
          case BUILD, VERSE -> 0.62;
          default -> 0.7;
        };
    int size = (int) Math.rint(full * (share + 0.15 * (dice.share() - 0.5)));
    return Math.clamp(size, 1, Math.max(1, most(kind)));
  }

  /** The most roles that a section of this kind may have, so that peaks stay the fullest. */
  private int most(SectionKind kind) {
    if (kind.isPeak()) {
      return full;
    }
    int belowPeaks = full >= 4 ? full - 2 : full - 1;
    return kind == INTRO || kind == OUTRO
        ? Math.max(1, Math.min(belowPeaks, full / 2))
        : belowPeaks;
  }

  private int fewest(SectionKind kind) {
    return kind.isPeak() ? Math.max(1, full - 1) : kind == VERSE && full > 2 ? 2 : 1;
  }

  /** The set itself, or the nearest to it that no earlier section of the kind has. */
  private Set<Role> varied(int at, Set<Role> chosen, List<Role> ranked) {
    List<Set<Role>> earlier = new ArrayList<>();
    for (int i = 0; i < at; i++) {
      if (form.kind(i) == form.kind(at)) {
        earlier.add(layers.get(i));
      }
    }
    List<Set<Role>> candidates = new ArrayList<>(List.of(chosen));
    candidates.addAll(neighbours(chosen, ranked));
    SectionKind kind = form.kind(at);
    List<Set<Role>> allowed =
        candidates.stream()
            .filter(set -> set.size() >= fewest(kind) && set.size() <= Math.max(1, most(kind)))
            .toList();
    return allowed.stream()
        .filter(set -> !earlier.contains(set))
        .findFirst()
        .or(() -> allowed.stream().filter(set -> !set.equals(earlier.getLast())).findFirst())
        .orElse(chosen);
  }

  /** Sets that differ in one role, and then those where one is exchanged; the likeliest first. */
  private List<Set<Role>> neighbours(Set<Role> chosen, List<Role> ranked) {
    List<Set<Role>> more = new ArrayList<>(), fewer = new ArrayList<>(), others = new ArrayList<>();
    List<Role> weakest = new ArrayList<>(ranked);
    Collections.reverse(weakest);
    for (Role in : ranked) {
      if (!chosen.contains(in) && belongs(in)) {
        more.add(with(chosen, in));
        weakest.stream()
            .filter(chosen::contains)
            .forEach(out -> others.add(without(with(chosen, in), out)));
      }
    }
    weakest.stream().filter(chosen::contains).forEach(out -> fewer.add(without(chosen, out)));
    List<Set<Role>> all = new ArrayList<>(more);
    all.addAll(fewer);
    all.addAll(others);
    return all;
  }

  /** A role asked for that plays nowhere yet joins the fullest section. */
  private void placeWanted() {
    for (Role role : request.wanted()) {
      if (layers.stream().noneMatch(set -> set.contains(role))) {
        int fullest = 0;
        for (int i = 1; i < layers.size(); i++) {
          fullest = layers.get(i).size() > layers.get(fullest).size() ? i : fullest;
        }
        layers.set(fullest, with(layers.get(fullest), role));
      }
    }
  }

  private int peaksAfter(int at) {
    int peaks = 0;
    for (int i = at + 1; i < form.sections().size(); i++) {
      peaks += form.kind(i).isPeak() ? 1 : 0;
    }
    return peaks;
  }

  private static Set<Role> with(Set<Role> some, Role role) {
    Set<Role> set = EnumSet.copyOf(some);
    set.add(role);
    return set;
  }

  private static Set<Role> without(Set<Role> some, Role role) {
    Set<Role> set = EnumSet.copyOf(some);
    set.remove(role);
    return set;
  }
}

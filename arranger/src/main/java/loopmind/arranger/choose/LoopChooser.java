package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;

/**
 * Chooses loops that fit a song and one another.
 *
 * <p>Each loop is scored alone (change of speed, shift in pitch, words of the wish, style, trust in
 * its role); then roles are filled one after another, the carriers of the style first, and each
 * candidate also against those chosen before it: how much of the same spectrum it covers, whether
 * it comes from the same pack, whether its groove is as dense. Equal choices are settled by the
 * seed.
 */
public final class LoopChooser {

  /** How many loops of one role a song varies between. */
  private static final int MOST_OF_A_ROLE = 3;

  /**
   * How far the seed may lift a score, so that other seeds give other songs of nearly equal fit.
   */
  private static final double CHANCE = 0.12;

  /** A further loop of a role is taken only from this score on. */
  private static final double LEAST_SCORE = 0.35;

  private final List<Loop> library;

  /**
   * @param library what there is to choose from, in any order
   */
  public LoopChooser(List<Loop> library) {
    this.library = library.stream().sorted(Comparator.comparing(Loop::id)).toList();
  }

  /** The roles for which there is a repeating loop, in the order of {@link Role}. */
  public Set<Role> rolesAtHand() {
    Set<Role> roles = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      if (library.stream().anyMatch(loop -> loop.role() == role && Accents.canRepeat(loop))) {
        roles.add(role);
      }
    }
    return roles;
  }

  /**
   * Fills roles with loops.
   *
   * @param request what is asked
   * @return a set in which each role that could be filled has its loops, and the notes say what
   *     could not be met
   */
  public LoopSet choose(ChoiceRequest request) {
    SplittableRandom chance = new SplittableRandom(request.seed());
    Map<LoopId, Double> luck = new TreeMap<>();
    library.forEach(loop -> luck.put(loop.id(), chance.nextDouble() * CHANCE));
    Map<Role, List<Fit>> chosen = new EnumMap<>(Role.class);
    List<String> notes = new ArrayList<>();
    Scoring scoring = new Scoring(request, luck);
    request.anchor().ifPresent(id -> place(id, scoring, chosen));
    for (Role role : request.rolesInOrder()) {
      fill(role, request, scoring, chosen, notes);
    }
    return new LoopSet(chosen, accents(scoring, false), accents(scoring, true), notes);
  }

  private void place(LoopId anchor, Scoring scoring, Map<Role, List<Fit>> chosen) {
    library.stream()
        .filter(loop -> loop.id().equals(anchor))
        .findFirst()
        .ifPresent(
            loop -> {
              Fit fit = scoring.alone(loop, List.of());
              List<String> reasons =
                  new ArrayList<>(List.of("the loop everything is built around"));
              reasons.addAll(fit.reasons());
              chosen.put(loop.role(), new ArrayList<>(List.of(fit.withScore(1, reasons))));
            });
  }

  private void fill(
      Role role,
      ChoiceRequest request,
      Scoring scoring,
      Map<Role, List<Fit>> chosen,
      List<String> notes) {
    List<Fit> mine = chosen.computeIfAbsent(role, any -> new ArrayList<>());
    for (Wish wish : request.wishesFor(role)) {
      best(role, wish.asList(), scoring, chosen, mine)
          .ifPresentOrElse(
              fit -> {
                mine.add(fit);
                scoring.shortfall(wish, fit).ifPresent(notes::add);
              },
              () -> notes.add(missing(role, wish)));
    }
    // what everything is built around is not varied by others of its role
    boolean anchored = role != Role.DRUMS && holdsAnchor(request, mine);
    while (!anchored && mine.size() < MOST_OF_A_ROLE) {
      var next = best(role, List.of(), scoring, chosen, mine);
      if (next.isEmpty() || (!mine.isEmpty() && next.get().score() < LEAST_SCORE)) {
        break;
      }
      mine.add(next.get());
    }
    if (mine.isEmpty()) {
      chosen.remove(role);
    }
  }

  private static boolean holdsAnchor(ChoiceRequest request, List<Fit> mine) {
    return request.anchor().isPresent()
        && mine.stream().anyMatch(fit -> fit.loop().id().equals(request.anchor().get()));
  }

  private static String missing(Role role, Wish wish) {
    return wish.words().isEmpty()
        ? "There is no %s loop in the library, so the song has none.".formatted(role.word())
        : "There is no %s loop in the library for \"%s\", so the song has none."
            .formatted(role.word(), wish.words());
  }

  private Optional<Fit> best(
      Role role, List<String> words, Scoring scoring, Map<Role, List<Fit>> chosen, List<Fit> mine) {
    Set<LoopId> taken = new HashSet<>();
    mine.forEach(fit -> taken.add(fit.loop().id()));
    List<Fit> others = chosen.values().stream().flatMap(List::stream).toList();
    List<Loop> able =
        library.stream()
            .filter(
                loop ->
                    loop.role() == role && Accents.canRepeat(loop) && !taken.contains(loop.id()))
            .filter(scoring::allows)
            .toList();
    WordMatch asked = new WordMatch(words);
    boolean answered =
        !asked.isEmpty() && able.stream().anyMatch(loop -> !asked.of(loop).matched().isEmpty());
    return able.stream()
        .filter(loop -> !answered || !asked.of(loop).matched().isEmpty())
        .map(loop -> scoring.together(scoring.alone(loop, words), others, mine))
        .filter(fit -> fit.score() > 0)
        .max(Comparator.comparingDouble(Fit::score).thenComparing(fit -> fit.loop().id()));
  }

  private List<Fit> accents(Scoring scoring, boolean rising) {
    return library.stream()
        .filter(loop -> !Accents.canRepeat(loop) && loop.kind() != LoopKind.LONG)
        .filter(scoring::allows)
        .filter(loop -> rising ? Accents.rises(loop) : Accents.strikes(loop))
        .map(loop -> scoring.accent(loop))
        .sorted(Comparator.comparingDouble(Fit::score).reversed().thenComparing(f -> f.loop().id()))
        .limit(2)
        .toList();
  }
}

package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Semitones;

/**
 * Chooses one loop for a song that is there: by its fit to tempo and key, by the groove and the
 * spectrum of what plays beside it, and by words, which may compare it with the loop that plays
 * now.
 */
public final class LayerChooser {

  /** A difference below this is not heard as what was asked. */
  private static final double HEARD = 0.03;

  private static final double COMPARED = 0.8, GROOVE = 0.08, SAME_PART = 0.5;

  private final List<Loop> library;
  private final SongFrame frame;
  private final Scoring scoring;

  /**
   * @param library what there is to choose from, in any order
   * @param frame of the song
   */
  public LayerChooser(List<Loop> library, SongFrame frame) {
    this.library = library.stream().sorted(Comparator.comparing(Loop::id)).toList();
    this.frame = frame;
    ChoiceRequest none =
        new ChoiceRequest(frame, Set.of(), List.of(), List.of(), List.of(), Optional.empty(), 0);
    scoring = new Scoring(none, Map.of());
  }

  /**
   * What is looked for.
   *
   * @param role it plays
   * @param words how it should sound; may be blank
   * @param present the loop it stands in for, with which words compare it
   * @param beside what sounds with it
   * @param without loops that it may not be
   */
  public record Seek(
      Role role, String words, Optional<Loop> present, List<Fit> beside, Set<LoopId> without) {

    public Seek {
      beside = List.copyOf(beside);
      without = Set.copyOf(without);
    }
  }

  /** The loops that would do, the best first. */
  public List<Fit> ranked(Seek seek) {
    boolean once = seek.present().filter(loop -> !Accents.canRepeat(loop)).isPresent();
    Comparison comparison = new Comparison(seek.words());
    List<Loop> able =
        library.stream()
            .filter(loop -> loop.role() == seek.role() && !seek.without().contains(loop.id()))
            .filter(
                loop -> once ? isLike(loop, seek.present().orElseThrow()) : Accents.canRepeat(loop))
            .filter(loop -> comparison.isEmpty() || differs(comparison, loop, seek.present()))
            .toList();
    return answering(able, Comparison.rest(seek.words())).stream()
        .map(loop -> scored(loop, seek, comparison, once))
        .filter(fit -> fit.score() > 0)
        .sorted(Comparator.comparingDouble(Fit::score).reversed().thenComparing(f -> f.loop().id()))
        .toList();
  }

  /** Those that answer the words, or all of them where none does. */
  private static List<Loop> answering(List<Loop> loops, String words) {
    WordMatch wish = new WordMatch(List.of(words));
    List<Loop> answering =
        loops.stream().filter(loop -> !wish.of(loop).matched().isEmpty()).toList();
    return answering.isEmpty() ? loops : answering;
  }

  /** The best loop; empty where there is none. */
  public Optional<Fit> best(Seek seek) {
    return ranked(seek).stream().findFirst();
  }

  /** A sentence where the words are not answered by the loop that was chosen for them. */
  public Optional<String> shortfall(Seek seek, Fit fit) {
    return scoring.shortfall(new Wish(seek.role(), Comparison.rest(seek.words())), fit);
  }

  private static boolean isLike(Loop loop, Loop present) {
    boolean same =
        Accents.rises(present) ? Accents.rises(loop) : Accents.strikes(loop) || !loop.repeats();
    return same && !Accents.canRepeat(loop) && loop.kind() != LoopKind.LONG;
  }

  private static boolean differs(Comparison comparison, Loop loop, Optional<Loop> present) {
    return present.map(now -> comparison.of(loop, now) > HEARD).orElse(true);
  }

  private Fit scored(Loop loop, Seek seek, Comparison comparison, boolean once) {
    String rest = Comparison.rest(seek.words());
    List<String> words = rest.isBlank() ? List.of() : List.of(rest);
    Fit alone = once ? scoring.accent(loop) : scoring.alone(loop, words);
    Fit fit = scoring.together(alone, seek.beside(), List.of());
    Set<String> reasons = new LinkedHashSet<>();
    double score = fit.score();
    if (seek.present().isPresent() && !comparison.isEmpty()) {
      Loop now = seek.present().get();
      score += COMPARED * Math.min(1, comparison.of(loop, now));
      reasons.add("%s than %s".formatted(String.join(", ", comparison.words()), now.name()));
    }
    Optional<Double> groove =
        seek.beside().stream()
            .filter(other -> other.loop().role().isPercussive())
            .map(other -> Groove.match(loop, other.loop()))
            .max(Comparator.naturalOrder());
    score += GROOVE * groove.orElse(0.0);
    if (groove.filter(match -> match > 0.8).isPresent()) {
      reasons.add("in the groove of the drums");
    }
    score -= seek.present().map(now -> strange(loop, now, seek.words())).orElse(0.0);
    reasons.addAll(fit.reasons());
    return fit.withScore(score, List.copyOf(reasons));
  }

  /** How much a drum loop loses that is another part of the kit than the one it stands in for. */
  private static double strange(Loop loop, Loop present, String words) {
    if (loop.role() != Role.DRUMS) {
      return 0;
    }
    if (WordMatch.split(words).stream().anyMatch(Kits.PARTS::contains)) {
      return Kits.isWhole(loop) ? SAME_PART : 0;
    }
    boolean same =
        Kits.isWhole(present)
            ? Kits.isWhole(loop)
            : loop.instrument().equals(present.instrument()) && !Kits.isFill(loop);
    return same ? 0 : SAME_PART;
  }

  /**
   * That very loop, fitted to the song.
   *
   * @param role it is to play
   * @throws EditRefused where it cannot repeat in the song's tempo and is no one-shot
   */
  public Fit fitted(Loop loop, Role role) {
    int shift = KeyFit.of(loop, role, frame.key()).semitones();
    List<String> reasons = new ArrayList<>(List.of("asked for by name"));
    if (loop.kind() == LoopKind.ONESHOT || loop.kind() == LoopKind.FX || rings(loop)) {
      boolean tonal = role.isTonal() && loop.key().isPresent();
      return new Fit(
          loop, Beats.ZERO, 1, tonal ? new Semitones(shift) : Semitones.ZERO, 1, reasons);
    }
    if (!loop.repeats()) {
      throw new EditRefused(
          "%s has no tempo, so it cannot repeat at %.0f BPM. Name a loop with a tempo, or a one-shot.",
          loop.name(), frame.tempo().value());
    }
    TempoFit tempo = TempoFit.of(loop.tempo().orElseThrow(), frame.tempo());
    if (tempo.speed() <= 0.25 || tempo.speed() >= 4) {
      throw new EditRefused(
          "%s would have to play at %.1f times its speed to repeat at %.0f BPM. Name a loop nearer to that tempo.",
          loop.name(), tempo.speed(), frame.tempo().value());
    }
    reasons.add(tempo.reason());
    reasons.add(KeyFit.of(loop, role, frame.key()).reason());
    return new Fit(loop, tempo.cycle(), tempo.speed(), new Semitones(shift), 1, reasons);
  }

  /** The one-shot or effect of that role that answers the words; empty where none does. */
  public Optional<Fit> oneShot(Seek seek) {
    WordMatch words = new WordMatch(List.of(seek.words()));
    return library.stream()
        .filter(loop -> !Accents.canRepeat(loop) && loop.kind() != LoopKind.LONG)
        .filter(loop -> loop.role() == seek.role() && !seek.without().contains(loop.id()))
        .filter(loop -> words.named(loop, seek.role()) > 0)
        .map(scoring::accent)
        .max(Comparator.comparingDouble(Fit::score).thenComparing(fit -> fit.loop().id()));
  }

  /** Whether a loop leads up to what comes after it. */
  public boolean rises(Loop loop) {
    return Accents.rises(loop);
  }

  private static boolean rings(Loop loop) {
    return Accents.rises(loop) || Accents.strikes(loop);
  }
}

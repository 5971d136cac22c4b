package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Style;
import loopmind.arranger.units.Bpm;

/**
 * Which loops of a song another style can use, and what stands in for the others.
 *
 * <p>A loop stays where its tempo is reached without a far change of speed and the style has a use
 * for its role. The beat is what tells styles apart: drums, percussion and bass that were not made
 * for the style give way to some that were, where the library has them.
 */
public final class Reselection {

  private static final Set<Role> BEAT = Set.of(Role.DRUMS, Role.PERCUSSION, Role.BASS);

  private final Song song;
  private final SongFrame frame;
  private final Set<Role> keep;
  private final MadeFor named;
  private final List<Loop> library;
  private final LayerChooser chooser;
  private final Map<Role, Map<LoopId, Fit>> fits = new EnumMap<>(Role.class);
  private final Set<String> decided = new HashSet<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param frame style, tempo and key that the loops have to fit
   * @param keep roles whose loops stay whatever the style
   */
  public Reselection(Song song, List<Loop> library, SongFrame frame, Set<Role> keep) {
    this.song = song;
    this.frame = frame;
    this.keep = Set.copyOf(keep);
    this.library = List.copyOf(library);
    named = new MadeFor(frame.style());
    chooser = new LayerChooser(library, frame);
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        if (!layer.isOneShot()) {
          decide(layer.role(), layer.loop());
        }
      }
    }
    if (!kept.isEmpty()) {
      notes.addFirst("Kept: %s.".formatted(String.join(", ", kept)));
    }
  }

  /**
   * For each role what each of its loops becomes; a loop that goes without replacement is left out.
   */
  public Map<Role, Map<LoopId, Fit>> fits() {
    return fits;
  }

  /** Sentences on what was kept, and what was replaced and why. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private void decide(Role role, LoopId id) {
    Map<LoopId, Fit> mine = fits.computeIfAbsent(role, any -> new LinkedHashMap<>());
    if (!decided.add(role + " " + id)) {
      return;
    }
    Loop loop = song.loop(id);
    Optional<String> flaw = keep.contains(role) ? Optional.empty() : flaw(loop, role);
    if (flaw.isEmpty()) {
      mine.put(id, chooser.fitted(loop, role).withScore(1, reasons(loop, role)));
      kept.add("%s (%s)".formatted(loop.name(), role.word()));
      return;
    }
    Optional<Fit> other =
        uses(role) ? replacement(loop, role).or(() -> again(mine, loop)) : Optional.empty();
    if (other.isPresent()) {
      mine.put(id, other.get());
      notes.add(
          "Replaced %s (%s) by %s, because %s."
              .formatted(loop.name(), role.word(), other.get().loop().name(), flaw.get()));
    } else if (uses(role) && !(BEAT.contains(role) && hasMadeForIt(loop, role))) {
      mine.put(id, chooser.fitted(loop, role));
      notes.add(
          "Kept %s (%s) although %s: the library has no better one."
              .formatted(loop.name(), role.word(), flaw.get()));
    } else {
      notes.add("Left out %s (%s), because %s.".formatted(loop.name(), role.word(), flaw.get()));
    }
  }

  private List<String> reasons(Loop loop, Role role) {
    List<String> reasons = new ArrayList<>(List.of("kept from before"));
    List<String> fitted = chooser.fitted(loop, role).reasons();
    reasons.addAll(fitted.subList(1, fitted.size()));
    return reasons;
  }

  /** Why the style cannot use a loop; empty where it can. */
  private Optional<String> flaw(Loop loop, Role role) {
    TempoFit tempo = TempoFit.of(loop.tempo().orElseThrow(), frame.tempo());
    if (!uses(role)) {
      return Optional.of("%s has no use for %s".formatted(frame.style().name(), role.word()));
    }
    if (tempo.isFar()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "it would play %.0f %% %s than recorded",
              Math.abs(tempo.speed() - 1) * 100,
              tempo.speed() > 1 ? "faster" : "slower"));
    }
    boolean strange = BEAT.contains(role) && !madeForIt(loop) && hasMadeForIt(loop, role);
    return strange
        ? Optional.of("its beat was not made for " + frame.style().name())
        : Optional.empty();
  }

  /** Somebody's voice and tunes are the song, whatever the style usually has. */
  private boolean uses(Role role) {
    Style style = frame.style();
    return role == Role.VOCAL
        || role == Role.MELODY
        || style.carriers().contains(role)
        || style.colours().contains(role);
  }

  private boolean madeForIt(Loop loop) {
    return named.says(loop);
  }

  private boolean hasMadeForIt(Loop now, Role role) {
    return library.stream()
        .anyMatch(
            loop ->
                loop.role() == role
                    && Accents.canRepeat(loop)
                    && madeForIt(loop)
                    && (role != Role.DRUMS || Kits.isFill(now) || Kits.isWhole(loop))
                    && !TempoFit.of(loop.tempo().orElseThrow(), frame.tempo()).isFar());
  }

  /** What stands in for another loop of the role already, of the same part of the kit. */
  private Optional<Fit> again(Map<LoopId, Fit> mine, Loop loop) {
    return mine.values().stream()
        .filter(fit -> madeForIt(fit.loop()) && isSamePart(fit.loop(), loop))
        .findFirst();
  }

  private static boolean isSamePart(Loop one, Loop other) {
    return Kits.isWhole(one) == Kits.isWhole(other) && Kits.isFill(one) == Kits.isFill(other);
  }

  private Optional<Fit> replacement(Loop loop, Role role) {
    Set<LoopId> taken = new HashSet<>();
    List<Fit> beside = new ArrayList<>();
    fits.forEach(
        (other, mine) ->
            mine.values()
                .forEach(
                    fit -> {
                      taken.add(fit.loop().id());
                      if (other != role) {
                        beside.add(fit);
                      }
                    }));
    taken.add(loop.id());
    boolean beat = BEAT.contains(role) && hasMadeForIt(loop, role);
    return chooser
        .ranked(new LayerChooser.Seek(role, "", Optional.of(loop), beside, taken))
        .stream()
        .filter(fit -> !beat || madeForIt(fit.loop()))
        .filter(fit -> role != Role.DRUMS || isSamePart(fit.loop(), loop))
        .findFirst();
  }

  /**
   * The tempo of a song in another style: its own, else half or double of it where the style has
   * that, else the one in the style's range for which its loops change least.
   */
  public static Bpm tempo(Song song, Style style) {
    double now = song.facts().tempo().value();
    for (double octave : new double[] {1, 2, 0.5}) {
      double bpm = now * octave;
      if (bpm >= style.slowest().value() && bpm <= style.fastest().value()) {
        return new Bpm(bpm);
      }
    }
    return new FrameFinder(List.copyOf(song.loops().values())).tempo(style);
  }
}

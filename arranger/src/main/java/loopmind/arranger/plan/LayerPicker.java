package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.Kits;
import loopmind.arranger.choose.LayerChooser;
import loopmind.arranger.choose.RoleWords;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;

/**
 * Picks the loops of one section of a song that is there: those that the song plays already come
 * first, those of an earlier section of the kind before all, and the library is asked where words
 * call for another sound or the song has none.
 */
final class LayerPicker {

  /** Of the library, only so many of the best are looked at for a word of feeling. */
  private static final int LOOKED_AT = 6;

  private final Song song;
  private final Palette palette;
  private final RoleWords words;
  private final Map<Role, List<Fit>> picked = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  LayerPicker(Song song, Palette palette, RoleWords words) {
    this.song = song;
    this.palette = palette;
    this.words = words;
  }

  /** The loops picked so far, by role; no role without a loop. */
  Map<Role, List<Fit>> picked() {
    return picked;
  }

  /** Sentences on words that no loop answers. */
  Set<String> notes() {
    return notes;
  }

  private List<Fit> beside() {
    return picked.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Picks for one role.
   *
   * @param like an earlier section of the kind, whose loops come again
   * @param energy of the section
   */
  void pick(Role role, SectionKind kind, double energy, Optional<Section> like) {
    List<Fit> fits = new ArrayList<>();
    Optional<Fit> said = said(role);
    if (said.isPresent()) {
      fits.add(said.get());
    } else {
      like.ifPresent(section -> fits.addAll(playing(section, role)));
      if (fits.isEmpty()) {
        usual(role, kind).ifPresent(fits::add);
      }
      if (role == Role.DRUMS && kind.isPeak() && energy >= LayerWriter.FULL && fits.size() == 1) {
        second().ifPresent(fits::add);
      }
    }
    put(role, fits);
  }

  /** Sets the loops of a role, which may be none. */
  void put(Role role, List<Fit> fits) {
    picked.remove(role);
    if (!fits.isEmpty()) {
      picked.put(role, List.copyOf(fits));
    }
  }

  private List<Fit> playing(Section section, Role role) {
    List<Fit> fits = new ArrayList<>();
    for (Layer layer : section.layersOf(role)) {
      if (!layer.isOneShot()) {
        fits.add(Fit.of(song.loop(layer.loop()), layer));
      }
    }
    return fits;
  }

  /** The loop that words call for, of the song or else of the library. */
  private Optional<Fit> said(Role role) {
    String wish = words.wanted().getOrDefault(role, "");
    String feeling = String.join(" ", words.rest());
    if (!wish.isBlank()) {
      Optional<Fit> answer = answering(role, wish);
      if (answer.isEmpty()) {
        answer = palette.others(role, wish, beside(), Set.of()).stream().findFirst();
        answer
            .flatMap(fit -> palette.chooser().shortfall(seek(role, wish), fit))
            .ifPresent(notes::add);
      }
      return answer;
    }
    return feeling.isBlank() || !role.isTonal() || role == Role.BASS
        ? Optional.empty()
        : answering(role, feeling);
  }

  private Optional<Fit> answering(Role role, String asked) {
    LayerChooser.Seek seek = seek(role, asked);
    List<Fit> candidates = new ArrayList<>(palette.own(role));
    palette.others(role, asked, beside(), Set.of()).stream()
        .limit(LOOKED_AT)
        .forEach(candidates::add);
    return candidates.stream()
        .filter(fit -> palette.chooser().shortfall(seek, fit).isEmpty())
        .findFirst();
  }

  private LayerChooser.Seek seek(Role role, String asked) {
    return new LayerChooser.Seek(role, asked, Optional.empty(), beside(), Set.of());
  }

  /** The song's main loop of the role, or its second where the song turns. */
  private Optional<Fit> usual(Role role, SectionKind kind) {
    List<Fit> own = Palette.mains(role, palette.own(role));
    boolean turns =
        LayerWriter.contrast(role, kind) || (kind == SectionKind.SOLO && role == Role.MELODY);
    if (turns && own.size() > 1) {
      return Optional.of(own.get(1));
    }
    if (own.isEmpty() || turns) {
      Optional<Fit> other = other(role, Set.of());
      return other.isPresent() ? other : own.stream().findFirst();
    }
    return Optional.of(own.getFirst());
  }

  /** The best loop of the library that the song does not play in the role. */
  Optional<Fit> other(Role role, Set<LoopId> without) {
    Set<LoopId> taken = new HashSet<>(Palette.ids(palette.own(role)));
    taken.addAll(without);
    return Palette.mains(role, palette.others(role, "", beside(), taken)).stream().findFirst();
  }

  /** What goes beside a whole kit: the song's hats, say. */
  private Optional<Fit> second() {
    return palette.own(Role.DRUMS).stream()
        .filter(fit -> !Kits.isWhole(fit.loop()) && !Kits.isFill(fit.loop()))
        .findFirst();
  }
}

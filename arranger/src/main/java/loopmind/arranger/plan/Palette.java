package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.Kits;
import loopmind.arranger.choose.LayerChooser;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;

/** The loops of a song by role, and what the library has beside them. */
final class Palette {

  private final Map<Role, List<Fit>> own = new HashMap<>();
  private final LayerChooser chooser;
  private final List<Loop> library;

  Palette(Song song, List<Loop> library) {
    this.library = List.copyOf(library);
    chooser = new LayerChooser(library, SongFrame.of(song));
    for (Role role : Role.values()) {
      own.put(role, used(song, role));
    }
  }

  private static List<Fit> used(Song song, Role role) {
    Map<LoopId, Fit> fits = new LinkedHashMap<>();
    Map<LoopId, Double> beats = new HashMap<>();
    for (Section section : song.sections()) {
      for (Layer layer : section.layersOf(role)) {
        if (!layer.isOneShot()) {
          fits.putIfAbsent(layer.loop(), Fit.of(song.loop(layer.loop()), layer));
          beats.merge(layer.loop(), length(layer), Double::sum);
        }
      }
    }
    List<Fit> ordered = new ArrayList<>(fits.values());
    ordered.sort(
        Comparator.comparingDouble((Fit fit) -> -beats.getOrDefault(fit.loop().id(), 0.0)));
    return List.copyOf(ordered);
  }

  private static double length(Layer layer) {
    return layer.placements().stream().map(Placement::length).mapToDouble(l -> l.value()).sum();
  }

  /** The loops that repeat in the song in that role, the most heard first. */
  List<Fit> own(Role role) {
    return own.getOrDefault(role, List.of());
  }

  /** The loops of the library that would do, the best first. */
  List<Fit> others(Role role, String words, List<Fit> beside, Set<LoopId> without) {
    return chooser.ranked(new LayerChooser.Seek(role, words, Optional.empty(), beside, without));
  }

  LayerChooser chooser() {
    return chooser;
  }

  /** The roles that the song or the library has a repeating loop for. */
  Set<Role> atHand() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (!own(role).isEmpty()
          || library.stream().anyMatch(loop -> loop.role() == role && loop.repeats())) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** The loops of a role that may carry it: of drums, whole kits where there are any. */
  static List<Fit> mains(Role role, List<Fit> fits) {
    List<Fit> whole = fits.stream().filter(fit -> Kits.isWhole(fit.loop())).toList();
    return role == Role.DRUMS && !whole.isEmpty() ? whole : fits;
  }

  static Set<LoopId> ids(List<Fit> fits) {
    Set<LoopId> ids = new HashSet<>();
    fits.forEach(fit -> ids.add(fit.loop().id()));
    return ids;
  }
}

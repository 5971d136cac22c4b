package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;

/**
 * Puts other loops in the place of those that some layers play. The layers keep their place, gain
 * and effects; layers that played one loop play one loop again.
 */
public final class LoopSwap {

  private static final double NEAR = 1e-6;

  private final Song song;
  private final List<Loop> library;
  private final LayerChooser chooser;

  /**
   * @param library what there is to choose from
   */
  public LoopSwap(Song song, List<Loop> library) {
    this.song = song;
    this.library = List.copyOf(library);
    chooser = new LayerChooser(library, SongFrame.of(song));
  }

  /**
   * The loops that answer the words best beside what else plays; never one that plays now.
   *
   * @param layers one or more
   * @param words how they should sound; may be blank
   * @throws EditRefused where the library has none
   */
  public Edited chosen(List<LayerPlace> layers, String words) {
    return chosen(layers, words, 0);
  }

  /**
   * The same, with the loops that come after the best ones.
   *
   * @param rank 0 for the best, 1 for the next, and so on; the last where there are fewer
   */
  public Edited chosen(List<LayerPlace> layers, String words, int rank) {
    Set<LoopId> taken = new HashSet<>();
    sections(layers).forEach(id -> song.section(id).layers().forEach(l -> taken.add(l.loop())));
    Map<LoopId, Fit> chosen = new LinkedHashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    for (LayerPlace one : layers) {
      LoopId now = one.layer().loop();
      if (!chosen.containsKey(now)) {
        LayerChooser.Seek seek = seek(layers, one, words, taken);
        List<Fit> ranked = chooser.ranked(seek);
        Optional<Fit> best =
            ranked.isEmpty()
                ? Optional.empty()
                : Optional.of(ranked.get(Math.min(rank, ranked.size() - 1)));
        Fit fit =
            best.or(() -> chosen.values().stream().findFirst())
                .orElseThrow(() -> refused(one, words));
        chooser.shortfall(seek, fit).ifPresent(notes::add);
        chosen.put(now, fit);
        taken.add(fit.loop().id());
      }
    }
    return new Edited(swapped(layers, chosen), List.copyOf(notes));
  }

  private LayerChooser.Seek seek(
      List<LayerPlace> layers, LayerPlace one, String words, Set<LoopId> taken) {
    LoopId now = one.layer().loop();
    Set<SectionId> where =
        sections(layers.stream().filter(other -> other.layer().loop().equals(now)).toList());
    Map<LoopId, Fit> beside = new TreeMap<>();
    for (SectionId id : where) {
      for (Layer layer : song.section(id).layers()) {
        if (!layers.contains(new LayerPlace(id, layer)) && !layer.muted()) {
          beside.putIfAbsent(layer.loop(), Fit.of(song.loop(layer.loop()), layer));
        }
      }
    }
    return new LayerChooser.Seek(
        one.layer().role(), words, Optional.of(known(now)), List.copyOf(beside.values()), taken);
  }

  /** The loop as the library knows it now, else as the song keeps it. */
  private Loop known(LoopId id) {
    return library.stream()
        .filter(loop -> loop.id().equals(id))
        .findFirst()
        .orElseGet(() -> song.loop(id));
  }

  private static Set<SectionId> sections(List<LayerPlace> layers) {
    Set<SectionId> sections = new LinkedHashSet<>();
    layers.forEach(one -> sections.add(one.section()));
    return sections;
  }

  private EditRefused refused(LayerPlace one, String words) {
    Role role = one.layer().role();
    String now = song.loop(one.layer().loop()).name();
    Comparison comparison = new Comparison(words);
    return comparison.isEmpty()
        ? new EditRefused(
            "There is no other %s loop in the library than what plays now, %s. Add some loops.",
            role.word(), now)
        : new EditRefused(
            "No %s loop in the library is %s than %s and not in the song there already. Say another word, or name a loop.",
            role.word(), String.join(" and ", comparison.words()), now);
  }

  /**
   * That very loop for all of the layers.
   *
   * @throws EditRefused where it plays there already, or cannot be fitted
   */
  public Edited named(List<LayerPlace> layers, Loop loop) {
    Role role = layers.getFirst().layer().role();
    List<LayerPlace> others =
        layers.stream().filter(one -> !one.layer().loop().equals(loop.id())).toList();
    if (others.isEmpty()) {
      throw new EditRefused(
          "%s is what plays there already. Name another loop, or say how it should sound.",
          loop.name());
    }
    Fit fit = chooser.fitted(loop, role);
    List<String> notes = new ArrayList<>();
    if (!fit.cycle().equals(Beats.ZERO) && TempoFit.isFar(fit.speed())) {
      notes.add(
          "%s is far from the song's tempo: %s.".formatted(loop.name(), fit.reasons().get(1)));
    }
    Map<LoopId, Fit> chosen = new LinkedHashMap<>();
    others.forEach(one -> chosen.put(one.layer().loop(), fit));
    return new Edited(swapped(others, chosen), notes);
  }

  private Song swapped(List<LayerPlace> layers, Map<LoopId, Fit> chosen) {
    Map<LoopId, Loop> loops = new TreeMap<>();
    chosen.values().forEach(fit -> loops.put(fit.loop().id(), fit.loop()));
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      double end = section.bars().beats(song.facts().meter().beats()).value();
      List<Layer> edited = new ArrayList<>();
      for (Layer layer : section.layers()) {
        Fit fit = chosen.get(layer.loop());
        boolean swaps = fit != null && layers.contains(new LayerPlace(section.id(), layer));
        edited.add(swaps ? playing(layer, fit, end) : layer);
      }
      sections.add(edited.equals(section.layers()) ? section : section.withLayers(edited));
    }
    return song.with(sections, song.transitions(), loops);
  }

  private Layer playing(Layer layer, Fit fit, double end) {
    List<Placement> placed = new ArrayList<>();
    double first = layer.placements().getFirst().start().value();
    double cycle = fit.cycle().value();
    double whole = song.facts().tempo().beatsIn(fit.loop().length()).value();
    for (Placement one : layer.placements()) {
      double start = one.start().value();
      double length = one.length().value();
      boolean rises = one.end().value() > end - NEAR && Accents.rises(fit.loop());
      if (cycle > 0) {
        placed.add(placement(start, length, (start - first) % cycle));
      } else if (rises) {
        double heard = Math.min(length, whole);
        placed.add(placement(end - heard, heard, whole - heard));
      } else {
        placed.add(placement(start, layer.isOneShot() ? Math.min(length, whole) : length, 0));
      }
    }
    return layer.playing(
        fit.loop().id(), fit.cycle(), fit.speed(), fit.shift(), placed, fit.reasons());
  }

  private static Placement placement(double start, double length, double offset) {
    return new Placement(new BeatPosition(start), new Beats(length), new Beats(offset));
  }
}

package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.LayerChooser;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;

/** Adds one more layer to some sections, placed as a section of their kind asks. */
public final class LayerAddition {

  /** What sounds once comes again at the start of each phrase. */
  private static final int PHRASE_BARS = 8;

  private final Song song;
  private final LayerChooser chooser;

  /**
   * @param library what there is to choose from
   */
  public LayerAddition(Song song, List<Loop> library) {
    this.song = song;
    chooser = new LayerChooser(library, SongFrame.of(song));
  }

  /**
   * The loop that fits best beside what plays in the sections.
   *
   * @param words how it should sound; may be blank
   * @throws EditRefused where the library has none that does not play there already
   */
  public Edited chosen(Collection<SectionId> ids, Role role, String words) {
    LayerChooser.Seek seek = seek(ids, role, words);
    Optional<Fit> best = chooser.best(seek);
    Optional<String> shortfall = best.flatMap(fit -> chooser.shortfall(seek, fit));
    Optional<Fit> once = chooser.oneShot(seek);
    boolean rings = once.isPresent() && (best.isEmpty() || shortfall.isPresent());
    Fit fit =
        (rings ? once : best)
            .orElseThrow(
                () ->
                    new EditRefused(
                        "There is no %s loop in the library that does not play there already. Add some loops, or name one.",
                        role.word()));
    List<String> notes = rings ? List.of() : shortfall.stream().toList();
    return new Edited(added(ids, role, fit), notes);
  }

  /**
   * That very loop.
   *
   * @throws EditRefused where it plays in that role there already, or cannot be fitted
   */
  public Edited named(Collection<SectionId> ids, Role role, Loop loop) {
    List<SectionId> free =
        ids.stream()
            .filter(
                id ->
                    song.section(id).layersOf(role).stream()
                        .noneMatch(layer -> layer.loop().equals(loop.id())))
            .toList();
    if (free.isEmpty()) {
      throw new EditRefused(
          "%s plays there already. Name another loop, or turn it up.", loop.name());
    }
    return Edited.of(added(free, role, chooser.fitted(loop, role)));
  }

  private LayerChooser.Seek seek(Collection<SectionId> ids, Role role, String words) {
    Map<LoopId, Fit> beside = new TreeMap<>();
    Set<LoopId> taken = new HashSet<>();
    for (SectionId id : ids) {
      for (Layer layer : song.section(id).layers()) {
        beside.putIfAbsent(layer.loop(), Fit.of(song.loop(layer.loop()), layer));
        taken.add(layer.loop());
      }
    }
    return new LayerChooser.Seek(
        role, words, Optional.empty(), List.copyOf(beside.values()), taken);
  }

  private Song added(Collection<SectionId> ids, Role role, Fit fit) {
    List<Section> sections = new ArrayList<>();
    for (Section section : song.sections()) {
      sections.add(ids.contains(section.id()) ? with(section, role, fit) : section);
    }
    return song.with(sections, song.transitions(), Map.of(fit.loop().id(), fit.loop()));
  }

  private Section with(Section section, Role role, Fit fit) {
    List<Layer> layers = new ArrayList<>(section.layers());
    layers.add(SectionWriter.layer(section, role, fit, places(section, role, fit)));
    return section.withLayers(layers);
  }

  private List<Placement> places(Section section, Role role, Fit fit) {
    int beatsPerBar = song.facts().meter().beats();
    if (fit.cycle().equals(Beats.ZERO)) {
      return struck(section, fit, beatsPerBar);
    }
    Set<Role> roles = EnumSet.of(role);
    roles.addAll(SongSketch.roles(section));
    PlannedSection planned = SectionWriter.planned(section, roles);
    boolean last = song.sections().getLast().equals(section);
    List<Placement> places =
        new Phrasing(beatsPerBar)
            .place(planned, last, role, fit, new SplittableRandom(song.facts().seed()));
    double end = section.bars().beats(beatsPerBar).value();
    return places.isEmpty() ? List.of(placement(0, end, 0)) : places;
  }

  /** At the start of each phrase, or up to the end of the section for what rises. */
  private List<Placement> struck(Section section, Fit fit, int beatsPerBar) {
    double end = section.bars().beats(beatsPerBar).value();
    double beats = song.facts().tempo().beatsIn(fit.loop().length()).value();
    if (chooser.rises(fit.loop())) {
      double length = Math.min(beats, end);
      return List.of(placement(end - length, length, beats - length));
    }
    List<Placement> places = new ArrayList<>();
    double phrase = (double) PHRASE_BARS * beatsPerBar;
    for (double at = 0; at < end; at += phrase) {
      places.add(placement(at, Math.min(beats, Math.min(phrase, end - at)), 0));
    }
    return places;
  }

  private static Placement placement(double start, double length, double offset) {
    return new Placement(new BeatPosition(start), new Beats(length), new Beats(offset));
  }
}

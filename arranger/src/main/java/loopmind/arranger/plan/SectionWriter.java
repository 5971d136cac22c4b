package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.RoleWords;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.SectionOrder;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Bars;

/** Writes one more section into a song that is there, so that it fits what is around it. */
public final class SectionWriter {

  private final Planner planner;
  private final List<Loop> library;

  /**
   * @param library what there is to choose from beside the song's own loops
   */
  public SectionWriter(Planner planner, List<Loop> library) {
    this.planner = planner;
    this.library = List.copyOf(library);
  }

  /**
   * What is to be written.
   *
   * @param kind of the section
   * @param bars its length; {@link Bars#ZERO} leaves it to the planner
   * @param place how many sections stand before it; empty leaves it to the planner
   * @param query words for its feeling and its layers; may be blank
   */
  public record Wish(SectionKind kind, Bars bars, OptionalInt place, String query) {}

  /**
   * The song with one more section.
   *
   * @throws EditRefused where no loop could play in it
   */
  public Edited write(Song song, Wish wish) {
    RoleWords words = new RoleWords(wish.query());
    Palette palette = new Palette(song, library);
    long seed = song.facts().seed() * 31 + song.sections().size() + wish.kind().ordinal();
    PlanRequest request = SongSketch.request(song, palette.atHand(), words, seed);
    SongSketch before = SongSketch.of(song);
    Infill.Spot spot =
        planner.spot(request, before.form(), wish.kind(), wish.bars().count(), wish.place());
    SongSketch sketch = before.with(spot.at(), wish.kind(), spot.bars());
    List<Expectation> expected = planner.expected(sketch.form(), request);
    Dice dice = new Dice(seed);
    double energy =
        sketch.energy(spot.at(), expected.get(spot.at()).energy(), EnergyCurve.shift(words.rest()));
    Set<Role> roles = roles(sketch, expected, request, words, spot.at(), dice.split());
    Optional<Section> like = like(song, wish.kind(), spot.at());
    LayerPicker picker = new LayerPicker(song, palette, words);
    roles.forEach(role -> picker.pick(role, wish.kind(), energy, like));
    varyOnce(picker, like, words);
    Section section = section(song, wish.kind(), spot, energy, picker, like, seed);
    return placed(song, section, spot.at(), picker, dice.split());
  }

  /** The last section of the kind before a place, else the first after it. */
  private static Optional<Section> like(Song song, SectionKind kind, int at) {
    Optional<Section> found = Optional.empty();
    for (int i = 0; i < song.sections().size(); i++) {
      Section section = song.sections().get(i);
      if (section.kind() == kind && (i < at || found.isEmpty())) {
        found = Optional.of(section);
      }
    }
    return found;
  }

  static Set<Role> roles(
      SongSketch sketch,
      List<Expectation> expected,
      PlanRequest request,
      RoleWords words,
      int at,
      Dice dice) {
    if (words.only()) {
      return EnumSet.copyOf(words.wanted().keySet());
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(
        Instrumentation.within(sketch.form(), expected, request, sketch.roles(), at, dice));
    int more = Density.of(words.rest());
    List<Role> ranked = Instrumentation.ranked(sketch.form(), expected, request, at);
    if (more > 0) {
      ranked.stream().filter(role -> !roles.contains(role)).findFirst().ifPresent(roles::add);
    } else if (more < 0) {
      ranked.reversed().stream()
          .filter(roles::contains)
          .limit(Math.max(0, Math.min(2, roles.size() - 2)))
          .forEach(roles::remove);
    }
    roles.addAll(words.wanted().keySet());
    return roles;
  }

  /** A section that would be just like an earlier one gets another loop in one role. */
  private static void varyOnce(LayerPicker picker, Optional<Section> like, RoleWords words) {
    if (like.isEmpty() || !picker.picked().keySet().equals(SongSketch.roles(like.get()))) {
      return;
    }
    for (Role role : List.of(Role.MELODY, Role.PERCUSSION, Role.PAD, Role.DRUMS, Role.CHORDS)) {
      Optional<Fit> other =
          picker.picked().containsKey(role) && !words.wanted().containsKey(role)
              ? picker.other(role, Set.of())
              : Optional.empty();
      if (other.isPresent()) {
        picker.put(role, List.of(other.get()));
        return;
      }
    }
  }

  private static Section section(
      Song song,
      SectionKind kind,
      Infill.Spot spot,
      double energy,
      LayerPicker picker,
      Optional<Section> like,
      long seed) {
    SectionId id = song.freeId(kind);
    Bars bars = new Bars(spot.bars());
    boolean last = spot.at() == song.sections().size();
    Section empty = new Section(id, kind, bars, energy, List.of(), Optional.empty());
    List<Layer> layers = layers(empty, picker.picked(), last, song.facts().meter().beats(), seed);
    Optional<SectionId> original =
        like.filter(section -> song.sections().indexOf(section) < spot.at())
            .map(section -> section.variationOf().orElse(section.id()));
    List<Layer> hits = like.map(SectionWriter::hits).orElse(List.of());
    boolean fits = like.map(section -> section.bars().compareTo(bars) <= 0).orElse(false);
    return joined(empty.withLayers(layers), fits ? hits : List.of()).withVariationOf(original);
  }

  /** What marks the start of a section. */
  private static List<Layer> hits(Section section) {
    return section.layers().stream()
        .filter(layer -> layer.isOneShot() && layer.placements().size() == 1)
        .filter(layer -> layer.placements().getFirst().start().value() == 0)
        .toList();
  }

  /**
   * Layers for a section of that kind, length and energy.
   *
   * @param last whether the song ends with it
   * @throws EditRefused where there is no loop to play
   */
  static List<Layer> layers(
      Section section, Map<Role, List<Fit>> picked, boolean last, int beatsPerBar, long seed) {
    if (picked.isEmpty()) {
      throw new EditRefused(
          "The %s would be silent: neither the song nor the library has a loop for it. Add some loops, or ask for other layers.",
          section.kind().word());
    }
    PlannedSection planned = planned(section, picked.keySet());
    Phrasing phrasing = new Phrasing(beatsPerBar);
    SplittableRandom chance = new SplittableRandom(seed);
    Section growing = section.withLayers(List.of());
    for (Map.Entry<Role, List<Fit>> one : new TreeMap<>(picked).entrySet()) {
      for (Fit fit : one.getValue()) {
        List<Placement> where = phrasing.place(planned, last, one.getKey(), fit, chance);
        if (!where.isEmpty()) {
          List<Layer> more = new ArrayList<>(growing.layers());
          more.add(layer(growing, one.getKey(), fit, where));
          growing = growing.withLayers(more);
        }
      }
    }
    return growing.layers();
  }

  /** A section with more layers, which get the names that are free. */
  static Section joined(Section section, List<Layer> more) {
    Section growing = section;
    for (Layer layer : more) {
      List<Layer> layers = new ArrayList<>(growing.layers());
      layers.add(layer.named(growing.freeId(layer.role())));
      growing = growing.withLayers(layers);
    }
    return growing;
  }

  static PlannedSection planned(Section section, Set<Role> roles) {
    return new PlannedSection(
        section.kind(),
        section.bars(),
        roles,
        section.energy(),
        Optional.empty(),
        OptionalInt.empty());
  }

  static Layer layer(Section section, Role role, Fit fit, List<Placement> where) {
    return new Layer(
        section.freeId(role),
        role,
        fit.loop().id(),
        fit.cycle(),
        fit.speed(),
        fit.shift(),
        LayerWriter.gain(section.energy(), role),
        where,
        fit.reasons());
  }

  private static Edited placed(Song song, Section section, int at, LayerPicker picker, Dice dice) {
    Map<LoopId, Loop> loops = new TreeMap<>();
    picker.picked().values().forEach(fits -> fits.forEach(f -> loops.put(f.loop().id(), f.loop())));
    List<Section> order = song.sections();
    Optional<TransitionKind> into = Optional.empty();
    if (at > 0) {
      into = Optional.of(way(order.get(at - 1), section, dice.split()));
    }
    Optional<TransitionKind> next = Optional.empty();
    if (at < order.size()) {
      next = onward(song, section, order.get(at), dice.split());
    }
    Song written = SectionOrder.with(song, section, at, into, next, loops);
    return new Edited(written, List.copyOf(picker.notes()));
  }

  private static TransitionKind way(Section from, Section to, Dice dice) {
    return TransitionRules.into(
        from.kind(), to.kind(), SongSketch.roles(from), to.energy() - from.energy(), dice);
  }

  /** What leads into the next section stays where it still makes sense. */
  private static Optional<TransitionKind> onward(
      Song song, Section section, Section next, Dice dice) {
    Set<Role> playing = SongSketch.roles(section);
    double lift = next.energy() - section.energy();
    boolean stays =
        song.transitionInto(next.id())
            .filter(
                way ->
                    TransitionRules.suits(way.kind(), section.kind(), next.kind(), playing, lift))
            .isPresent();
    return stays ? Optional.empty() : Optional.of(way(section, next, dice));
  }
}

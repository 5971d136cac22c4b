package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.choose.Refit;
import loopmind.arranger.choose.Reselection;
import loopmind.arranger.choose.SongFrame;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.Bpm;

/**
 * Makes the same song another genre: its form as the style has it, its own loops where the style
 * can use them, who plays where planned anew. The key stays; the tempo goes where the style is.
 */
public final class Restyling {

  private final Planner planner;
  private final List<Loop> library;

  /**
   * @param library what there is to choose from beside the song's own loops
   */
  public Restyling(Planner planner, List<Loop> library) {
    this.planner = planner;
    this.library = List.copyOf(library);
  }

  /**
   * The song in that style.
   *
   * @param keep roles whose layers stay as they are, fitted to the tempo
   */
  public Edited restyle(Song song, Style style, Set<Role> keep) {
    Bpm tempo = Reselection.tempo(song, style);
    SongFrame frame = new SongFrame(style, tempo, song.facts().key(), song.facts().meter());
    Reselection loops = new Reselection(song, library, frame, keep);
    List<FormTurn.Turned> turned = FormTurn.of(song, style.dance());
    Plan plan = plan(song, frame, turned, loops, keep);
    Song fitted = Refit.at(song, tempo).song();
    Palette palette = new Palette(restyled(fitted, style, tempo), library);
    List<Section> sections = new ArrayList<>();
    Map<SectionId, Transition> ways = new LinkedHashMap<>();
    Map<LoopId, Loop> used = new TreeMap<>(song.loops());
    Names names = new Names(fitted, turned);
    for (int i = 0; i < turned.size(); i++) {
      Section section = section(fitted, turned, i, plan, loops, palette, names, keep, used);
      sections.add(section);
      Optional<Transition> into =
          i == 0
              ? Optional.empty()
              : plan.sections()
                  .get(i)
                  .into()
                  .map(kind -> way(kind, plan.sections(), sections, song));
      into.ifPresent(way -> ways.put(section.id(), way));
    }
    SongFacts facts = facts(song, style, tempo);
    return new Edited(new Song(facts, sections, ways, used), notes(song, tempo, loops));
  }

  private static Transition way(
      TransitionKind kind, List<PlannedSection> planned, List<Section> written, Song song) {
    Bars before = planned.get(written.size() - 2).bars();
    return Transition.of(kind, before, song.facts().meter().beats());
  }

  private static List<String> notes(Song song, Bpm tempo, Reselection loops) {
    List<String> notes = new ArrayList<>(loops.notes());
    if (!tempo.equals(song.facts().tempo())) {
      notes.add(
          "The tempo is %.0f BPM instead of %.0f, as the style has it; the key stays %s."
              .formatted(tempo.value(), song.facts().tempo().value(), song.facts().key()));
    }
    return notes;
  }

  private static SongFacts facts(Song song, Style style, Bpm tempo) {
    SongFacts was = song.facts();
    return new SongFacts(
        was.title(),
        style.name(),
        tempo,
        was.meter(),
        was.key(),
        was.seed(),
        was.mix().with(style.loudness()));
  }

  private static Song restyled(Song song, Style style, Bpm tempo) {
    return song.withFacts(facts(song, style, tempo));
  }

  private Plan plan(
      Song song, SongFrame frame, List<FormTurn.Turned> turned, Reselection loops, Set<Role> keep) {
    List<Form.Part> parts = new ArrayList<>();
    turned.forEach(one -> parts.add(new Form.Part(one.kind(), one.bars())));
    Set<Role> atHand = EnumSet.noneOf(Role.class);
    loops.fits().forEach((role, fits) -> addIf(atHand, role, !fits.isEmpty()));
    library.stream()
        .filter(Loop::repeats)
        .map(Loop::role)
        .filter(role -> frame.style().carriers().contains(role))
        .forEach(atHand::add);
    atHand.addAll(keep);
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    wanted.addAll(keep);
    // somebody's voice and tunes are the song, whatever the style usually has
    for (Role own : List.of(Role.VOCAL, Role.MELODY)) {
      addIf(wanted, own, !loops.fits().getOrDefault(own, Map.of()).isEmpty());
    }
    PlanRequest request =
        new PlanRequest(
            frame.style(),
            frame.tempo(),
            frame.meter(),
            Bars.ZERO,
            List.of(),
            atHand,
            wanted,
            Set.of(),
            List.of(),
            song.facts().seed());
    return planner.dressed(new Form(parts, 0), request);
  }

  private static void addIf(Set<Role> roles, Role role, boolean there) {
    if (there) {
      roles.add(role);
    }
  }

  private static Section section(
      Song fitted,
      List<FormTurn.Turned> turned,
      int at,
      Plan plan,
      Reselection loops,
      Palette palette,
      Names names,
      Set<Role> keep,
      Map<LoopId, Loop> used) {
    FormTurn.Turned one = turned.get(at);
    PlannedSection planned = plan.sections().get(at);
    Section source = fitted.sections().get(one.source());
    boolean whole = source.bars().count() == one.bars();
    Map<Role, List<Fit>> picked = new LinkedHashMap<>();
    for (Role role : planned.layers()) {
      if (!keep.contains(role) || !whole) {
        List<Fit> fits = fits(source, role, loops, palette, keep);
        if (!fits.isEmpty()) {
          picked.put(role, fits);
        }
      }
    }
    picked.values().forEach(fits -> fits.forEach(f -> used.put(f.loop().id(), f.loop())));
    Section empty =
        new Section(
            names.of(at),
            one.kind(),
            new Bars(one.bars()),
            planned.energy(),
            List.of(),
            planned.variationOf().isPresent()
                ? Optional.of(names.of(planned.variationOf().getAsInt()))
                : Optional.empty(),
            source.effects());
    List<Layer> layers = new ArrayList<>();
    if (whole) {
      source.layers().stream()
          .filter(layer -> keep.contains(layer.role()) || layer.isOneShot())
          .forEach(layers::add);
    }
    return empty.withLayers(filled(empty, layers, picked, at == turned.size() - 1, fitted, at));
  }

  private static List<Layer> filled(
      Section empty,
      List<Layer> kept,
      Map<Role, List<Fit>> picked,
      boolean last,
      Song song,
      int at) {
    if (picked.isEmpty()) {
      return kept;
    }
    List<Layer> fresh =
        SectionWriter.layers(
            empty, picked, last, song.facts().meter().beats(), song.facts().seed() * 31 + at);
    Section growing = empty.withLayers(kept);
    for (Layer layer : fresh) {
      List<Layer> more = new ArrayList<>(growing.layers());
      more.add(layer.named(growing.freeId(layer.role())));
      growing = growing.withLayers(more);
    }
    return growing.layers();
  }

  /** What the section's own loops of a role became, else the song's, else the library's best. */
  private static List<Fit> fits(
      Section source, Role role, Reselection loops, Palette palette, Set<Role> keep) {
    Map<LoopId, Fit> became = loops.fits().getOrDefault(role, Map.of());
    List<Fit> fits = new ArrayList<>();
    for (Layer layer : source.layersOf(role)) {
      Optional.ofNullable(became.get(layer.loop()))
          .filter(fit -> !Palette.ids(fits).contains(fit.loop().id()))
          .ifPresent(fits::add);
    }
    if (fits.isEmpty() && !keep.contains(role)) {
      became.values().stream().findFirst().ifPresent(fits::add);
    }
    if (fits.isEmpty() && !keep.contains(role)) {
      Palette.mains(role, palette.others(role, "", List.of(), new HashSet<>())).stream()
          .findFirst()
          .ifPresent(fits::add);
    }
    return fits;
  }

  /** Sections that stay what they were keep their name; the others get a new one. */
  private static final class Names {

    private final List<SectionId> ids = new ArrayList<>();

    Names(Song song, List<FormTurn.Turned> turned) {
      Set<SectionId> taken = new HashSet<>();
      song.sections().forEach(section -> taken.add(section.id()));
      Map<SectionKind, Integer> counts = new TreeMap<>();
      Set<Integer> sources = new HashSet<>();
      for (FormTurn.Turned one : turned) {
        Section source = song.sections().get(one.source());
        boolean stays = source.kind() == one.kind() && sources.add(one.source());
        ids.add(stays ? source.id() : fresh(one.kind(), counts, taken));
      }
    }

    private static SectionId fresh(
        SectionKind kind, Map<SectionKind, Integer> counts, Set<SectionId> taken) {
      SectionId id;
      do {
        id = new SectionId(kind.word() + "-" + counts.merge(kind, 1, Integer::sum));
      } while (!taken.add(id));
      return id;
    }

    SectionId of(int at) {
      return ids.get(at);
    }
  }
}

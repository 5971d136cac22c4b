package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import loopmind.arranger.choose.Fit;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.arranger.units.Bars;

/** The sections of a song in another style, written one after another. */
final class RestyledSections {

  private final Song fitted;
  private final List<FormTurn.Turned> turned;
  private final Plan plan;
  private final Map<Role, Map<LoopId, Fit>> became;
  private final Palette palette;
  private final Set<Role> keep;
  private final Names names;
  private final List<Section> sections = new ArrayList<>();
  private final Map<SectionId, Transition> ways = new LinkedHashMap<>();
  private final Map<LoopId, Loop> loops = new TreeMap<>();

  /**
   * @param fitted the song as it was, at the new tempo
   * @param turned its form as the style has it
   * @param plan who plays in each section of that form
   * @param became what each loop of a role is in the style
   * @param palette the song's loops, and the library beside them
   * @param keep roles whose layers stay
   */
  RestyledSections(
      Song fitted,
      List<FormTurn.Turned> turned,
      Plan plan,
      Map<Role, Map<LoopId, Fit>> became,
      Palette palette,
      Set<Role> keep) {
    this.fitted = fitted;
    this.turned = turned;
    this.plan = plan;
    this.became = became;
    this.palette = palette;
    this.keep = keep;
    names = new Names(fitted, turned);
    for (int i = 0; i < turned.size(); i++) {
      sections.add(section(i));
      lead(i);
    }
  }

  List<Section> sections() {
    return sections;
  }

  Map<SectionId, Transition> transitions() {
    return ways;
  }

  /** The loops that were picked. */
  Map<LoopId, Loop> loops() {
    return loops;
  }

  private void lead(int at) {
    if (at > 0) {
      Bars before = sections.get(at - 1).bars();
      plan.sections()
          .get(at)
          .into()
          .map(kind -> Transition.of(kind, before, fitted.facts().meter().beats()))
          .ifPresent(way -> ways.put(names.of(at), way));
    }
  }

  private Section section(int at) {
    PlannedSection planned = plan.sections().get(at);
    Section source = fitted.sections().get(turned.get(at).source());
    Optional<SectionId> original =
        planned.variationOf().isPresent()
            ? Optional.of(names.of(planned.variationOf().getAsInt()))
            : Optional.empty();
    Section empty =
        new Section(
            names.of(at),
            planned.kind(),
            planned.bars(),
            planned.energy(),
            List.of(),
            original,
            source.effects());
    boolean whole = source.bars().equals(planned.bars());
    List<Layer> kept =
        source.layers().stream()
            .filter(layer -> whole && (keep.contains(layer.role()) || layer.isOneShot()))
            .toList();
    return filled(empty.withLayers(kept), picked(planned, source, whole), at);
  }

  private Map<Role, List<Fit>> picked(PlannedSection planned, Section source, boolean whole) {
    Map<Role, List<Fit>> picked = new LinkedHashMap<>();
    for (Role role : planned.layers()) {
      List<Fit> fits = keep.contains(role) && whole ? List.of() : fits(source, role);
      if (!fits.isEmpty()) {
        picked.put(role, fits);
        fits.forEach(fit -> loops.put(fit.loop().id(), fit.loop()));
      }
    }
    return picked;
  }

  private Section filled(Section section, Map<Role, List<Fit>> picked, int at) {
    if (picked.isEmpty()) {
      return section;
    }
    boolean last = at == turned.size() - 1;
    long seed = fitted.facts().seed() * 31 + at;
    List<Layer> fresh =
        SectionWriter.layers(section, picked, last, fitted.facts().meter().beats(), seed);
    return SectionWriter.joined(section, fresh);
  }

  /** What the section's own loops of a role became, else the song's, else the library's best. */
  private List<Fit> fits(Section source, Role role) {
    Map<LoopId, Fit> mine = became.getOrDefault(role, Map.of());
    List<Fit> fits = new ArrayList<>();
    for (Layer layer : source.layersOf(role)) {
      Optional.ofNullable(mine.get(layer.loop()))
          .filter(fit -> !Palette.ids(fits).contains(fit.loop().id()))
          .ifPresent(fits::add);
    }
    if (fits.isEmpty() && !keep.contains(role)) {
      mine.values().stream().findFirst().ifPresent(fits::add);
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

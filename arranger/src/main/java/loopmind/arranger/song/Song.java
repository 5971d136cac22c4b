package loopmind.arranger.song;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.TempoMap;
import org.jspecify.annotations.Nullable;

/**
 * A song: its sections as a graph of what follows what, what varies what, and which loop sounds
 * where. Immutable; an edit returns a new song.
 *
 * <p>Questions about relations (play order, uses of a loop, what an edit touches) are put to the
 * graph; facts of single parts are in the records.
 */
public final class Song {

  private final SongFacts facts;
  private final Map<SectionId, Section> sections;
  private final Map<SectionId, Transition> into;
  private final Map<LoopId, Loop> loops;

  /** Built when first asked and given up for want of memory: a history keeps thousands of songs. */
  private volatile @Nullable SoftReference<SongGraph> graph;

  /**
   * @param facts what holds for the whole song
   * @param sections in play order; at least one
   * @param into transition into a section, for those that have one; not the first
   * @param loops the loops that the layers name; others are left out
   * @throws IllegalArgumentException where two sections have one id, one varies a section that is
   *     not there, a layer names a loop that is not among {@code loops}, or plays beyond its
   *     section
   */
  public Song(
      SongFacts facts,
      List<Section> sections,
      Map<SectionId, Transition> into,
      Map<LoopId, Loop> loops) {
    if (sections.isEmpty()) {
      throw new EditRefused("The song would have no section. Leave at least one.");
    }
    this.facts = facts;
    Map<SectionId, Section> byId = new LinkedHashMap<>();
    for (Section section : sections) {
      if (byId.put(section.id(), section) != null) {
        throw new IllegalArgumentException("Two sections are named %s.".formatted(section.id()));
      }
      check(section, loops);
    }
    for (Section section : sections) {
      if (section.variationOf().filter(original -> !byId.containsKey(original)).isPresent()) {
        throw new IllegalArgumentException(
            "Section %s would vary %s, which the song does not have."
                .formatted(section.id(), section.variationOf().get()));
      }
    }
    this.sections = byId;
    this.into = new LinkedHashMap<>();
    sections.stream()
        .skip(1)
        .map(Section::id)
        .filter(into::containsKey)
        .forEach(id -> this.into.put(id, Objects.requireNonNull(into.get(id))));
    this.loops = new TreeMap<>();
    for (Section section : sections) {
      for (Layer layer : section.layers()) {
        this.loops.computeIfAbsent(
            layer.loop(), id -> Objects.requireNonNull(loops.get(id)).withoutEmbedding());
      }
    }
  }

  private SongGraph graph() {
    SoftReference<SongGraph> kept = graph;
    SongGraph found = kept == null ? null : kept.get();
    if (found == null) {
      found = new SongGraph(sections(), into);
      graph = new SoftReference<>(found);
    }
    return found;
  }

  private void check(Section section, Map<LoopId, Loop> known) {
    double end = section.bars().beats(facts.meter().beats()).value();
    for (Layer layer : section.layers()) {
      if (!known.containsKey(layer.loop())) {
        throw new IllegalArgumentException(
            "Layer %s of %s names loop %s, which the song does not have."
                .formatted(layer.id(), section.id(), layer.loop()));
      }
      double last = layer.placements().getLast().end().value();
      if (last > end + 1e-9) {
        throw new IllegalArgumentException(
            "Layer %s of %s plays to beat %s, but the section ends at beat %s."
                .formatted(layer.id(), section.id(), last, end));
      }
    }
  }

  public SongFacts facts() {
    return facts;
  }

  /** The sections in play order. */
  public List<Section> sections() {
    return List.copyOf(sections.values());
  }

  /**
   * @throws EditRefused where the song has no such section
   */
  public Section section(SectionId id) {
    Section found = sections.get(id);
    if (found == null) {
      throw new EditRefused(
          "There is no section %s; the song has %s.",
          id, sections.keySet().stream().map(SectionId::text).collect(Collectors.joining(", ")));
    }
    return found;
  }

  /** The section that follows; empty for the last. */
  public Optional<Section> after(SectionId id) {
    return graph().after(section(id).id()).map(this::section);
  }

  /** The transition into a section; empty where it has none. */
  public Optional<Transition> transitionInto(SectionId id) {
    return graph().transitionInto(section(id).id());
  }

  /** The loops that sound, by id. */
  public Map<LoopId, Loop> loops() {
    return Collections.unmodifiableMap(loops);
  }

  /**
   * @throws IllegalArgumentException where no layer names it
   */
  public Loop loop(LoopId id) {
    Loop found = loops.get(id);
    if (found == null) {
      throw new IllegalArgumentException("The song does not use loop %s.".formatted(id));
    }
    return found;
  }

  /** Where a loop sounds: the layers that play it, by section; empty where it does not. */
  public Map<SectionId, Set<LayerId>> usesOf(LoopId loop) {
    return graph().usesOf(loop);
  }

  /** The sections that vary {@code original}, directly or by way of another variation. */
  public Set<SectionId> variationsOf(SectionId original) {
    return graph().variationsOf(section(original).id());
  }

  /** The first bar of a section, counted from 0. */
  public int startBar(SectionId id) {
    int bar = 0;
    for (Section section : sections()) {
      if (section.id().equals(id)) {
        return bar;
      }
      bar += section.bars().count();
    }
    throw new EditRefused("There is no section %s in the song.", id);
  }

  public Bars bars() {
    return sections.values().stream().map(Section::bars).reduce(Bars.ZERO, Bars::plus);
  }

  /** All conversions of this song between bars, beats, seconds and frames. */
  public TempoMap tempoMap(SampleRate rate) {
    return new TempoMap(facts.tempo(), facts.meter().beats(), rate);
  }

  public Seconds length() {
    return tempoMap(SampleRate.STUDIO).secondsOf(bars());
  }

  /** Where a section begins, from the start of the song. */
  public BeatPosition startOf(SectionId id) {
    return tempoMap(SampleRate.STUDIO).startOfBar(startBar(id));
  }

  /**
   * The sections of this song whose sound may differ from that in {@code earlier}, by id and place.
   * Everything, where tempo, meter or key differ, because then nothing lies where it lay.
   */
  public Set<SectionId> toRenderAfter(Song earlier) {
    Set<SectionId> all = sections.keySet();
    if (!facts.tempo().equals(earlier.facts.tempo())
        || !facts.meter().equals(earlier.facts.meter())) {
      return new LinkedHashSet<>(all);
    }
    Set<SectionId> changed = new LinkedHashSet<>();
    for (Section section : sections()) {
      SectionId id = section.id();
      boolean same =
          section.equals(earlier.sections.get(id))
              && startBar(id) == earlier.startBar(id)
              && transitionInto(id).equals(earlier.transitionInto(id))
              && after(id).map(Section::id).equals(earlier.after(id).map(Section::id));
      if (!same) {
        changed.add(id);
      }
    }
    return graph().dependentOn(changed);
  }

  public Song withFacts(SongFacts others) {
    return new Song(others, sections(), into, loops);
  }

  /** Other sections and transitions under the same facts; {@code more} loops are at hand too. */
  public Song with(
      List<Section> others, Map<SectionId, Transition> transitions, Map<LoopId, Loop> more) {
    Map<LoopId, Loop> all = new TreeMap<>(loops);
    all.putAll(more);
    return new Song(facts, others, transitions, all);
  }

  /** Replaces every layer that {@code places} name by {@code edit} of it. */
  public Song withLayers(Collection<LayerPlace> places, UnaryOperator<Layer> edit) {
    List<Section> edited = new ArrayList<>();
    for (Section section : sections()) {
      List<Layer> layers = new ArrayList<>();
      for (Layer layer : section.layers()) {
        layers.add(
            places.contains(new LayerPlace(section.id(), layer)) ? edit.apply(layer) : layer);
      }
      edited.add(layers.equals(section.layers()) ? section : section.withLayers(layers));
    }
    return with(edited, into, Map.of());
  }

  /** A name for one more section of that kind, after all that there are. */
  public SectionId freeId(SectionKind kind) {
    int n = 1;
    for (SectionId id : sections.keySet()) {
      String text = id.text();
      if (text.matches(kind.word() + "-[0-9]{1,6}")) {
        n = Math.max(n, Integer.parseInt(text.substring(text.indexOf('-') + 1)) + 1);
      }
    }
    return new SectionId(kind.word() + "-" + n);
  }

  /** Replaces one section by {@code edit} of it. */
  public Song withSection(SectionId id, Function<Section, Section> edit, Map<LoopId, Loop> more) {
    List<Section> edited = new ArrayList<>();
    for (Section section : sections()) {
      edited.add(section.id().equals(section(id).id()) ? edit.apply(section) : section);
    }
    return with(edited, into, more);
  }

  /** The transitions by the section they lead into. */
  public Map<SectionId, Transition> transitions() {
    return Collections.unmodifiableMap(into);
  }

  /** The roles that sound anywhere, in the order of {@link Role}. */
  public Set<Role> roles() {
    Set<Role> found = new HashSet<>();
    sections.values().forEach(s -> s.layers().forEach(layer -> found.add(layer.role())));
    return found.isEmpty() ? Set.of() : EnumSet.copyOf(found);
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Song song
            && facts.equals(song.facts)
            && sections().equals(song.sections())
            && into.equals(song.into)
            && loops.equals(song.loops));
  }

  @Override
  public int hashCode() {
    return Objects.hash(facts, sections, into);
  }

  @Override
  public String toString() {
    return "%s (%s, %s BPM, %s, %d bars)"
        .formatted(
            facts.title(), facts.style(), facts.tempo().value(), facts.key(), bars().count());
  }
}

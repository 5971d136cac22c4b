package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;

/**
 * Finds the layers that somebody means by a role and, where there are several, by words for the
 * sound. The role that a loop has in the song counts, not the one it was heard to have.
 */
public final class LayerFinder {

  /** Layers that answer less surely than the best by more than this are not meant. */
  private static final double CLEARLY_LESS = 0.15;

  /** More than a word for the role alone. */
  private static final double NAMED = 0.5;

  private final Song song;

  public LayerFinder(Song song) {
    this.song = song;
  }

  /**
   * The layers meant; sections that lack them are passed over.
   *
   * @param sections where to look
   * @param role of the layers; empty for any
   * @param query words that pick some of several; may be blank
   * @throws EditRefused where there is none, saying what is there
   */
  public List<LayerPlace> find(Collection<SectionId> sections, Optional<Role> role, String query) {
    List<LayerPlace> all = new ArrayList<>();
    for (SectionId id : sections) {
      for (Layer layer : song.section(id).layers()) {
        if (role.isEmpty() || layer.role() == role.get()) {
          all.add(new LayerPlace(id, layer));
        }
      }
    }
    if (all.isEmpty()) {
      throw absent(sections, role, query);
    }
    return query.isBlank() ? all : picked(all, sections, role, query);
  }

  /**
   * The layers of a role that play the loop of exactly that name; none where there is no such loop.
   *
   * @param sections where to look
   */
  public List<LayerPlace> playing(Collection<SectionId> sections, Role role, String loop) {
    List<LayerPlace> all = new ArrayList<>();
    for (SectionId id : sections) {
      for (Layer layer : song.section(id).layersOf(role)) {
        if (song.loop(layer.loop()).name().equalsIgnoreCase(loop.strip())) {
          all.add(new LayerPlace(id, layer));
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * The layers that get another loop. Words that name a part, such as "snare", pick the layers of
   * that part; other words say how the new loop should sound, and the main layer of each section is
   * meant.
   *
   * @throws EditRefused where there is none, saying what is there
   */
  public List<LayerPlace> replaceable(Collection<SectionId> sections, Role role, String query) {
    List<LayerPlace> all = find(sections, Optional.of(role), "");
    WordMatch words = new WordMatch(List.of(query));
    boolean part = WordMatch.split(query).stream().anyMatch(Kits.PARTS::contains);
    List<LayerPlace> named =
        all.stream()
            .filter(one -> part && words.named(song.loop(one.layer().loop()), role) > NAMED)
            .toList();
    return named.isEmpty() ? mains(all) : named;
  }

  /** Of each section the first layer that repeats, else the first. */
  private static List<LayerPlace> mains(List<LayerPlace> all) {
    Map<SectionId, LayerPlace> mains = new LinkedHashMap<>();
    for (LayerPlace one : all) {
      LayerPlace main = mains.putIfAbsent(one.section(), one);
      if (main != null && main.layer().isOneShot() && !one.layer().isOneShot()) {
        mains.put(one.section(), one);
      }
    }
    return List.copyOf(mains.values());
  }

  /** Those that answer most of the words; all of them where the words name no other sound. */
  private List<LayerPlace> picked(
      List<LayerPlace> all, Collection<SectionId> sections, Optional<Role> role, String query) {
    WordMatch words = new WordMatch(List.of(query));
    Map<LoopId, Double> answered = new TreeMap<>();
    for (LayerPlace one : all) {
      answered.computeIfAbsent(
          one.layer().loop(), id -> words.named(song.loop(id), one.layer().role()));
    }
    double most = answered.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (most > 0) {
      return all.stream()
          .filter(one -> answered.getOrDefault(one.layer().loop(), 0.0) > most - CLEARLY_LESS)
          .toList();
    }
    Set<String> said = WordMatch.split(query);
    boolean part = said.stream().anyMatch(Kits.PARTS::contains);
    boolean namesRole = !part && said.stream().anyMatch(word -> RoleWords.of(word).equals(role));
    boolean ofAKit = part && role.equals(Optional.of(Role.DRUMS));
    if (role.isEmpty() || ofAKit || (answered.size() > 1 && !namesRole)) {
      throw unanswered(all, sections, query);
    }
    return all;
  }

  private EditRefused absent(Collection<SectionId> sections, Optional<Role> role, String query) {
    String what = role.map(Role::word).orElse(query.isBlank() ? "layer" : "\"" + query + "\"");
    boolean several = role.filter(one -> one == Role.DRUMS || one == Role.CHORDS).isPresent();
    String where = SectionNames.phrase(song, sections);
    Set<String> there = new LinkedHashSet<>();
    for (SectionId id : sections) {
      song.section(id).layers().forEach(layer -> there.add(layer.role().word()));
    }
    String elsewhere =
        role.isEmpty()
            ? ""
            : song.sections().stream()
                .filter(section -> !section.layersOf(role.get()).isEmpty())
                .map(Section::id)
                .map(id -> SectionNames.of(song, id))
                .collect(Collectors.joining(", "));
    return new EditRefused(
        "There %s no %s in %s; %s.%s",
        several ? "are" : "is",
        what,
        where,
        there.isEmpty() ? "it is silent" : "it has " + SectionNames.list(List.copyOf(there)),
        elsewhere.isEmpty()
            ? " Name one of these, or add a layer."
            : " The %s %s in %s.".formatted(what, several ? "play" : "plays", elsewhere));
  }

  private EditRefused unanswered(
      List<LayerPlace> all, Collection<SectionId> sections, String query) {
    Set<String> there = new LinkedHashSet<>();
    for (LayerPlace one : all) {
      there.add(
          "%s (%s)".formatted(song.loop(one.layer().loop()).name(), one.layer().role().word()));
    }
    return new EditRefused(
        "Nothing in %s answers to \"%s\"; there is %s. Name one of these.",
        SectionNames.phrase(song, sections), query, SectionNames.list(List.copyOf(there)));
  }
}

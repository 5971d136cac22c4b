package loopmind.tools;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loopmind.arranger.choose.LayerFinder;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import org.jspecify.annotations.Nullable;

/** Tells what plays in some sections, and how. */
final class LayerFacts {

  private final Song song;
  private final List<SectionId> sections;

  LayerFacts(Song song, List<SectionId> sections) {
    this.song = song;
    this.sections = List.copyOf(sections);
  }

  /** The roles that sound in the sections. */
  Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    sections.forEach(id -> song.section(id).layers().forEach(layer -> roles.add(layer.role())));
    return roles;
  }

  private String where() {
    return SectionNames.phrase(song, sections);
  }

  /**
   * Which loops play a role, and where.
   *
   * @param words that may pick one of several layers
   * @param why whether the reasons kept with the choice are told
   */
  String plays(Role role, String words, boolean why) {
    List<LayerPlace> layers = layers(role, words);
    if (layers.isEmpty()) {
      return "There is no %s in %s.".formatted(role.word(), where());
    }
    Map<String, List<SectionId>> places = new LinkedHashMap<>();
    Map<String, Set<String>> reasons = new LinkedHashMap<>();
    for (LayerPlace one : layers) {
      String name = song.loop(one.layer().loop()).name();
      List<SectionId> ids = places.computeIfAbsent(name, any -> new ArrayList<>());
      if (!ids.contains(one.section())) {
        ids.add(one.section());
      }
      reasons.computeIfAbsent(name, any -> new LinkedHashSet<>()).addAll(one.layer().reasons());
    }
    return Sentences.upper(role.word())
        + ": "
        + places.entrySet().stream()
            .map(one -> line(one.getKey(), one.getValue(), why ? reasons.get(one.getKey()) : null))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private String line(String name, List<SectionId> ids, @Nullable Set<String> reasons) {
    String line = "%s in %s".formatted(name, SectionNames.phrase(song, ids));
    return reasons == null ? line : line + ", because: " + String.join(", ", reasons);
  }

  private List<LayerPlace> layers(Role role, String words) {
    List<LayerPlace> all = new ArrayList<>();
    for (SectionId id : sections) {
      song.section(id).layersOf(role).forEach(layer -> all.add(new LayerPlace(id, layer)));
    }
    if (all.isEmpty() || words.isBlank()) {
      return all;
    }
    try {
      return new LayerFinder(song).find(sections, Optional.of(role), words);
    } catch (EditRefused unanswered) {
      return all; // the question's word is no name of a layer, so all of the role are told
    }
  }

  /** Which effects are on what. */
  String effects() {
    List<String> there = new ArrayList<>();
    for (SectionId id : sections) {
      Section section = song.section(id);
      String name = SectionNames.of(song, id);
      tell(there, section.effects(), "everything in " + name);
      for (Layer layer : section.layers()) {
        tell(there, layer.effects(), "the %s in %s".formatted(layer.role().word(), name));
      }
    }
    return there.isEmpty()
        ? "There are no effects in %s.".formatted(where())
        : "Effects: %s.".formatted(String.join("; ", there));
  }

  private static void tell(List<String> there, Effects effects, String what) {
    effects
        .strengths()
        .forEach(
            (kind, strength) ->
                there.add(
                    "%s (%d of %d) on %s"
                        .formatted(kind.spoken(), strength, Effects.STRONGEST, what)));
  }

  /** What leads into the sections. */
  String transitions() {
    List<String> there = new ArrayList<>();
    for (SectionId id : sections) {
      Optional<Transition> way = song.transitionInto(id);
      way.ifPresent(
          one ->
              there.add(
                  "%s into %s (%s beats)"
                      .formatted(
                          one.kind().spoken(),
                          SectionNames.of(song, id),
                          Sentences.plain(one.length().value()))));
    }
    return there.isEmpty()
        ? "Nothing leads into %s.".formatted(where())
        : "Transitions: %s.".formatted(String.join(", ", there));
  }

  /** What is silent. */
  String muted() {
    List<String> there = new ArrayList<>();
    for (SectionId id : sections) {
      for (Layer layer : song.section(id).layers()) {
        if (layer.muted()) {
          there.add("%s in %s".formatted(layer.role().word(), SectionNames.of(song, id)));
        }
      }
    }
    return there.isEmpty()
        ? "Nothing is muted in %s.".formatted(where())
        : "Muted: %s.".formatted(String.join(", ", there));
  }

  /** How loud roles are, relative to the level that the mix gives them. */
  String levels(Set<Role> roles) {
    List<String> there = new ArrayList<>();
    for (Role role : roles) {
      Map<String, List<SectionId>> gains = new LinkedHashMap<>();
      for (LayerPlace one : layers(role, "")) {
        String gain = Sentences.signed(one.layer().gain().value());
        gains
            .computeIfAbsent(one.layer().muted() ? "muted" : gain, any -> new ArrayList<>())
            .add(one.section());
      }
      gains.forEach(
          (gain, ids) ->
              there.add(
                  "%s %s in %s"
                      .formatted(
                          role.word(), gain, SectionNames.phrase(song, new LinkedHashSet<>(ids)))));
    }
    return there.isEmpty()
        ? "None of that plays in %s.".formatted(where())
        : "Levels beside the mix: %s.".formatted(String.join("; ", there));
  }

  /** Which folders the sounds are from. */
  String sources(Set<Role> roles) {
    Map<String, Set<String>> folders = new LinkedHashMap<>();
    for (Role role : roles) {
      for (LayerPlace one : layers(role, "")) {
        var loop = song.loop(one.layer().loop());
        String folder =
            loop.inside().isPresent() || loop.path().getParent() == null
                ? String.valueOf(loop.path().getFileName())
                : String.valueOf(loop.path().getParent().getFileName());
        folders.computeIfAbsent(folder, any -> new LinkedHashSet<>()).add(loop.name());
      }
    }
    return folders.isEmpty()
        ? "None of that plays in %s.".formatted(where())
        : "The sounds are from: %s."
            .formatted(
                folders.entrySet().stream()
                    .map(one -> one.getKey() + " (" + String.join(", ", one.getValue()) + ")")
                    .collect(Collectors.joining("; ")));
  }
}

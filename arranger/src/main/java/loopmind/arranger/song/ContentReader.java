package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Puts together what {@link ContentWriter} wrote: the snapshot first, then every journal line. */
final class ContentReader {

  private final Parts parts = new Parts();
  private final List<History.Version> versions = new ArrayList<>();
  private final List<List<Integer>> sectionsOf = new ArrayList<>();
  private final Map<Integer, Integer> redo = new TreeMap<>();
  private final Map<String, Integer> names = new TreeMap<>();
  private final Deque<Saying> sayings = new ArrayDeque<>();
  private Optional<JsonNode> report = Optional.empty();
  private int current;

  /**
   * @throws IllegalArgumentException where the JSON is no such addition
   * @throws EditRefused where it says something that no song may be
   */
  void add(JsonNode additions) {
    addParts(additions);
    additions.path("versions").forEach(this::addVersion);
    current = SongJson.integer(additions, "current");
    for (Map.Entry<String, JsonNode> change : additions.path("redo").properties()) {
      change(redo, Integer.valueOf(change.getKey()), change.getValue());
    }
    for (Map.Entry<String, JsonNode> change : additions.path("names").properties()) {
      change(names, change.getKey(), change.getValue());
    }
    additions.path("sayings").forEach(this::addSaying);
    if (additions.has("qa")) {
      report = Optional.of(additions.path("qa")).filter(JsonNode::isObject);
    }
  }

  private void addParts(JsonNode additions) {
    for (JsonNode node : additions.path("loops")) {
      parts.loops.add(LoopJson.read(node));
    }
    for (JsonNode node : additions.path("layers")) {
      int loop = SongJson.integer(node, "loop");
      Layer layer = SongJson.layer(node, parts.loops.get(loop).id());
      parts.layers.add(new Parts.LayerPart(layer, loop));
    }
    for (JsonNode node : additions.path("sections")) {
      List<Integer> numbers = LoopJson.list(node.path("layers"), SongJson::integer);
      List<Layer> layers = numbers.stream().map(n -> parts.layers.get(n).layer()).toList();
      Section section = SongJson.section(node, layers);
      parts.sections.add(new Parts.SectionPart(section, numbers));
    }
  }

  private void addVersion(JsonNode node) {
    OptionalInt parent =
        node.has("parent") ? OptionalInt.of(SongJson.integer(node, "parent")) : OptionalInt.empty();
    if (parent.isPresent() && (parent.getAsInt() < 0 || parent.getAsInt() >= versions.size())) {
      throw new IllegalArgumentException(
          "Version %d names a parent that is not there.".formatted(versions.size()));
    }
    List<Integer> sections =
        node.has("sections") || parent.isEmpty()
            ? List.copyOf(LoopJson.list(node.path("sections"), SongJson::integer))
            : sectionsOf.get(parent.getAsInt());
    Song song =
        parent.isPresent()
            ? song(node, sections, versions.get(parent.getAsInt()).song())
            : song(node, sections);
    sectionsOf.add(sections);
    parent.ifPresent(redo::remove);
    versions.add(new History.Version(SongJson.text(node, "message"), song, parent, savedAt(node)));
  }

  private Song song(JsonNode node, List<Integer> sections) {
    return song(SongJson.facts(node.path("facts")), sections, transitions(node));
  }

  /** A song whose version leaves out what is as in the parent. */
  private Song song(JsonNode node, List<Integer> sections, Song parent) {
    if (!node.has("facts") && !node.has("sections") && !node.has("transitions")) {
      return parent;
    }
    return song(
        node.has("facts") ? SongJson.facts(node.path("facts")) : parent.facts(),
        sections,
        node.has("transitions") ? transitions(node) : parent.transitions());
  }

  private Song song(
      SongFacts facts, List<Integer> numbers, Map<SectionId, Transition> transitions) {
    List<Section> sections = numbers.stream().map(n -> parts.sections.get(n).section()).toList();
    return new Song(facts, sections, transitions, parts.loopsOf(numbers));
  }

  private static Map<SectionId, Transition> transitions(JsonNode node) {
    Map<SectionId, Transition> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("transitions").properties()) {
      all.put(new SectionId(entry.getKey()), SongJson.transition(entry.getValue()));
    }
    return all;
  }

  private static Optional<Instant> savedAt(JsonNode node) {
    if (!node.has("saved_at")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(SongJson.text(node, "saved_at")));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("The field saved_at should be a time.", wrong);
    }
  }

  private static <K> void change(Map<K, Integer> map, K key, JsonNode value) {
    if (value.isNull()) {
      map.remove(key);
    } else {
      map.put(key, SongJson.integer(value));
    }
  }

  private void addSaying(JsonNode node) {
    sayings.add(
        new Saying(
            SongJson.text(node, "user"),
            node.path("calls"),
            SongJson.text(node, "answer"),
            SongJson.integer(node, "version") + 1));
    if (sayings.size() > SongFile.Content.MOST_SAYINGS) {
      sayings.removeFirst();
    }
  }

  Parts parts() {
    return parts;
  }

  /**
   * @throws IllegalArgumentException where the versions are no history
   */
  SongFile.Content content() {
    History history = History.of(versions, redo, current, new VersionNames(names));
    return new SongFile.Content(history, List.copyOf(sayings), report);
  }
}

package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;

/**
 * Writes what a song file holds as additions to what it held before. A snapshot adds everything to
 * nothing, a line of the journal adds one turn; {@link ContentReader} reads both alike, so that
 * they cannot disagree. What a version leaves out is as in its parent.
 */
final class ContentWriter {

  private final Parts parts;
  private Optional<SongFile.Content> written;

  /** For a file that holds nothing yet. */
  ContentWriter() {
    parts = new Parts();
    written = Optional.empty();
  }

  /** For a file that holds those parts, numbered as they are, and that content. */
  ContentWriter(Parts parts, SongFile.Content written) {
    this.parts = parts;
    this.written = Optional.of(written);
  }

  /** What was written last. */
  Optional<SongFile.Content> written() {
    return written;
  }

  /** Whether everything that was written is in this content too, so that it can be added to. */
  boolean isContinuedBy(SongFile.Content content) {
    return written
        .map(
            before ->
                startsWith(content.history().versions(), before.history().versions())
                    && newSayings(content).isPresent())
        .orElse(true);
  }

  private static boolean startsWith(List<History.Version> all, List<History.Version> beginning) {
    return all.size() >= beginning.size()
        && IntStream.range(0, beginning.size()).allMatch(i -> all.get(i).equals(beginning.get(i)));
  }

  /** The sayings that were not written yet; empty where those written are not the ones before. */
  private Optional<List<Saying>> newSayings(SongFile.Content content) {
    List<Saying> before = written.map(SongFile.Content::sayings).orElse(List.of());
    List<Saying> after = content.sayings();
    for (int fresh = 0; fresh <= after.size(); fresh++) {
      int kept = after.size() - fresh;
      boolean asReaderWouldKeep =
          kept == Math.min(before.size(), SongFile.Content.MOST_SAYINGS - fresh);
      if (asReaderWouldKeep
          && before.subList(before.size() - kept, before.size()).equals(after.subList(0, kept))) {
        return Optional.of(after.subList(kept, after.size()));
      }
    }
    return Optional.empty();
  }

  /**
   * @throws IllegalArgumentException where it is not {@linkplain #isContinuedBy continued by} it
   */
  ObjectNode additions(SongFile.Content content) {
    if (!isContinuedBy(content)) {
      throw new IllegalArgumentException("The content does not go on where the file ends.");
    }
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    History history = content.history();
    List<History.Version> all = history.versions();
    int known = written.map(before -> before.history().versions().size()).orElse(0);
    addVersions(root, all, known);
    root.put("current", history.current());
    setUnlessEmpty(root, "redo", changes(expectedRedo(all, known), history.redo()));
    Map<String, Integer> names =
        written
            .<Map<String, Integer>>map(before -> before.history().names().indexes())
            .orElse(Map.of());
    setUnlessEmpty(root, "names", changes(names, history.names().indexes()));
    addSayings(root, newSayings(content).orElseThrow());
    addReport(root, content.report());
    written = Optional.of(content);
    return root;
  }

  private void addVersions(ObjectNode root, List<History.Version> all, int known) {
    ArrayNode loops = root.putArray("loops");
    ArrayNode layers = root.putArray("layers");
    ArrayNode sections = root.putArray("sections");
    ArrayNode versions = root.putArray("versions");
    for (History.Version version : all.subList(known, all.size())) {
      Optional<Song> parent =
          version.parent().isPresent()
              ? Optional.of(all.get(version.parent().getAsInt()).song())
              : Optional.empty();
      ObjectNode node = versions.addObject();
      node.put("message", version.message());
      if (version.parent().isPresent()) {
        node.put("parent", version.parent().getAsInt());
      }
      version.savedAt().ifPresent(time -> node.put("saved_at", time.toString()));
      addSong(node, version.song(), parent, new Fresh(loops, layers, sections));
    }
    for (String field : List.of("loops", "layers", "sections", "versions")) {
      if (root.path(field).isEmpty()) {
        root.remove(field);
      }
    }
  }

  /** Where parts are written that the file does not have yet. */
  private record Fresh(ArrayNode loops, ArrayNode layers, ArrayNode sections) {}

  private void addSong(ObjectNode node, Song song, Optional<Song> parent, Fresh fresh) {
    if (!parent.map(Song::facts).equals(Optional.of(song.facts()))) {
      node.set("facts", SongJson.write(song.facts()));
    }
    boolean asInParent =
        parent
            .filter(p -> p.sections().equals(song.sections()) && p.loops().equals(song.loops()))
            .isPresent();
    if (!asInParent) {
      ArrayNode numbers = node.putArray("sections");
      for (Section section : song.sections()) {
        numbers.add(number(section, song.loops(), fresh));
      }
    }
    if (!parent.map(Song::transitions).equals(Optional.of(song.transitions()))) {
      node.set("transitions", SongJson.write(song.transitions()));
    }
  }

  private int number(Section section, Map<LoopId, Loop> loops, Fresh fresh) {
    List<Integer> layers =
        section.layers().stream()
            .map(
                layer -> {
                  Loop loop = Optional.ofNullable(loops.get(layer.loop())).orElseThrow();
                  int sound =
                      parts.loops.number(loop, one -> fresh.loops().add(LoopJson.write(one)));
                  return parts.layers.number(
                      new Parts.LayerPart(layer, sound),
                      one -> fresh.layers().add(SongJson.write(one.layer(), one.loop())));
                })
            .toList();
    return parts.sections.number(
        new Parts.SectionPart(section, layers),
        one -> fresh.sections().add(SongJson.write(one.section(), one.layers())));
  }

  /**
   * Where redo leads for one who read only the versions: to the newest child unless said before.
   */
  private Map<Integer, Integer> expectedRedo(List<History.Version> all, int known) {
    Map<Integer, Integer> redo =
        new TreeMap<>(written.map(before -> before.history().redo()).orElse(Map.of()));
    for (History.Version version : all.subList(known, all.size())) {
      OptionalInt parent = version.parent();
      if (parent.isPresent()) {
        redo.remove(parent.getAsInt());
      }
    }
    return redo;
  }

  /** What was put into a map, and as null what was taken out. */
  private static <K> ObjectNode changes(Map<K, Integer> before, Map<K, Integer> after) {
    ObjectNode changed = JsonNodeFactory.instance.objectNode();
    for (K key : before.keySet()) {
      if (!after.containsKey(key)) {
        changed.set(key.toString(), NullNode.instance);
      }
    }
    after.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            changed.put(key.toString(), value);
          }
        });
    return changed;
  }

  private static void setUnlessEmpty(ObjectNode root, String field, ObjectNode value) {
    if (!value.isEmpty()) {
      root.set(field, value);
    }
  }

  private static void addSayings(ObjectNode root, List<Saying> sayings) {
    if (!sayings.isEmpty()) {
      ArrayNode all = root.putArray("sayings");
      for (Saying saying : sayings) {
        ObjectNode one = all.addObject();
        one.put("user", saying.user());
        one.set("calls", saying.calls());
        one.put("answer", saying.answer());
        one.put("version", saying.version() - 1);
      }
    }
  }

  private void addReport(ObjectNode root, Optional<JsonNode> report) {
    if (!report.equals(written.flatMap(SongFile.Content::report))) {
      root.set("qa", report.orElse(NullNode.instance));
    }
  }
}

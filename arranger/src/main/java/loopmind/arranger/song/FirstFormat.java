package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;

/**
 * Reads the first layout of song files: every version held the whole song, one after the other, and
 * an edit dropped what had been undone.
 */
final class FirstFormat {

  private FirstFormat() {}

  /** Whether a file has that layout: its loops stand by their id. */
  static boolean isIn(JsonNode root) {
    return root.path("loops").isObject();
  }

  /**
   * @throws IllegalArgumentException where the JSON is not such a song
   */
  static History read(JsonNode root) {
    Map<LoopId, Loop> loops = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("loops").properties()) {
      LoopId id = new LoopId(entry.getKey());
      loops.put(id, LoopJson.read(id, entry.getValue()));
    }
    List<History.Version> versions = new ArrayList<>();
    for (JsonNode node : root.path("versions")) {
      OptionalInt parent =
          versions.isEmpty() ? OptionalInt.empty() : OptionalInt.of(versions.size() - 1);
      versions.add(
          new History.Version(
              SongJson.text(node, "message"),
              song(node.path("song"), loops),
              parent,
              Optional.empty()));
    }
    return History.of(versions, Map.of(), SongJson.integer(root, "current"), VersionNames.NONE);
  }

  private static Song song(JsonNode node, Map<LoopId, Loop> loops) {
    List<Section> sections = new ArrayList<>();
    Map<SectionId, Transition> into = new LinkedHashMap<>();
    for (JsonNode item : node.path("sections")) {
      List<Layer> layers =
          LoopJson.list(
              item.path("layers"),
              layer -> SongJson.layer(layer, new LoopId(SongJson.text(layer, "loop"))));
      Section section = SongJson.section(item, layers);
      sections.add(section);
      if (item.path("transition").isObject()) {
        into.put(section.id(), SongJson.transition(item.path("transition")));
      }
    }
    return new Song(SongJson.facts(node), sections, into, loops);
  }
}

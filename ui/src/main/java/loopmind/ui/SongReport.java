package loopmind.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;

/** The facts of a song in the fields that {@code compose --json} promises. */
public final class SongReport {

  private SongReport() {}

  /** title, style, bpm, key, seconds, seed and sections. */
  public static ObjectNode of(Song song) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", song.facts().title());
    node.put("style", song.facts().style());
    node.put("bpm", song.facts().tempo().value());
    node.put("key", song.facts().key().text());
    node.put("seconds", song.length().value());
    node.put("seed", song.facts().seed());
    ArrayNode sections = node.putArray("sections");
    for (Section section : song.sections()) {
      section(song, section, sections.addObject());
    }
    return node;
  }

  private static void section(Song song, Section section, ObjectNode node) {
    node.put("id", section.id().text());
    node.put("kind", section.kind().word());
    node.put("start_bar", song.startBar(section.id()));
    node.put("bars", section.bars().count());
    node.put("energy", section.energy());
    song.transitionInto(section.id())
        .ifPresentOrElse(
            into -> node.put("transition", into.kind().word()), () -> node.putNull("transition"));
    ArrayNode layers = node.putArray("layers");
    for (Layer layer : section.layers()) {
      for (Placement placement : layer.placements()) {
        placement(song.loop(layer.loop()), layer, placement, layers.addObject());
      }
    }
  }

  private static void placement(Loop loop, Layer layer, Placement placement, ObjectNode node) {
    node.put("role", layer.role().word());
    node.put("loop", loop.name());
    node.put("path", loop.path().toString());
    loop.inside().ifPresent(inside -> node.put("inside", inside));
    node.put("speed", layer.speed());
    node.put("semitones", layer.shift().value());
    node.put("gain_db", layer.gain().value());
    node.put("start_beat", placement.start().value());
    node.put("beats", placement.length().value());
    ArrayNode reasons = node.putArray("reasons");
    layer.reasons().forEach(reasons::add);
  }
}

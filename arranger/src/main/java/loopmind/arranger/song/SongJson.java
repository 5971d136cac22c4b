package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Semitones;

/** A history to JSON and back. Loops stand once, beside the versions that use them. */
final class SongJson {

  static final String FORMAT = "loopmind-song";
  static final int VERSION = 2;

  private SongJson() {}

  static ObjectNode write(History history) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("current", history.current());
    Map<LoopId, Loop> loops = new TreeMap<>();
    ArrayNode versions = root.putArray("versions");
    for (History.Version version : history.versions()) {
      loops.putAll(version.song().loops());
      versions.addObject().put("message", version.message()).set("song", write(version.song()));
    }
    ObjectNode all = root.putObject("loops");
    loops.forEach((id, loop) -> all.set(id.text(), LoopJson.write(loop)));
    return root;
  }

  private static ObjectNode write(Song song) {
    SongFacts facts = song.facts();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", facts.title());
    node.put("style", facts.style());
    node.put("bpm", facts.tempo().value());
    node.put("meter", facts.meter().text());
    node.put("key", facts.key().text());
    node.put("seed", facts.seed());
    node.set("mix", MixJson.write(facts.mix()));
    ArrayNode sections = node.putArray("sections");
    for (Section section : song.sections()) {
      ObjectNode one = sections.addObject();
      write(section, one);
      song.transitionInto(section.id())
          .ifPresent(
              into ->
                  one.putObject("transition")
                      .put("kind", into.kind().word())
                      .put("beats", into.length().value()));
    }
    return node;
  }

  private static void write(Section section, ObjectNode node) {
    node.put("id", section.id().text());
    node.put("kind", section.kind().word());
    node.put("bars", section.bars().count());
    node.put("energy", section.energy());
    section.variationOf().ifPresent(original -> node.put("variation_of", original.text()));
    write(section.effects(), node);
    ArrayNode layers = node.putArray("layers");
    for (Layer layer : section.layers()) {
      ObjectNode one = layers.addObject();
      one.put("id", layer.id().text());
      one.put("role", layer.role().word());
      one.put("loop", layer.loop().text());
      one.put("cycle_beats", layer.cycle().value());
      one.put("speed", layer.speed());
      one.put("semitones", layer.shift().value());
      one.put("gain_db", layer.gain().value());
      if (layer.muted()) {
        one.put("muted", true);
      }
      write(layer.effects(), one);
      ArrayNode placements = one.putArray("placements");
      for (Placement placement : layer.placements()) {
        placements
            .addObject()
            .put("start_beat", placement.start().value())
            .put("beats", placement.length().value())
            .put("offset_beats", placement.offset().value());
      }
      ArrayNode reasons = one.putArray("reasons");
      layer.reasons().forEach(reasons::add);
    }
  }

  private static void write(Effects effects, ObjectNode node) {
    if (!effects.isEmpty()) {
      ObjectNode all = node.putObject("effects");
      effects.strengths().forEach((kind, strength) -> all.put(kind.word(), strength));
    }
  }

  private static Effects effects(JsonNode node) {
    Map<EffectKind, Integer> strengths = new EnumMap<>(EffectKind.class);
    for (Map.Entry<String, JsonNode> entry : node.path("effects").properties()) {
      strengths.put(
          known(EffectKind.named(entry.getKey()), "effects"), entry.getValue().asInt());
    }
    return new Effects(strengths);
  }

  /**
   * @throws IllegalArgumentException where the JSON is not such a song
   * @throws EditRefused where it was written by a later version
   */
  static History read(JsonNode root) {
    if (!root.path("format").asText().equals(FORMAT)) {
      throw new IllegalArgumentException("The file does not say that it is a song.");
    }
    int version = root.path("version").asInt();
    if (version > VERSION) {
      throw new EditRefused(
          "The song was saved by a later LoopMind (format %d; this one reads up to %d). Update it.",
          version, VERSION);
    }
    Map<LoopId, Loop> loops = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("loops").properties()) {
      LoopId id = new LoopId(entry.getKey());
      loops.put(id, LoopJson.read(id, entry.getValue()));
    }
    List<History.Version> versions =
        LoopJson.list(
            root.path("versions"),
            node -> new History.Version(text(node, "message"), song(node.path("song"), loops)));
    return new History(versions, root.path("current").asInt());
  }

  private static Song song(JsonNode node, Map<LoopId, Loop> loops) {
    String[] meter = text(node, "meter").split("/", 2);
    SongFacts facts =
        new SongFacts(
            text(node, "title"),
            text(node, "style"),
            new Bpm(number(node, "bpm")),
            new Meter(Integer.parseInt(meter[0]), Integer.parseInt(meter[1])),
            key(node, "key"),
            node.path("seed").asLong(),
            MixJson.read(node.path("mix")));
    List<Section> sections = new ArrayList<>();
    Map<SectionId, Transition> into = new LinkedHashMap<>();
    for (JsonNode item : node.path("sections")) {
      Section section = section(item);
      sections.add(section);
      JsonNode transition = item.path("transition");
      if (transition.isObject()) {
        into.put(
            section.id(),
            new Transition(
                known(TransitionKind.named(text(transition, "kind")), "kind"),
                new Beats(number(transition, "beats"))));
      }
    }
    return new Song(facts, sections, into, loops);
  }

  private static Section section(JsonNode node) {
    return new Section(
        new SectionId(text(node, "id")),
        known(SectionKind.named(text(node, "kind")), "kind"),
        new Bars((int) number(node, "bars")),
        number(node, "energy"),
        LoopJson.list(node.path("layers"), SongJson::layer),
        node.has("variation_of")
            ? Optional.of(new SectionId(text(node, "variation_of")))
            : Optional.empty(),
        effects(node));
  }

  private static Layer layer(JsonNode node) {
    return new Layer(
        new LayerId(text(node, "id")),
        role(node),
        new LoopId(text(node, "loop")),
        new Beats(number(node, "cycle_beats")),
        number(node, "speed"),
        new Semitones(number(node, "semitones")),
        new Decibels(number(node, "gain_db")),
        LoopJson.list(
            node.path("placements"),
            item ->
                new Placement(
                    new BeatPosition(number(item, "start_beat")),
                    new Beats(number(item, "beats")),
                    new Beats(number(item, "offset_beats")))),
        node.path("muted").asBoolean(),
        effects(node),
        LoopJson.list(node.path("reasons"), JsonNode::asText));
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("The field %s should be a text.".formatted(field));
    }
    return value.asText();
  }

  static double number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("The field %s should be a number.".formatted(field));
    }
    return value.asDouble();
  }

  static Role role(JsonNode node) {
    return known(Role.named(text(node, "role")), "role");
  }

  static MusicalKey key(JsonNode node, String field) {
    return known(MusicalKey.parse(text(node, field)), field);
  }

  static <T> T known(Optional<T> found, String field) {
    return found.orElseThrow(
        () -> new IllegalArgumentException("The field %s has an unknown word.".formatted(field)));
  }
}

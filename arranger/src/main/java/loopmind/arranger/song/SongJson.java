package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The parts of a song to JSON and back. */
final class SongJson {

  static final String FORMAT = "loopmind-song";
  static final int VERSION = 2;

  private SongJson() {}

  static ObjectNode write(SongFacts facts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", facts.title());
    node.put("style", facts.style());
    node.put("bpm", facts.tempo().value());
    node.put("meter", facts.meter().text());
    node.put("key", facts.key().text());
    node.put("seed", facts.seed());
    node.set("mix", MixJson.write(facts.mix()));
    return node;
  }

  static ObjectNode write(Map<SectionId, Transition> into) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    into.forEach(
        (section, transition) ->
            node.putObject(section.text())
                .put("kind", transition.kind().word())
                .put("beats", transition.length().value()));
    return node;
  }

  /**
   * @param layers numbers of its layers within the file
   */
  static ObjectNode write(Section section, List<Integer> layers) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", section.id().text());
    node.put("kind", section.kind().word());
    node.put("bars", section.bars().count());
    node.put("energy", section.energy());
    section.variationOf().ifPresent(original -> node.put("variation_of", original.text()));
    write(section.effects(), node);
    ArrayNode numbers = node.putArray("layers");
    layers.forEach(numbers::add);
    return node;
  }

  /**
   * @param loop number of its loop within the file
   */
  static ObjectNode write(Layer layer, int loop) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", layer.id().text());
    node.put("role", layer.role().word());
    node.put("loop", loop);
    node.put("cycle_beats", layer.cycle().value());
    node.put("speed", layer.speed());
    node.put("semitones", layer.shift().value());
    node.put("gain_db", layer.gain().value());
    if (layer.muted()) {
      node.put("muted", true);
    }
    write(layer.effects(), node);
    ArrayNode placements = node.putArray("placements");
    for (Placement placement : layer.placements()) {
      placements
          .addObject()
          .put("start_beat", placement.start().value())
          .put("beats", placement.length().value())
          .put("offset_beats", placement.offset().value());
    }
    ArrayNode reasons = node.putArray("reasons");
    layer.reasons().forEach(reasons::add);
    return node;
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
      strengths.put(known(EffectKind.named(entry.getKey()), "effects"), entry.getValue().asInt());
    }
    return new Effects(strengths);
  }

  static SongFacts facts(JsonNode node) {
    return new SongFacts(
        text(node, "title"),
        text(node, "style"),
        new Bpm(number(node, "bpm")),
        meter(node),
        key(node, "key"),
        node.path("seed").asLong(),
        MixJson.read(node.path("mix")));
  }

  static Transition transition(JsonNode node) {
    return new Transition(
        known(TransitionKind.named(text(node, "kind")), "kind"), new Beats(number(node, "beats")));
  }

  static Section section(JsonNode node, List<Layer> layers) {
    return new Section(
        new SectionId(text(node, "id")),
        known(SectionKind.named(text(node, "kind")), "kind"),
        new Bars(integer(node, "bars")),
        number(node, "energy"),
        layers,
        node.has("variation_of")
            ? Optional.of(new SectionId(text(node, "variation_of")))
            : Optional.empty(),
        effects(node));
  }

  static Layer layer(JsonNode node, LoopId loop) {
    return new Layer(
        new LayerId(text(node, "id")),
        role(node),
        loop,
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

  static int integer(JsonNode node, String field) {
    return integer(node.path(field));
  }

  static int integer(JsonNode value) {
    if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
      throw new IllegalArgumentException(
          "A whole number was due, but there is %s.".formatted(value));
    }
    return value.asInt();
  }

  static Meter meter(JsonNode node) {
    String[] parts = text(node, "meter").split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("The field meter should be such as 4/4.");
    }
    return new Meter(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
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

package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * The facts of a loop within a song file: all that a render and an explanation need, so that a song
 * opens where the library is not at hand. The embedding stays in the catalogue.
 */
final class LoopJson {

  private LoopJson() {}

  static ObjectNode write(Loop loop) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", loop.id().text());
    node.put("name", loop.name());
    node.put("path", loop.path().toString());
    loop.inside().ifPresent(inside -> node.put("inside", inside));
    node.put("kind", loop.kind().word());
    node.put("start_s", loop.start().value());
    node.put("length_s", loop.length().value());
    node.put("rate_hz", loop.rate().hz());
    node.put("channels", loop.channels());
    loop.tempo().ifPresent(tempo -> node.set("tempo", write(tempo)));
    loop.key().ifPresent(key -> node.set("key", write(key)));
    node.put("role", loop.role().word());
    node.put("role_confidence", loop.roleConfidence());
    node.put("instrument", loop.instrument());
    ArrayNode tags = node.putArray("tags");
    loop.tags()
        .forEach(
            tag -> tags.addObject().put("tag", tag.word()).put("confidence", tag.confidence()));
    node.put("lufs", loop.loudness().value());
    node.put("true_peak_db", loop.truePeak().value());
    node.put("energy", loop.energy());
    ArrayNode onsets = node.putArray("onsets_s");
    loop.onsets().forEach(onset -> onsets.add(onset.value()));
    ArrayNode levels = node.putArray("third_octaves_db");
    loop.profile().levelsDb().forEach(level -> levels.add(level.doubleValue()));
    return node;
  }

  private static ObjectNode write(TempoFact tempo) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("bpm", tempo.bpm().value());
    node.put("confidence", tempo.confidence());
    ArrayNode others = node.putArray("alternatives");
    tempo.alternatives().forEach(bpm -> others.add(bpm.value()));
    node.put("beats", tempo.length().value());
    node.put("meter", tempo.meter().text());
    node.put("downbeat_s", tempo.downbeat().value());
    return node;
  }

  private static ObjectNode write(KeyFact key) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("key", key.key().text());
    node.put("confidence", key.confidence());
    key.second().ifPresent(second -> node.put("second", second.text()));
    return node;
  }

  static Loop read(JsonNode node) {
    return read(new LoopId(SongJson.text(node, "id")), node);
  }

  static Loop read(LoopId id, JsonNode node) {
    return new Loop(
        id,
        SongJson.text(node, "name"),
        Path.of(SongJson.text(node, "path")),
        node.hasNonNull("inside") ? Optional.of(node.get("inside").asText()) : Optional.empty(),
        kind(SongJson.text(node, "kind")),
        new Seconds(SongJson.number(node, "start_s")),
        new Seconds(SongJson.number(node, "length_s")),
        new SampleRate((int) SongJson.number(node, "rate_hz")),
        (int) SongJson.number(node, "channels"),
        node.has("tempo") ? Optional.of(tempo(node.get("tempo"))) : Optional.empty(),
        node.has("key") ? Optional.of(key(node.get("key"))) : Optional.empty(),
        SongJson.role(node),
        SongJson.number(node, "role_confidence"),
        SongJson.text(node, "instrument"),
        list(
            node.path("tags"),
            tag -> new Tag(SongJson.text(tag, "tag"), SongJson.number(tag, "confidence"))),
        new Lufs(SongJson.number(node, "lufs")),
        new Decibels(SongJson.number(node, "true_peak_db")),
        SongJson.number(node, "energy"),
        list(node.path("onsets_s"), onset -> new Seconds(onset.asDouble())),
        new SpectralProfile(list(node.path("third_octaves_db"), JsonNode::asDouble)),
        Embedding.NONE);
  }

  private static LoopKind kind(String word) {
    for (LoopKind kind : LoopKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("There is no kind of loop \"%s\".".formatted(word));
  }

  private static TempoFact tempo(JsonNode node) {
    return new TempoFact(
        new Bpm(SongJson.number(node, "bpm")),
        SongJson.number(node, "confidence"),
        list(node.path("alternatives"), bpm -> new Bpm(bpm.asDouble())),
        new Beats(SongJson.number(node, "beats")),
        SongJson.meter(node),
        new Seconds(SongJson.number(node, "downbeat_s")));
  }

  private static KeyFact key(JsonNode node) {
    return new KeyFact(
        SongJson.key(node, "key"),
        SongJson.number(node, "confidence"),
        node.has("second") ? Optional.of(SongJson.key(node, "second")) : Optional.empty());
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    array.forEach(item -> all.add(read.apply(item)));
    return all;
  }
}

package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;

/** The mix of a song to JSON and back. */
final class MixJson {

  private MixJson() {}

  static ObjectNode write(MixSettings mix) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("mode", mix.mode().word()).put("lufs", mix.loudness().value());
    MixColour colour = mix.colour();
    if (!colour.equals(MixColour.NEUTRAL)) {
      node.putObject("colour")
          .put("warmth", colour.warmth())
          .put("brightness", colour.brightness())
          .put("punch", colour.punch())
          .put("weight", colour.weight())
          .put("width", colour.width())
          .put("clarity", colour.clarity());
    }
    if (!mix.plan().isEmpty()) {
      ObjectNode roles = node.putObject("roles");
      mix.plan()
          .roles()
          .forEach(
              (role, one) -> {
                ObjectNode to = roles.putObject(role.word());
                to.put("fader_db", one.fader().value());
                ArrayNode bands = to.putArray("bands");
                for (ToneBand band : one.bands()) {
                  bands
                      .addObject()
                      .put("shape", band.shape().word())
                      .put("hz", band.hz())
                      .put("q", band.q())
                      .put("db", band.db());
                }
              });
    }
    mix.reference()
        .ifPresent(
            profile -> {
              ArrayNode levels = node.putArray("reference_third_octaves_db");
              profile.levelsDb().forEach(level -> levels.add(level.doubleValue()));
            });
    return node;
  }

  static MixSettings read(JsonNode node) {
    return new MixSettings(
        SongJson.known(MixMode.named(SongJson.text(node, "mode")), "mode"),
        new Lufs(SongJson.number(node, "lufs")),
        colour(node.path("colour")),
        plan(node.path("roles")),
        reference(node.path("reference_third_octaves_db")));
  }

  private static Optional<SpectralProfile> reference(JsonNode levels) {
    return levels.isArray()
        ? Optional.of(new SpectralProfile(LoopJson.list(levels, JsonNode::asDouble)))
        : Optional.empty();
  }

  private static MixColour colour(JsonNode node) {
    return new MixColour(
        node.path("warmth").asDouble(),
        node.path("brightness").asDouble(),
        node.path("punch").asDouble(),
        node.path("weight").asDouble(),
        node.path("width").asDouble(),
        node.path("clarity").asDouble());
  }

  private static MixPlan plan(JsonNode roles) {
    Map<Role, MixPlan.RoleMix> all = new EnumMap<>(Role.class);
    for (Map.Entry<String, JsonNode> entry : roles.properties()) {
      JsonNode one = entry.getValue();
      all.put(
          SongJson.known(Role.named(entry.getKey()), "roles"),
          new MixPlan.RoleMix(
              new Decibels(SongJson.number(one, "fader_db")),
              LoopJson.list(one.path("bands"), MixJson::band)));
    }
    return new MixPlan(all);
  }

  private static ToneBand band(JsonNode node) {
    return new ToneBand(
        SongJson.known(ToneBand.Shape.named(SongJson.text(node, "shape")), "shape"),
        SongJson.number(node, "hz"),
        SongJson.number(node, "q"),
        SongJson.number(node, "db"));
  }
}

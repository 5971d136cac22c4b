package loopmind.library.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;
import loopmind.mixer.audio.AudioTags;

/** Tags of a file as they are kept: one JSON object, without what is not said. */
final class TagsText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TagsText() {}

  static String write(AudioTags tags) {
    ObjectNode json = JSON.createObjectNode();
    tags.bpm().ifPresent(bpm -> json.put("bpm", bpm.value()));
    tags.key().ifPresent(key -> json.put("key", key.text()));
    tags.root().ifPresent(root -> json.put("root", root));
    tags.beats().ifPresent(beats -> json.put("beats", beats));
    tags.meter().ifPresent(meter -> json.put("meter", meter.text()));
    tags.oneShot().ifPresent(once -> json.put("one_shot", once));
    tags.title().ifPresent(title -> json.put("title", title));
    tags.genre().ifPresent(genre -> json.put("genre", genre));
    return json.toString();
  }

  static AudioTags read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new AudioTags(
          said(json, "bpm").map(bpm -> new Bpm(bpm.doubleValue())),
          said(json, "key").flatMap(key -> MusicalKey.parse(key.textValue())),
          said(json, "root").map(JsonNode::intValue),
          said(json, "beats").map(JsonNode::doubleValue),
          said(json, "meter").map(meter -> meter(meter.textValue())),
          said(json, "one_shot").map(JsonNode::booleanValue),
          List.of(),
          said(json, "title").map(JsonNode::textValue),
          said(json, "genre").map(JsonNode::textValue));
    } catch (JsonProcessingException e) {
      throw new CatalogueUnusable("The catalogue holds tags that do not read as such.", e);
    }
  }

  private static Optional<JsonNode> said(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name));
  }

  private static Meter meter(String text) {
    int slash = text.indexOf('/');
    return new Meter(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }
}

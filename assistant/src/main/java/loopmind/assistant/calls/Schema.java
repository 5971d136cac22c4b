package loopmind.assistant.calls;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/** The JSON schemas that arguments are made of. */
final class Schema {

  static final List<String> ROLES = Stream.of(Role.values()).map(Role::word).toList();
  static final List<String> KINDS = Stream.of(SectionKind.values()).map(SectionKind::word).toList();

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Schema() {}

  static ObjectNode text() {
    return JSON.objectNode().put("type", "string");
  }

  static ObjectNode number() {
    return JSON.objectNode().put("type", "number");
  }

  static ObjectNode whole() {
    return JSON.objectNode().put("type", "integer");
  }

  static ObjectNode flag() {
    return JSON.objectNode().put("type", "boolean");
  }

  static ObjectNode oneOf(List<String> words) {
    ObjectNode schema = text();
    ArrayNode list = schema.putArray("enum");
    words.forEach(list::add);
    return schema;
  }

  static ObjectNode list(ObjectNode items) {
    ObjectNode schema = JSON.objectNode().put("type", "array");
    schema.set("items", items);
    return schema;
  }

  static ObjectNode anyOf(ObjectNode... choices) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode list = schema.putArray("anyOf");
    for (ObjectNode choice : choices) {
      list.add(choice);
    }
    return schema;
  }

  static ObjectNode object(Fields properties, String... required) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").setAll(properties);
    ArrayNode list = schema.putArray("required");
    for (String name : required) {
      list.add(name);
    }
    return schema.put("additionalProperties", false);
  }

  /** A key, sharps written; a bare mode stands for that mode on the song's own tonic. */
  static ObjectNode key() {
    return text().put("pattern", "^([A-G]#? )?(minor|major)$");
  }

  /** {@code {"kind": "hook", "n": 2}}. */
  static ObjectNode reference() {
    List<String> kinds = Stream.concat(KINDS.stream(), Stream.of("song")).toList();
    return object(fields("kind", oneOf(kinds), "n", whole()), "kind");
  }

  /** A reference, or a stretch from one to another. */
  static ObjectNode section() {
    return anyOf(
        reference(),
        object(fields("from", reference(), "to", reference()), "from", "to"),
        object(fields("from", reference()), "from"),
        object(fields("to", reference()), "to"));
  }

  /** A kind of section, or one with its bars. */
  static ObjectNode step() {
    return anyOf(
        oneOf(KINDS), object(fields("kind", oneOf(KINDS), "bars", whole()), "kind", "bars"));
  }

  /** A layer asked for. */
  static ObjectNode layer() {
    return object(fields("role", oneOf(ROLES), "query", text()), "role");
  }

  /** The fixed word of a property. */
  static ObjectNode only(String word) {
    return oneOf(List.of(word));
  }

  /** Names and their schemas, in the order in which a model reads them. */
  static Fields fields(Object... namesAndSchemas) {
    Fields fields = new Fields();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      fields.put((String) namesAndSchemas[i], (ObjectNode) namesAndSchemas[i + 1]);
    }
    return fields;
  }

  /** The properties of an object. */
  static final class Fields extends LinkedHashMap<String, ObjectNode> {
    private static final long serialVersionUID = 1L;

    Fields and(String name, ObjectNode schema) {
      put(name, schema);
      return this;
    }
  }
}

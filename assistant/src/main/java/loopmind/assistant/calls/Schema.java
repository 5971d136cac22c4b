package loopmind.assistant.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/** The JSON schemas that arguments are made of; what many share is written once, by reference. */
final class Schema {

  static final String REFERENCE = "$ref";
  static final String DEFINITIONS = "$defs";

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

  /** The shared schema of that name. */
  static ObjectNode shared(String name) {
    return JSON.objectNode().put(REFERENCE, "#/" + DEFINITIONS + "/" + name);
  }

  /** Every shared schema, by name. */
  static ObjectNode definitions() {
    ObjectNode definitions = JSON.objectNode();
    definitions.set("role", oneOf(ROLES));
    definitions.set("kind", oneOf(KINDS));
    definitions.set("key", key());
    definitions.set("reference", reference());
    definitions.set("section", section());
    return definitions;
  }

  /** A key, sharps written; a bare mode stands for that mode on the song's own tonic. */
  private static ObjectNode key() {
    return text().put("pattern", "^([A-G]#? )?(minor|major)$");
  }

  /** {@code {"kind": "hook", "n": 2}}. */
  private static ObjectNode reference() {
    List<String> kinds = Stream.concat(KINDS.stream(), Stream.of("song")).toList();
    return object(fields("kind", oneOf(kinds), "n", whole()), "kind");
  }

  /** A reference, or a stretch from one to another. */
  private static ObjectNode section() {
    ObjectNode end = shared("reference");
    return anyOf(
        end,
        object(fields("from", end, "to", end), "from", "to"),
        object(fields("from", end), "from"),
        object(fields("to", end), "to"));
  }

  /** The schema with every shared one written out in its place. */
  static JsonNode inlined(JsonNode schema) {
    if (schema.has(REFERENCE)) {
      String shared = schema.get(REFERENCE).asText();
      return inlined(definitions().get(shared.substring(shared.lastIndexOf('/') + 1)));
    }
    if (schema.isArray()) {
      ArrayNode list = JSON.arrayNode();
      schema.forEach(item -> list.add(inlined(item)));
      return list;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode whole = JSON.objectNode();
    schema.properties().forEach(part -> whole.set(part.getKey(), inlined(part.getValue())));
    return whole;
  }

  /** A kind of section, or one with its bars. */
  static ObjectNode step() {
    return anyOf(
        shared("kind"), object(fields("kind", shared("kind"), "bars", whole()), "kind", "bars"));
  }

  /** A layer asked for. */
  static ObjectNode layer() {
    return object(fields("role", shared("role"), "query", text()), "role");
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

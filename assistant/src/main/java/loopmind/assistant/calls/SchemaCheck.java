package loopmind.assistant.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a JSON document against the part of JSON Schema that the tool contract uses: type, enum,
 * pattern, properties, required, additionalProperties, items, anyOf, references.
 */
final class SchemaCheck {

  private static final JsonNode SHARED = Schema.definitions();

  private SchemaCheck() {}

  /**
   * The first fault, as the end of a sentence; empty where the document is valid.
   *
   * @param name what the document is called in that sentence
   */
  static Optional<String> fault(String name, JsonNode value, JsonNode schema) {
    if (schema.has(Schema.REFERENCE)) {
      String shared = schema.get(Schema.REFERENCE).asText();
      return fault(name, value, SHARED.get(shared.substring(shared.lastIndexOf('/') + 1)));
    }
    if (schema.has("anyOf")) {
      for (JsonNode choice : schema.get("anyOf")) {
        if (fault(name, value, choice).isEmpty()) {
          return Optional.empty();
        }
      }
      return Optional.of("%s cannot be %s".formatted(name, value));
    }
    return switch (schema.path("type").asText()) {
      case "string" -> text(name, value, schema);
      case "number" -> is(value.isNumber(), name, value, "a number");
      case "integer" -> is(isWhole(value), name, value, "a whole number");
      case "boolean" -> is(value.isBoolean(), name, value, "true or false");
      case "array" -> list(name, value, schema);
      case "object" -> object(name, value, schema);
      default -> throw new IllegalArgumentException("A schema has no known type: " + schema);
    };
  }

  private static boolean isWhole(JsonNode value) {
    return value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
  }

  private static Optional<String> is(boolean holds, String name, JsonNode value, String expected) {
    return holds
        ? Optional.empty()
        : Optional.of("%s has to be %s, not %s".formatted(name, expected, value));
  }

  private static Optional<String> text(String name, JsonNode value, JsonNode schema) {
    if (!value.isTextual()) {
      return is(false, name, value, "text");
    }
    if (schema.has("enum")) {
      for (JsonNode word : schema.get("enum")) {
        if (word.equals(value)) {
          return Optional.empty();
        }
      }
      return Optional.of("%s cannot be %s".formatted(name, value));
    }
    boolean fits =
        !schema.has("pattern")
            || Pattern.compile(schema.get("pattern").asText()).matcher(value.asText()).find();
    return fits ? Optional.empty() : Optional.of("%s cannot be %s".formatted(name, value));
  }

  private static Optional<String> list(String name, JsonNode value, JsonNode schema) {
    if (!value.isArray()) {
      return is(false, name, value, "a list");
    }
    for (JsonNode item : value) {
      Optional<String> fault = fault(name, item, schema.get("items"));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> object(String name, JsonNode value, JsonNode schema) {
    if (!value.isObject()) {
      return is(false, name, value, "an object");
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        return Optional.of("%s lacks %s".formatted(name, required.asText()));
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode known = schema.path("properties").get(field.getKey());
      if (known == null) {
        return Optional.of("%s takes no '%s'".formatted(name, field.getKey()));
      }
      Optional<String> fault = fault(name + "." + field.getKey(), field.getValue(), known);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }
}

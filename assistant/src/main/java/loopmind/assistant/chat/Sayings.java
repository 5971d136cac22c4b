package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;

/** Says tool calls and songs in a musician's words. */
final class Sayings {

  private static final int SHORT = 60;

  private Sayings() {}

  /** The beginning of a message, where it is long. */
  static String shortened(String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String either(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " or " + parts.getLast();
  }

  /** A number without the decimals that say nothing. */
  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** What a call would do: "another bass (fatter) in hook 2". */
  static String of(ToolCall call) {
    ObjectNode args = call.args();
    String role = args.path("role").asText("layer");
    Tool tool = Tool.named(call.tool()).orElseThrow();
    String deed =
        switch (tool) {
          case COMPOSE_SONG -> "a new song";
          case SEARCH_LOOPS -> "loops that fit";
          case SWAP_LOOP -> "another " + role;
          case ADD_LAYER -> "one more " + role;
          case REMOVE_LAYER -> "no more " + role;
          case ADD_SECTION -> "a new " + args.path("kind").asText("section");
          case REMOVE_SECTION -> "a section less";
          case MOVE_SECTION -> "a section elsewhere";
          case RESIZE_SECTION -> "another length";
          case REGENERATE_SECTION -> "a section written anew";
          case SET_TEMPO -> "another tempo";
          case SET_KEY -> "another key";
          case SET_LEVEL -> "another level of the " + role;
          case ADD_EFFECT -> args.path("effect").asText("an effect").replace('_', ' ');
          case REMOVE_EFFECT -> "an effect less";
          case ADD_TRANSITION -> "a transition";
          case REMOVE_TRANSITION -> "a transition less";
          case MIX_SONG -> "another mix";
          case CHANGE_GENRE -> "the song as " + args.path("style").asText("another genre");
          case REMIX_SONG -> "another version";
          case MATCH_REFERENCE -> "the song after a reference";
          case UNDO -> "the step before";
          case REDO -> "the step after";
          case EXPORT_SONG -> "a file of the song";
          case DESCRIBE_SONG -> "an answer about the song";
        };
    return deed + how(args) + where(args);
  }

  private static String how(ObjectNode args) {
    String query = args.path("query").asText("");
    return query.isEmpty() ? "" : " (" + query + ")";
  }

  private static String where(ObjectNode args) {
    List<String> places = new ArrayList<>();
    if (args.has("section")) {
      places.add("in " + place(args.get("section")));
    }
    for (String side : List.of("into", "after", "before")) {
      if (args.has(side)) {
        places.add(side + " " + place(args.get(side)));
      }
    }
    return places.isEmpty() ? "" : " " + String.join(" ", places);
  }

  /** "hook 2", "the last hook", "from verse 1 to the bridge". */
  static String place(JsonNode section) {
    if (!section.has("kind")) {
      List<String> ends = new ArrayList<>();
      for (String side : List.of("from", "to")) {
        if (section.has(side)) {
          ends.add(side + " " + place(section.get(side)));
        }
      }
      return String.join(" ", ends);
    }
    String kind = section.get("kind").asText().toLowerCase(Locale.ROOT);
    int n = section.path("n").asInt(0);
    return n == 0 ? "the " + kind : n < 0 ? "the last " + kind : kind + " " + n;
  }
}

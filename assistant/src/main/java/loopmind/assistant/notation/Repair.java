package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;

/**
 * What code knows better than the model: roles of named sounds, spellings of styles, numbers of new
 * sections.
 */
final class Repair {

  private static final Set<String> HOW_MUCH =
      Set.of("louder", "quieter", "softer", "lower", "higher");
  private static final Set<Tool> PICKING =
      EnumSet.of(Tool.REMOVE_LAYER, Tool.SET_LEVEL, Tool.ADD_EFFECT, Tool.REMOVE_EFFECT);
  private static final Pattern STEM = Pattern.compile("[a-z0-9]+");
  private static final String MORE = "more ";

  private final SongState song;
  private final String text;
  private final String message;
  private final Lexicon lexicon;
  private final Set<Rule> applied;

  /**
   * @param text the message as typed
   * @param applied takes the rules that change something
   */
  Repair(SongState song, String text, Lexicon lexicon, Set<Rule> applied) {
    this.applied = applied;
    this.song = song;
    this.text = text;
    this.message = Folding.plain(text);
    this.lexicon = lexicon;
  }

  ToolCall repaired(ToolCall call) {
    ObjectNode args = call.args();
    Tool tool = Tool.named(call.tool()).orElseThrow();
    if (args.has("style")) {
      put(args, "style", lexicon.style(Folding.plain(args.get("style").asText())), Rule.STYLE);
    }
    for (JsonNode layer : args.path("include")) {
      lexicon
          .roleOf(Folding.plain(layer.path("query").asText("")), message)
          .ifPresent(role -> put((ObjectNode) layer, "role", role, Rule.SOUND_ROLE));
    }
    roleOfLayer(tool, args).ifPresent(role -> put(args, "role", role.word(), Rule.LAYER_ROLE));
    if (tool == Tool.DESCRIBE_SONG) {
      args.put("question", text);
    }
    String query = args.path("query").asText("");
    if (tool == Tool.REGENERATE_SECTION && query.startsWith(MORE)) {
      put(args, "query", query.substring(MORE.length()), Rule.TIDY);
    }
    if (tool == Tool.SET_LEVEL) {
      withoutHowMuch(args, query);
    }
    for (String list : List.of("moods", "use_only", "exclude", "keep", "include")) {
      if (args.has(list)) {
        ArrayNode once = withoutRepeats(args.get(list));
        note(once.size() < args.get(list).size(), Rule.TIDY);
        args.set(list, once);
      }
    }
    for (String place : List.of("section", "after", "before", "into")) {
      numberNew(args.path(place));
    }
    return new ToolCall(call.tool(), args);
  }

  /** "Softer" says how much of a level, not which sound. */
  private void withoutHowMuch(ObjectNode args, String query) {
    String kept =
        Arrays.stream(query.split(" "))
            .filter(word -> !HOW_MUCH.contains(word))
            .collect(Collectors.joining(" "));
    note(!kept.equals(query), Rule.TIDY);
    if (kept.isEmpty()) {
      args.remove("query");
    } else {
      args.put("query", kept);
    }
  }

  private void put(ObjectNode node, String field, String value, Rule rule) {
    note(!value.equals(node.path(field).asText("")), rule);
    node.put(field, value);
  }

  private void note(boolean changed, Rule rule) {
    if (changed) {
      applied.add(rule);
    }
  }

  /** Nobody asks for one thing twice, but a model that repeats itself writes it so. */
  private static ArrayNode withoutRepeats(JsonNode list) {
    Set<JsonNode> once = new LinkedHashSet<>();
    list.forEach(once::add);
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    once.forEach(kept::add);
    return kept;
  }

  /** The role that a loop or a layer named by its sound has in the song. */
  private Optional<Role> roleOfLayer(Tool tool, ObjectNode args) {
    if (tool == Tool.ADD_LAYER) {
      String loop = args.path("loop").asText("").toLowerCase(Locale.ROOT);
      return Optional.ofNullable(song.rolesByLoop().get(loop));
    }
    if (!PICKING.contains(tool)) {
      return Optional.empty();
    }
    Map<String, Set<Role>> words = rolesByWord();
    Set<Role> roles = new HashSet<>();
    stems(args.path("query").asText(""))
        .forEach(word -> roles.addAll(words.getOrDefault(word, Set.of())));
    return roles.size() == 1 ? Optional.of(roles.iterator().next()) : Optional.empty();
  }

  /** Words in the names of the song's loops, and the roles of the loops that have them. */
  private Map<String, Set<Role>> rolesByWord() {
    Map<String, Set<Role>> found = new HashMap<>();
    for (SongState.Section section : song.sections()) {
      for (SongState.Layer layer : section.layers()) {
        stems(layer.loop().replace('_', ' '))
            .forEach(word -> found.computeIfAbsent(word, w -> new HashSet<>()).add(layer.role()));
      }
    }
    return found;
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Matcher words = STEM.matcher(Folding.plain(text));
    while (words.find()) {
      stems.add(words.group().replaceAll("s+$", ""));
    }
    return stems;
  }

  /** The section that the message adds is the one after those of its kind that there are. */
  private void numberNew(JsonNode reference) {
    if (!reference.path("n").asText("").equals(Places.NEW)) {
      return;
    }
    int count =
        SectionKind.named(reference.path("kind").asText())
            .map(kind -> song.positionsOf(kind).size())
            .orElse(0);
    applied.add(Rule.NEW_SECTION);
    ObjectNode place = (ObjectNode) reference;
    if (count > 0) {
      place.put("n", count + 1);
    } else {
      place.remove("n");
    }
  }
}

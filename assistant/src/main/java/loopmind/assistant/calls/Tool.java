package loopmind.assistant.calls;

import static loopmind.assistant.calls.Schema.fields;
import static loopmind.assistant.calls.Schema.flag;
import static loopmind.assistant.calls.Schema.layer;
import static loopmind.assistant.calls.Schema.list;
import static loopmind.assistant.calls.Schema.number;
import static loopmind.assistant.calls.Schema.oneOf;
import static loopmind.assistant.calls.Schema.shared;
import static loopmind.assistant.calls.Schema.step;
import static loopmind.assistant.calls.Schema.text;
import static loopmind.assistant.calls.Schema.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import loopmind.assistant.calls.Schema.Fields;

/**
 * The tools of the contract: the only things a conversation can do.
 *
 * <p>A schema says what arguments look like. Whether a call can be done (a section that is not
 * there, a tempo of 900, an argument that was not said) is for the tool to answer.
 */
public enum Tool {
  COMPOSE_SONG("writes a new song from the library; gives nothing that was not asked for"),
  SEARCH_LOOPS("lists loops that fit, with reasons; needs query or like"),
  SWAP_LOOP("puts another loop in the place of the one that plays a role"),
  ADD_LAYER("adds one more layer"),
  REMOVE_LAYER("takes a layer out"),
  ADD_SECTION("writes a new section of a kind"),
  REMOVE_SECTION("takes a section out"),
  MOVE_SECTION("moves a section; needs after or before"),
  RESIZE_SECTION("makes a section longer or shorter; needs bars"),
  REGENERATE_SECTION("writes one section anew and leaves the rest"),
  SET_TEMPO("changes the tempo; needs bpm or percent"),
  SET_KEY("changes the key; needs key or semitones"),
  SET_LEVEL("makes a layer louder or softer, mutes or unmutes it; needs db or mute"),
  ADD_EFFECT("puts an effect on a layer or on everything"),
  REMOVE_EFFECT("takes an effect off"),
  ADD_TRANSITION("leads into a section"),
  REMOVE_TRANSITION("takes what leads into a section away"),
  MIX_SONG("mixes and masters the whole song: mode, loudness, or a word for its sound"),
  CHANGE_GENRE("turns the same song into another genre"),
  REMIX_SONG("makes another version, or changes the mood of the whole song"),
  MATCH_REFERENCE("takes tempo, key, form and sound from a reference track"),
  UNDO("takes back the last turn"),
  REDO("does again what was taken back"),
  EXPORT_SONG("writes the song to a file"),
  DESCRIBE_SONG("answers a question about the song; changes nothing");

  /** The effects of {@code add_effect}. */
  public static final List<String> EFFECTS =
      List.of(
          "lowpass_sweep",
          "highpass_sweep",
          "reverb",
          "delay",
          "tape_stop",
          "stutter",
          "sidechain",
          "saturation",
          "widen");

  /** The kinds of {@code add_transition}. */
  public static final List<String> TRANSITIONS =
      List.of("riser", "fill", "sweep", "reverb_tail", "tape_stop", "buildup", "cut", "crossfade");

  /** The modes of {@code mix_song}. */
  public static final List<String> MIX_MODES = List.of("raw", "polished", "tape");

  /** The formats of {@code export_song}. */
  public static final List<String> FORMATS =
      List.of("wav", "flac", "mp3", "ogg", "midi", "dawproject");

  private static final Map<String, Tool> BY_WORD = new LinkedHashMap<>();

  static {
    for (Tool tool : values()) {
      BY_WORD.put(tool.word(), tool);
    }
  }

  private final String does;

  Tool(String does) {
    this.does = does;
  }

  /** The tool's name in the contract: {@code compose_song}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, for a reader who sees nothing else. */
  public String does() {
    return does;
  }

  /** The tool of that name. */
  public static Optional<Tool> named(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The JSON schema of its arguments; none of them is required, because a message may lack any. */
  public ObjectNode schema() {
    return Schema.object(arguments());
  }

  /** The schemas of its arguments by name, each whole in itself. */
  public Map<String, JsonNode> argumentSchemas() {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    arguments().forEach((name, schema) -> schemas.put(name, Schema.inlined(schema)));
    return schemas;
  }

  /**
   * What of a call breaks the contract, as one sentence; empty where nothing does.
   *
   * @param call any call
   */
  public static Optional<String> fault(ToolCall call) {
    Optional<Tool> tool = named(call.tool());
    return tool.isEmpty()
        ? Optional.of("There is no tool called '%s'.".formatted(call.tool()))
        : SchemaCheck.fault(call.tool(), call.args(), tool.get().schema()).map(end -> end + ".");
  }

  private Fields arguments() {
    return switch (this) {
      case COMPOSE_SONG -> compose();
      case SEARCH_LOOPS ->
          fields(
                  "query",
                  text(),
                  "like",
                  text(),
                  "role",
                  shared("role"),
                  "bpm",
                  number(),
                  "key",
                  shared("key"))
              .and("limit", whole());
      case SWAP_LOOP, ADD_LAYER -> onLayer().and("loop", text());
      case REMOVE_LAYER -> onLayer();
      case ADD_SECTION ->
          fields(
                  "kind",
                  shared("kind"),
                  "bars",
                  whole(),
                  "after",
                  shared("reference"),
                  "before",
                  shared("reference"))
              .and("query", text());
      case REMOVE_SECTION -> fields("section", shared("section"));
      case MOVE_SECTION ->
          fields(
              "section",
              shared("section"),
              "after",
              shared("reference"),
              "before",
              shared("reference"));
      case RESIZE_SECTION -> fields("section", shared("section"), "bars", whole());
      case REGENERATE_SECTION ->
          fields(
              "section", shared("section"), "query", text(), "energy", number(), "seed", whole());
      case SET_TEMPO -> fields("bpm", number(), "percent", number());
      case SET_KEY -> fields("key", shared("key"), "semitones", whole());
      case SET_LEVEL -> onLayer().and("db", number()).and("mute", flag());
      case ADD_EFFECT, REMOVE_EFFECT -> onLayer().and("effect", oneOf(EFFECTS));
      case ADD_TRANSITION, REMOVE_TRANSITION ->
          fields("kind", oneOf(TRANSITIONS), "into", shared("reference"));
      case MIX_SONG -> fields("mode", oneOf(MIX_MODES), "lufs", number(), "query", text());
      case CHANGE_GENRE -> fields("style", text());
      case REMIX_SONG ->
          fields("query", text(), "keep", list(shared("role")), "style", text(), "amount", number())
              .and("seed", whole());
      case MATCH_REFERENCE -> fields("file", text());
      case UNDO, REDO -> fields("steps", whole());
      case EXPORT_SONG -> fields("format", oneOf(FORMATS), "stems", flag());
      case DESCRIBE_SONG -> fields("question", text());
    };
  }

  private static Fields compose() {
    return fields("style", text(), "moods", list(text()), "bpm", number(), "key", shared("key"))
        .and("bars", whole())
        .and("seconds", number())
        .and("sections", list(step()))
        .and("include", list(layer()))
        .and("exclude", list(text()))
        .and("folder", text())
        .and("anchor", text())
        .and("use_only", list(text()))
        .and("seed", whole());
  }

  private static Fields onLayer() {
    return fields("role", shared("role"), "section", shared("section"), "query", text());
  }

  /**
   * The schema of a whole answer: {@code {"calls": [{"tool", "args"}, …], "cannot": false}}, where
   * {@code cannot} tells a wish that no tool can do from a message without a wish.
   */
  public static ObjectNode answerSchema() {
    ObjectNode[] calls = new ObjectNode[values().length];
    for (Tool tool : values()) {
      calls[tool.ordinal()] =
          Schema.object(
              fields("tool", oneOf(List.of(tool.word())), "args", tool.schema()), "tool", "args");
    }
    ObjectNode answer =
        Schema.object(
            fields("calls", list(Schema.anyOf(calls)), "cannot", flag()), "calls", "cannot");
    answer.set(Schema.DEFINITIONS, Schema.definitions());
    return answer;
  }

  /** Every tool with what it does and the schema of its arguments, a line each. */
  public static String described() {
    StringBuilder text = new StringBuilder();
    text.append("{\"").append(Schema.DEFINITIONS).append("\": ");
    text.append(Schema.definitions()).append("}\n");
    for (Tool tool : values()) {
      text.append(tool.word()).append(": ").append(tool.does()).append(". ");
      text.append(tool.schema().get("properties")).append('\n');
    }
    return text.toString().strip();
  }
}

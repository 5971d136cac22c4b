package loopmind.assistant.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;

/**
 * Finds what a message leaves open: an argument that the contract wants and nobody said, or two
 * readings that are equally near. What the contract settles (a kind without a number is every one
 * of them) is not asked about.
 */
final class Doubts {

  /** After these the song is another one, and what was read of it is no ground for a question. */
  private static final Set<Tool> ANOTHER_SONG =
      EnumSet.of(
          Tool.COMPOSE_SONG,
          Tool.UNDO,
          Tool.REDO,
          Tool.CHANGE_GENRE,
          Tool.REMIX_SONG,
          Tool.MATCH_REFERENCE);

  private final SongState song;
  private final Choices choices;

  private Doubts(SongState song) {
    this.song = song;
    choices = new Choices(song);
  }

  /** What is open about one call. */
  private record Doubt(String argument, String sentence, List<Choice> choices, boolean several) {

    static Optional<Doubt> free(String argument, String sentence) {
      return Optional.of(new Doubt(argument, sentence, List.of(), false));
    }

    /** One of several; with a single choice there is nothing to ask, and without any no answer. */
    static Optional<Doubt> oneOf(
        String argument, String question, List<Choice> choices, boolean several) {
      String sentence = "%s: %s?".formatted(question, Sayings.either(labels(choices)));
      return choices.isEmpty()
          ? Optional.empty()
          : Optional.of(new Doubt(argument, sentence, choices, several));
    }

    private static List<String> labels(List<Choice> choices) {
      return choices.stream().map(Choice::label).toList();
    }
  }

  /**
   * The first question that a message raises; empty where everything is clear, or where there is no
   * song that could be asked about.
   */
  static Optional<OpenQuestion> first(String message, List<ToolCall> calls, SongState song) {
    Doubts doubts = new Doubts(song);
    for (int i = 0; i < calls.size(); i++) {
      Tool tool = Tool.named(calls.get(i).tool()).orElseThrow();
      if (ANOTHER_SONG.contains(tool) && i + 1 < calls.size()) {
        return Optional.empty();
      }
      Optional<Doubt> doubt = doubts.about(tool, calls.get(i).args());
      if (doubt.isPresent()) {
        Doubt found = doubt.get();
        return Optional.of(
            new OpenQuestion(
                message,
                calls,
                i,
                found.argument(),
                found.sentence(),
                found.choices(),
                found.several()));
      }
    }
    return Optional.empty();
  }

  private Optional<Doubt> about(Tool tool, ObjectNode args) {
    if (tool == Tool.SEARCH_LOOPS) {
      return lacks(args, "query", "like", "role")
          ? Doubt.free("query", "What should it sound like? Say some words, or name a loop.")
          : Optional.empty();
    }
    if (song.isEmpty()) {
      return Optional.empty();
    }
    return switch (tool) {
      case SWAP_LOOP -> role(args).or(() -> rival(args));
      case REMOVE_LAYER -> role(args);
      case SET_LEVEL -> role(args).or(() -> level(args)).or(() -> end(args));
      case ADD_LAYER -> one(args, "role", "What should it be", Choices.everyRole());
      case ADD_SECTION -> one(args, "kind", "Which kind of section", Choices.everyKind());
      case REMOVE_SECTION, REGENERATE_SECTION -> section(args);
      case RESIZE_SECTION -> section(args).or(() -> bars(args));
      case MOVE_SECTION -> section(args).or(() -> alike(args)).or(() -> place(args));
      case ADD_EFFECT -> one(args, "effect", "Which effect", Choices.words("effect", Tool.EFFECTS));
      case ADD_TRANSITION -> transition(args);
      case SET_TEMPO, SET_KEY, CHANGE_GENRE, MATCH_REFERENCE -> whole(tool, args);
      default -> Optional.empty();
    };
  }

  /** Asks for one of several where the argument is missing. */
  private static Optional<Doubt> one(
      ObjectNode args, String argument, String question, List<Choice> choices) {
    return when(args, argument, () -> Doubt.oneOf(argument, question, choices, false));
  }

  private interface Asking {
    Optional<Doubt> ask();
  }

  private static Optional<Doubt> when(ObjectNode args, String missing, Asking asking) {
    return args.has(missing) ? Optional.empty() : asking.ask();
  }

  private static boolean lacks(ObjectNode args, String... names) {
    for (String name : names) {
      if (args.has(name)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Doubt> whole(Tool tool, ObjectNode args) {
    return switch (tool) {
      case SET_TEMPO ->
          lacks(args, "bpm", "percent")
              ? Doubt.free("bpm", "Which tempo?" + song.bpm().map(Doubts::runsAt).orElse(""))
              : Optional.empty();
      case SET_KEY ->
          lacks(args, "key", "semitones")
              ? Doubt.free(
                  "key",
                  "Which key?" + song.key().map(key -> " The song is in " + key + ".").orElse(""))
              : Optional.empty();
      case CHANGE_GENRE ->
          when(
              args,
              "style",
              () -> Doubt.free("style", "Which genre, such as drill, house or lofi?"));
      default ->
          when(
              args,
              "file",
              () ->
                  Doubt.free(
                      "file", "Which track should it follow? Give the path of an audio file."));
    };
  }

  private static String runsAt(double bpm) {
    return " The song runs at %s BPM.".formatted(Sayings.plain(bpm));
  }

  private Optional<Doubt> role(ObjectNode args) {
    return when(
        args,
        "role",
        () -> Doubt.oneOf("role", "Which layer", choices.roles(args.path("section")), true));
  }

  /**
   * Two loops of the role sound at once, and nothing says which of them is meant. Of drums and the
   * like the main one is: nobody asks for "the second drums".
   */
  private Optional<Doubt> rival(ObjectNode args) {
    Role role = Role.named(args.get("role").asText()).orElseThrow();
    if (args.has("query") || !role.isTonal()) {
      return Optional.empty();
    }
    List<Choice> rivals =
        choices.rivals(role, args.path("section")).stream()
            .map(loop -> Choice.of(loop, "query", loop))
            .toList();
    return Doubt.oneOf("query", "Which one", rivals, true);
  }

  private Optional<Doubt> level(ObjectNode args) {
    if (!lacks(args, "db", "mute")) {
      return Optional.empty();
    }
    ObjectNode up = JsonNodeFactory.instance.objectNode().put("db", 3);
    ObjectNode down = JsonNodeFactory.instance.objectNode().put("db", -3);
    ObjectNode off = JsonNodeFactory.instance.objectNode().put("mute", true);
    return Doubt.oneOf(
        "db",
        "How",
        List.of(new Choice("louder", up), new Choice("quieter", down), new Choice("muted", off)),
        false);
  }

  /** A stretch that is open at one side, with several sections of its kind to begin or end at. */
  private Optional<Doubt> end(ObjectNode args) {
    JsonNode section = args.path("section");
    if (section.has("from") == section.has("to")) {
      return Optional.empty();
    }
    String side = section.has("from") ? "from" : "to";
    return repeated(section.get(side))
        .flatMap(kind -> Doubt.oneOf("section", "Which one", choices.ends(side, kind), false));
  }

  private Optional<Doubt> alike(ObjectNode args) {
    return repeated(args.get("section"))
        .flatMap(
            kind ->
                Doubt.oneOf(
                    "section",
                    "Which " + kind.word(),
                    choices.sections("section", name -> name.kind() == kind),
                    false));
  }

  /** The kind of a reference that could be any of several sections. */
  private Optional<SectionKind> repeated(JsonNode reference) {
    return reference.path("n").asInt(0) == 0
        ? SectionKind.named(reference.path("kind").asText())
            .filter(kind -> song.positionsOf(kind).size() > 1)
        : Optional.empty();
  }

  private Optional<Doubt> section(ObjectNode args) {
    return one(args, "section", "Which section", choices.sections("section", name -> true));
  }

  private Optional<Doubt> bars(ObjectNode args) {
    return when(
        args,
        "bars",
        () ->
            Doubt.free(
                "bars",
                "How many bars?"
                    + choices
                        .barsOf(args.get("section"))
                        .map(" It has %d."::formatted)
                        .orElse("")));
  }

  private Optional<Doubt> place(ObjectNode args) {
    return lacks(args, "after", "before")
        ? Doubt.oneOf(
            "after", "After which section", choices.sections("after", name -> true), false)
        : Optional.empty();
  }

  private Optional<Doubt> transition(ObjectNode args) {
    return one(args, "kind", "Which transition", Choices.words("kind", Tool.TRANSITIONS))
        .or(() -> into(args));
  }

  private Optional<Doubt> into(ObjectNode args) {
    List<Choice> sections = choices.sections("into", name -> name.bar() > 1);
    return when(args, "into", () -> Doubt.oneOf("into", "Into which section", sections, true));
  }
}

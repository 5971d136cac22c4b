package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * Notation into tool calls: slots filled, and everything worked out that the song decides. One
 * reader reads what was written for one message.
 */
final class CallReader {

  private static final Pattern ARGUMENT =
      Pattern.compile(
          "\\$[a-z]+|=[a-z]+|@(?:from|after|to|before|[a-z]+)|\\^[a-z]+|>[a-z]+|<(?![lkdyn]\\d)[a-z]+");
  private static final Pattern STEP = Pattern.compile(" ([a-z]+)(" + Words.SLOT + "|\\d+)?");
  private static final int USUAL_BARS = 8;

  private static final Map<String, String> TEXTS = Map.of("style", "style", "q", "query");
  private static final Map<String, String> NAMES =
      Map.of(
          "loop", "loop", "folder", "folder", "anchor", "anchor", "file", "file", "like", "like");
  private static final Map<String, String> NUMBERS =
      Map.of(
          "seed",
          "seed",
          "top",
          "limit",
          "steps",
          "steps",
          "db",
          "db",
          "pct",
          "percent",
          "st",
          "semitones",
          "len",
          "seconds");

  private record Piece(char sign, String name, String rest) {}

  private final SongState song;
  private final Map<String, Slot> slots;
  private final Map<String, String> spelling;
  private final Places places;

  /**
   * @param spelling simplified word to the word as typed
   */
  CallReader(SongState song, Map<String, Slot> slots, Map<String, String> spelling) {
    this.song = song;
    this.slots = slots;
    this.spelling = spelling;
    this.places = new Places(song, slots);
  }

  /**
   * The calls, before {@link Repair}.
   *
   * @throws NotationUnreadable where one cannot be read
   */
  List<ToolCall> read(String notation) {
    List<ToolCall> calls = new ArrayList<>();
    for (String clause : notation.split(";", -1)) {
      List<Piece> pieces = new ArrayList<>();
      String word = pieces(clause, pieces);
      if (word.equals("none") || word.equals("cannot")) {
        continue;
      }
      Tool tool = Words.TOOLS.get(word);
      if (tool == null) {
        throw new NotationUnreadable("there is no tool '%s'", word);
      }
      ObjectNode args = JsonNodeFactory.instance.objectNode();
      pieces.forEach(piece -> read(tool, piece, args));
      calls.add(new ToolCall(tool.word(), args));
    }
    return calls;
  }

  /** Splits a clause into its arguments, and returns its first word. */
  private static String pieces(String clause, List<Piece> pieces) {
    Matcher found = ARGUMENT.matcher(clause);
    int first = clause.length();
    while (found.find()) {
      first = pieces.isEmpty() ? found.start() : first;
      int end = found.end();
      Matcher next = ARGUMENT.matcher(clause);
      String rest = clause.substring(end, next.find(end) ? next.start() : clause.length());
      pieces.add(new Piece(clause.charAt(found.start()), found.group().substring(1), rest));
    }
    return clause.substring(0, first).strip();
  }

  private void read(Tool tool, Piece piece, ObjectNode args) {
    switch (piece.sign) {
      case '=' -> args.put("role", piece.name);
      case '@' -> args.set("section", places.section(piece.name, piece.rest));
      case '^' -> args.set("into", places.reference(piece.name + piece.rest));
      case '>' -> args.set("after", places.reference(piece.name + piece.rest));
      case '<' -> args.set("before", places.reference(piece.name + piece.rest));
      default -> {
        if (!named(piece.name, piece.rest, args)
            && !listed(tool, piece.name, piece.rest, args)
            && !worked(piece.name, piece.rest, args)
            && !word(tool, piece.name, piece.rest, args)) {
          throw new NotationUnreadable("'%s' takes no '$%s'", tool.word(), piece.name);
        }
      }
    }
  }

  /** Arguments that hold one text, name or number. */
  private boolean named(String name, String rest, ObjectNode args) {
    if (TEXTS.containsKey(name)) {
      args.put(TEXTS.get(name), Values.text(rest, slots, spelling));
    } else if (NAMES.containsKey(name)) {
      args.put(NAMES.get(name), Values.name(rest, slots, spelling));
    } else if (NUMBERS.containsKey(name)) {
      args.set(NUMBERS.get(name), Values.json(number(rest)));
    } else {
      return false;
    }
    return true;
  }

  /** Arguments that are lists. */
  private boolean listed(Tool tool, String name, String rest, ObjectNode args) {
    if (name.equals("mood")) {
      args.withArrayProperty("moods").add(Values.text(rest, slots, spelling));
    } else if (name.equals("only")) {
      args.withArrayProperty("use_only").add(Values.name(rest, slots, spelling));
    } else if (tool == Tool.COMPOSE_SONG && Words.ROLES.contains(name)) {
      ObjectNode layer = args.withArrayProperty("include").addObject().put("role", name);
      String query = Values.text(rest, slots, spelling);
      if (!query.isEmpty()) {
        layer.put("query", query);
      }
    } else if (name.equals("no")) {
      args.withArrayProperty("exclude").add(Values.text(rest, slots, spelling));
    } else if (name.startsWith("no") && Words.ROLES.contains(name.substring(2))) {
      args.withArrayProperty("exclude").add(name.substring(2));
    } else if (name.startsWith("keep") && Words.ROLES.contains(name.substring(4))) {
      args.withArrayProperty("keep").add(name.substring(4));
    } else if (name.equals("plan")) {
      plan(rest, args.putArray("sections"));
    } else {
      return false;
    }
    return true;
  }

  private void plan(String rest, ArrayNode sections) {
    Matcher steps = STEP.matcher(rest);
    while (steps.find()) {
      if (!Words.KINDS.contains(steps.group(1))) {
        throw new NotationUnreadable("'%s' is no kind of section", steps.group(1));
      }
      if (steps.group(2) == null) {
        sections.add(steps.group(1));
      } else {
        ObjectNode step = sections.addObject().put("kind", steps.group(1));
        step.set("bars", Values.json(number(steps.group(2))));
      }
    }
  }

  /** Arguments that the song decides with the message. */
  private boolean worked(String name, String rest, ObjectNode args) {
    switch (name) {
      case "bpm" -> args.set("bpm", Values.json(bpm(rest)));
      case "key" -> args.put("key", key(rest));
      case "relmajor", "relminor", "parmajor", "parminor" -> args.put("key", keyFrom(name, song));
      case "bars", "double", "half" -> args.set("bars", Values.json(bars(name, rest, args)));
      case "lufs" -> args.set("lufs", Values.json(-Math.abs(number(rest))));
      case "amt" -> {
        double amount = number(rest);
        args.set("amount", Values.json(amount > 1 ? amount / 100 : amount));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private double bpm(String rest) {
    double value = number(rest);
    return isChange(rest) && song.bpm().isPresent() ? song.bpm().get() + value : Math.abs(value);
  }

  private static boolean isChange(String rest) {
    return rest.strip().startsWith("+") || rest.strip().startsWith("-");
  }

  private String key(String rest) {
    Slot slot = slots.get(rest.strip());
    if (slot == null || slot.kind() != Slot.Kind.KEY) {
      throw new NotationUnreadable("'%s' is no key", rest);
    }
    return slot.text();
  }

  /** Relative or parallel key of the song's; without a song the bare mode. */
  static String keyFrom(String word, SongState song) {
    String mode = word.substring(3);
    if (song.key().isEmpty()) {
      return mode;
    }
    MusicalKey now = song.key().get();
    Mode wanted = mode.equals("minor") ? Mode.MINOR : Mode.MAJOR;
    if (word.startsWith("par")) {
      return new MusicalKey(now.tonic(), wanted).text();
    }
    return (now.mode() == wanted ? now : now.relative()).text();
  }

  private double bars(String name, String rest, ObjectNode args) {
    JsonNode section = args.path("section");
    int now = section.has("kind") ? places.bars(section).orElse(USUAL_BARS) : USUAL_BARS;
    if (name.equals("double")) {
      return now * 2;
    }
    if (name.equals("half")) {
      return now / 2;
    }
    return isChange(rest) ? now + number(rest) : number(rest);
  }

  private double number(String text) {
    return Values.number(text, slots);
  }

  /** Arguments that are said by their word alone. */
  private static boolean word(Tool tool, String name, String rest, ObjectNode args) {
    switch (name) {
      case "slight" -> args.put("amount", 0.25);
      case "full" -> args.put("amount", 1);
      case "mute", "unmute" -> args.put("mute", name.equals("mute"));
      case "big" -> args.put("energy", 1);
      case "calm" -> args.put("energy", -1);
      default -> {
        return likeRole(name, args) || wordOf(tool, name, rest, args);
      }
    }
    return true;
  }

  private static boolean likeRole(String name, ObjectNode args) {
    boolean role = name.startsWith("like") && Words.ROLES.contains(name.substring(4));
    if (role) {
      args.put("like", name.substring(4));
    }
    return role;
  }

  private static boolean wordOf(Tool tool, String name, String rest, ObjectNode args) {
    return switch (tool) {
      case ADD_EFFECT, REMOVE_EFFECT -> put(args, "effect", Words.EFFECTS.get(name));
      case ADD_TRANSITION, REMOVE_TRANSITION -> put(args, "kind", Words.TRANSITIONS.get(name));
      case ADD_SECTION -> put(args, "kind", Words.KINDS.contains(name) ? name : null);
      case MIX_SONG -> put(args, "mode", Tool.MIX_MODES.contains(name) ? name : null);
      case EXPORT_SONG -> {
        if (name.equals("stems")) {
          args.put("stems", true);
          yield true;
        }
        String format = name + rest;
        yield put(args, "format", Tool.FORMATS.contains(format) ? format : null);
      }
      default -> false;
    };
  }

  private static boolean put(ObjectNode args, String argument, @Nullable String word) {
    if (word != null) {
      args.put(argument, word);
    }
    return word != null;
  }
}

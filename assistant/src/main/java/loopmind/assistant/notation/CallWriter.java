package loopmind.assistant.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;

/**
 * Tool calls into notation, in the words and slots of a prompt: the model is shown earlier turns.
 */
final class CallWriter {

  private record Part(int position, String written) {}

  private final Prompted prompted;
  private final SongState song;

  CallWriter(Prompted prompted, SongState song) {
    this.prompted = prompted;
    this.song = song;
  }

  /** The notation of these calls, with its leading space. */
  String write(List<ToolCall> calls) {
    return calls.isEmpty()
        ? " none"
        : calls.stream().map(call -> " " + clause(call)).collect(Collectors.joining(";"));
  }

  private String clause(ToolCall call) {
    Tool tool =
        Tool.named(call.tool())
            .orElseThrow(
                () -> new IllegalArgumentException("No tool is called " + call.tool() + "."));
    String word = Words.shortFor(tool);
    ObjectNode args = call.args();
    return switch (tool) {
      case COMPOSE_SONG -> word + compose(args);
      case DESCRIBE_SONG -> word;
      default -> word + what(tool, args) + where(args) + rest(args);
    };
  }

  /** In the order in which the prompt says them. */
  private String compose(ObjectNode args) {
    List<Part> parts = new ArrayList<>();
    said(args, "style").ifPresent(style -> add(parts, "$style" + prompted.style(style.asText())));
    said(args, "key").ifPresent(key -> add(parts, key(key.asText())));
    args.path("moods").forEach(mood -> add(parts, "$mood" + prompted.words(mood.asText())));
    if (!args.path("sections").isEmpty()) {
      add(parts, "$plan" + plan(args.get("sections")));
    }
    said(args, "bpm").ifPresent(bpm -> add(parts, "$bpm" + number(bpm)));
    said(args, "bars").ifPresent(bars -> add(parts, "$bars" + number(bars)));
    said(args, "seed").ifPresent(seed -> add(parts, "$seed" + number(seed)));
    said(args, "seconds")
        .ifPresent(seconds -> add(parts, "$len" + prompted.seconds(seconds.asDouble())));
    args.path("include").forEach(layer -> parts.add(include(layer)));
    args.path("exclude").forEach(word -> parts.add(exclude(word.asText())));
    for (String argument : List.of("folder", "anchor")) {
      said(args, argument)
          .ifPresent(name -> add(parts, "$" + argument + prompted.name(name.asText())));
    }
    args.path("use_only").forEach(name -> add(parts, "$only" + prompted.name(name.asText())));
    return parts.stream()
        .sorted(Comparator.comparingInt(Part::position))
        .map(Part::written)
        .collect(Collectors.joining());
  }

  private void add(List<Part> parts, String written) {
    parts.add(new Part(prompted.position(written), written));
  }

  private Part include(JsonNode layer) {
    String role = layer.path("role").asText();
    String query = layer.path("query").asText("");
    String written = "$" + role + prompted.words(query);
    int at = query.isEmpty() ? prompted.positionOfRole(role) : prompted.position(written);
    return new Part(at, written);
  }

  private Part exclude(String word) {
    String role = word.toLowerCase(Locale.ROOT);
    if (Words.ROLES.contains(role)) {
      return new Part(prompted.positionOfRole(role), "$no" + role);
    }
    String written = "$no" + prompted.words(word);
    return new Part(prompted.position(written), written);
  }

  private String plan(JsonNode sections) {
    StringBuilder plan = new StringBuilder();
    for (JsonNode step : sections) {
      plan.append(" ").append(step.isTextual() ? step.asText() : step.path("kind").asText());
      said(step, "bars").ifPresent(bars -> plan.append(number(bars)));
    }
    return plan.toString();
  }

  private static Optional<JsonNode> said(JsonNode args, String argument) {
    JsonNode value = args.get(argument);
    boolean empty =
        value == null || value.isNull() || (value.isTextual() && value.asText().isEmpty());
    return empty ? Optional.empty() : Optional.of(value);
  }

  private String number(JsonNode number) {
    return prompted.number(number.asDouble());
  }

  private String key(String key) {
    return prompted.key(key).map(slot -> "$key" + slot).orElseGet(() -> keyFromSong(key));
  }

  private String keyFromSong(String key) {
    String mode = key.substring(key.lastIndexOf(' ') + 1);
    for (String word : List.of("relmajor", "relminor", "parmajor", "parminor")) {
      String meant = CallReader.keyFrom(word, song);
      boolean relative = word.startsWith("rel");
      if ((meant.equals(key) || meant.equals(mode)) && (!relative || prompted.says("relative"))) {
        return "$" + word;
      }
    }
    return key.endsWith("major") ? "$parmajor" : "$parminor";
  }

  /** Effect, kind, mode, role, section, level, tempo, key, length. */
  private String what(Tool tool, ObjectNode args) {
    StringBuilder out = new StringBuilder();
    said(args, "effect")
        .ifPresent(e -> out.append("$").append(Words.shortFor(Words.EFFECTS, e.asText())));
    said(args, "kind")
        .ifPresent(k -> out.append("$").append(Words.shortFor(Words.TRANSITIONS, k.asText())));
    said(args, "mode").ifPresent(mode -> out.append("$").append(mode.asText()));
    said(args, "role").ifPresent(role -> out.append("=").append(role.asText()));
    said(args, "section").ifPresent(section -> out.append(section(section)));
    said(args, "mute").ifPresent(mute -> out.append(mute.asBoolean() ? "$mute" : "$unmute"));
    said(args, "db").ifPresent(db -> out.append("$db").append(number(db)));
    if (tool == Tool.SET_TEMPO) {
      out.append(tempo(args));
    } else {
      said(args, "bpm").ifPresent(bpm -> out.append("$bpm").append(number(bpm)));
    }
    said(args, "key").ifPresent(key -> out.append(key(key.asText())));
    said(args, "semitones").ifPresent(steps -> out.append("$st").append(number(steps)));
    if (tool == Tool.RESIZE_SECTION) {
      said(args, "bars").ifPresent(bars -> out.append(resized(args, bars.asDouble())));
    } else {
      said(args, "bars").ifPresent(bars -> out.append("$bars").append(number(bars)));
    }
    return out.toString();
  }

  private static String section(JsonNode section) {
    if (section.has("kind")) {
      return "@" + reference(section);
    }
    return "@"
        + List.of("from", "to").stream()
            .filter(section::has)
            .map(side -> side + " " + reference(section.get(side)))
            .collect(Collectors.joining(" "));
  }

  private static String reference(JsonNode reference) {
    JsonNode n = reference.path("n");
    String kind = reference.path("kind").asText();
    if (n.isTextual()) {
      return kind + " " + n.asText();
    }
    int number = n.asInt(0);
    return number == 0 ? kind : number == Places.LAST ? kind + " last" : kind + number;
  }

  private String tempo(ObjectNode args) {
    if (args.has("percent")) {
      return "$pct" + number(args.get("percent"));
    }
    if (!args.has("bpm")) {
      return "";
    }
    double value = args.get("bpm").asDouble();
    Optional<String> direct = prompted.numberSlot(number -> number == value);
    if (direct.isPresent() || song.bpm().isEmpty()) {
      return "$bpm" + direct.orElseGet(() -> prompted.number(value));
    }
    double now = song.bpm().get();
    String sign = value > now ? "+" : "-";
    double change = Math.abs(value - now);
    return prompted
        .numberSlot(number -> number == change)
        .map(step -> "$bpm" + sign + step)
        .or(
            () ->
                prompted
                    .numberSlot(number -> Math.abs(now * number / 100 - change) <= 0.5)
                    .map(percent -> "$pct" + sign + percent))
        .orElseGet(() -> "$bpm" + Prompted.digits(value));
  }

  private String resized(ObjectNode args, double value) {
    Optional<String> direct = prompted.numberSlot(number -> number == value);
    JsonNode section = args.path("section");
    Optional<Integer> now =
        section.has("kind") ? new Places(song, Map.of()).bars(section) : Optional.empty();
    if (direct.isEmpty() && now.isPresent()) {
      if (value == 2 * now.get()) {
        return "$double";
      }
      if (value * 2 == now.get()) {
        return "$half";
      }
      double change = Math.abs(value - now.get());
      Optional<String> step = prompted.numberSlot(number -> number == change);
      if (step.isPresent()) {
        return "$bars" + (value > now.get() ? "+" : "-") + step.get();
      }
    }
    return "$bars" + direct.orElseGet(() -> prompted.number(value));
  }

  private static String where(ObjectNode args) {
    StringBuilder out = new StringBuilder();
    said(args, "into").ifPresent(into -> out.append("^").append(reference(into)));
    said(args, "after").ifPresent(after -> out.append(">").append(reference(after)));
    said(args, "before").ifPresent(before -> out.append("<").append(reference(before)));
    return out.toString();
  }

  private String rest(ObjectNode args) {
    StringBuilder out = new StringBuilder();
    said(args, "query").ifPresent(q -> out.append("$q").append(prompted.words(q.asText())));
    said(args, "loop").ifPresent(loop -> out.append("$loop").append(prompted.name(loop.asText())));
    said(args, "like").ifPresent(like -> out.append("$like").append(like(like.asText())));
    said(args, "style").ifPresent(s -> out.append("$style").append(prompted.style(s.asText())));
    said(args, "file").ifPresent(file -> out.append("$file").append(prompted.name(file.asText())));
    args.path("keep").forEach(role -> out.append("$keep").append(role.asText()));
    said(args, "energy").ifPresent(e -> out.append(e.asDouble() > 0 ? "$big" : "$calm"));
    said(args, "amount").ifPresent(amount -> out.append(amount(amount.asDouble())));
    said(args, "seed").ifPresent(seed -> out.append("$seed").append(number(seed)));
    said(args, "limit").ifPresent(limit -> out.append("$top").append(number(limit)));
    said(args, "lufs")
        .ifPresent(l -> out.append("$lufs").append(prompted.number(Math.abs(l.asDouble()))));
    said(args, "steps")
        .filter(steps -> steps.asInt() != 1)
        .ifPresent(steps -> out.append("$steps").append(number(steps)));
    said(args, "format").ifPresent(format -> out.append("$").append(format.asText()));
    out.append(args.path("stems").asBoolean() ? "$stems" : "");
    return out.toString();
  }

  private String like(String like) {
    return Words.ROLES.contains(like) ? like : prompted.name(like);
  }

  private String amount(double amount) {
    if (amount == 0.5) {
      return "";
    }
    if (amount == 0.25 || amount == 1) {
      return amount == 1 ? "$full" : "$slight";
    }
    return "$amt"
        + prompted
            .numberSlot(number -> number == amount)
            .orElseGet(() -> prompted.number(Math.rint(amount * 100)));
  }
}

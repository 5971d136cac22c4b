package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;

/** One message to a song, as the embedded model reads it, and the way back to calls. */
public final class MessagePrompt {

  private static final int TURNS = 2;
  private static final Pattern WORKED_OUT =
      Pattern.compile(
          "\\$(?:double|half|(?:bars|bpm)[+-]|(?:rel|par)(?:major|minor))|@(?:after|before) ");
  private static final Pattern TOKEN = Pattern.compile(Words.SLOT + "|[a-z0-9#]+");

  private final SongState song;
  private final String text;
  private final List<Turn> turns;
  private final Lexicon lexicon;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final String message;
  private final String line;
  private final List<String> history = new ArrayList<>();
  private final String prompt;
  private final Set<Rule> applied = EnumSet.noneOf(Rule.class);

  /**
   * @param turns earlier turns, the latest last; only the last two are read
   * @param library names of loops and folders beside those of the song
   */
  MessagePrompt(
      SongState song, List<Turn> turns, String text, Collection<String> library, Lexicon lexicon) {
    this.song = song;
    this.text = text;
    this.turns = List.copyOf(turns);
    this.lexicon = lexicon;
    SlotMarks marks = new SlotMarks();
    Tags tags = new Tags(lexicon, song);
    Map<String, Role> roles = song.rolesByLoop();
    Set<String> known = new LinkedHashSet<>(roles.keySet());
    known.addAll(library);
    String unmended = slotted(text, marks, known, roles);
    message = marks.written(lexicon.mended(unmended), slots);
    note(!slots.isEmpty(), Rule.SLOTS);
    note(!lexicon.mended(unmended).equals(unmended), Rule.SPELLING);
    StringBuilder lines = new StringBuilder();
    for (Turn turn : turns.subList(Math.max(0, turns.size() - TURNS), turns.size())) {
      String said = marks.written(lexicon.mended(slotted(turn.user(), marks, known, roles)), slots);
      Prompted prompted = new Prompted(said + " " + message, slots, lexicon);
      String calls = new CallWriter(prompted, song).write(turn.calls());
      lines.append(line(tags.tagged(said))).append(" =>").append(calls).append('\n');
      history.add(said);
    }
    line = line(tags.tagged(message));
    note(!line.equals(line(message)), Rule.TAGS);
    prompt = state(song) + "\n" + lines + line + " =>";
  }

  private static String slotted(
      String text, SlotMarks marks, Collection<String> known, Map<String, Role> roles) {
    String named = new Names(marks, known, roles).marked(Folding.fold(text));
    String lower = new Keys(marks).marked(named).toLowerCase(Locale.ROOT);
    String timed = new Durations(marks).marked(Numbers.inDigits(lower));
    return Folding.simplify(new Numbers(marks).marked(timed));
  }

  private static String line(String text) {
    return text.startsWith("<") ? text : " " + text;
  }

  private static String state(SongState song) {
    List<String> kinds = new ArrayList<>();
    for (SectionKind kind : SectionKind.values()) {
      int count = song.positionsOf(kind).size();
      if (count > 0) {
        kinds.add(kind.word() + (count > 1 ? count : ""));
      }
    }
    return kinds.isEmpty() ? "-" : String.join(" ", kinds);
  }

  /** What the model is given. */
  public String prompt() {
    return prompt;
  }

  /** The message's own line of the prompt. */
  String message() {
    return message;
  }

  Map<String, Slot> slots() {
    return slots;
  }

  /** The names of the slots, by kind; an empty list for kinds that the prompt lacks. */
  Map<Slot.Kind, List<String>> slotNames() {
    Map<Slot.Kind, List<String>> names = new EnumMap<>(Slot.Kind.class);
    for (Slot.Kind kind : Slot.Kind.values()) {
      names.put(
          kind,
          slots.entrySet().stream()
              .filter(slot -> slot.getValue().kind() == kind)
              .map(Map.Entry::getKey)
              .toList());
    }
    return names;
  }

  /** The words that strings may be made of: those of the message, then those of its history. */
  List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    Matcher tokens = TOKEN.matcher(message + " " + String.join(" ", history));
    while (tokens.find()) {
      if (!tokens.group().startsWith("<")) {
        words.add(tokens.group());
      }
    }
    return List.copyOf(words);
  }

  /** The notation of calls for this prompt. */
  String notation(List<ToolCall> calls) {
    String offered = message + history.stream().map(h -> " " + h).collect(Collectors.joining());
    return new CallWriter(new Prompted(offered, slots, lexicon), song).write(calls);
  }

  private void note(boolean changed, Rule rule) {
    if (changed) {
      applied.add(rule);
    }
  }

  /** The rules that had a say in this prompt, and in the calls that were read for it last. */
  public Set<Rule> rules() {
    return Collections.unmodifiableSet(applied);
  }

  /**
   * The calls that a notation stands for.
   *
   * @throws NotationUnreadable where one cannot be read
   */
  public List<ToolCall> calls(String notation) {
    note(WORKED_OUT.matcher(notation).find(), Rule.WORKED_OUT);
    Repair repair = new Repair(song, text, lexicon, applied);
    return new CallReader(song, slots, Folding.spellings(text))
        .read(notation).stream().map(repair::repaired).toList();
  }

  /** The calls with "it" and "there" resolved to the section that the turn before added. */
  public List<ToolCall> pointed(List<ToolCall> calls) {
    List<ToolCall> pointed = new JustAdded(song, lexicon).resolved(calls, turns, message);
    note(!pointed.equals(calls), Rule.JUST_ADDED);
    return pointed;
  }
}

package loopmind.assistant.notation;

import static loopmind.assistant.notation.ComposeLists.BARS;
import static loopmind.assistant.notation.ComposeLists.FOLDER;
import static loopmind.assistant.notation.ComposeLists.SECTION;
import static loopmind.assistant.notation.ComposeLists.SEED;
import static loopmind.assistant.notation.ComposeLists.TEMPO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import loopmind.assistant.notation.ComposeClause.Argument;

/**
 * Reads the sections, numbers, keys, lengths and names of a request for a new song off its words.
 */
final class ComposeFacts {

  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final int FEWEST_SECTIONS = 3;
  private static final int LONGEST_FOLDER = 4;

  /** What a slot is for; not sure where only its size says so. */
  private record Field(String name, boolean sure) {}

  private final ComposeMessage message;
  private final ComposeClause clause;

  ComposeFacts(ComposeMessage message, ComposeClause clause) {
    this.message = message;
    this.clause = clause;
  }

  /**
   * @param placed names that the model has a place for; it holds where no word tells another
   */
  void read(Set<String> placed) {
    plan();
    slots();
    names(placed);
    folder();
  }

  private void plan() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < message.size(); i++) {
      String token = message.tokens().get(i);
      boolean second = token.equals("chorus") && message.word(i - 1).equals("pre");
      if (SECTION.containsKey(token)
          && !second
          && !ComposeLists.NOT.contains(message.word(i - 1))) {
        places.add(i);
      }
    }
    if (places.size() < FEWEST_SECTIONS || message.hasAny(ComposeLists.UNCLEAR)) {
      return;
    }
    boolean left = countedBefore(places.getFirst());
    List<String> steps = new ArrayList<>();
    for (int n = 0; n < places.size(); n++) {
      int at = places.get(n);
      int end = n + 1 < places.size() ? places.get(n + 1) : Math.min(at + 6, message.size());
      steps.add(SECTION.get(message.tokens().get(at)));
      barsBeside(at, end, left).ifPresent(steps::add);
    }
    clause.removeIf(
        a ->
            a.name().equals("plan")
                || ComposeClause.SLOTTED.contains(a.name())
                    && steps.contains(a.words().getFirst()));
    clause.add("plan", steps);
  }

  private boolean counted(int at) {
    if (at < 0 || at >= message.size()) {
      return false;
    }
    String token = message.tokens().get(at);
    return token.startsWith("<n") || DIGIT.matcher(token).matches();
  }

  private boolean countedBefore(int at) {
    Predicate<String> between = t -> BARS.contains(t) || t.equals("-") || t.equals("of");
    for (int back = 1; back <= 3; back++) {
      if (counted(at - back) && message.between(at - back + 1, at).stream().allMatch(between)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> barsBeside(int at, int end, boolean left) {
    boolean twoWords =
        message.tokens().get(at).equals("pre") && message.word(at + 1).equals("chorus");
    int after = at + 1 + (twoWords ? 1 : 0);
    int first = left ? at - 1 : after;
    int beyond = left ? Math.max(-1, at - 4) : Math.min(end, after + 3);
    for (int i = first; i != beyond && (left ? i > beyond : i < beyond); i += left ? -1 : 1) {
      if (counted(i)) {
        boolean tempo = i + 1 < message.size() && TEMPO.contains(message.tokens().get(i + 1));
        return tempo ? Optional.empty() : Optional.of(message.tokens().get(i));
      }
      if (!ComposeLists.BESIDE_BARS.contains(message.tokens().get(i))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void slots() {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (int at = 0; at < message.size(); at++) {
      String token = message.tokens().get(at);
      if (token.startsWith("<")) {
        field(at).ifPresent(field -> fields.put(token, field));
      }
    }
    fields.forEach(
        (slot, field) -> {
          if (field.sure()) {
            clause.removeIf(a -> misplaced(a, slot, field.name()));
          }
        });
    fields.forEach(
        (slot, field) -> {
          boolean free = !clause.has(field.name()) && !clause.used().contains(slot);
          if (free && !(field.name().equals("bars") && clause.has("len"))) {
            clause.add(field.name(), List.of(slot));
          }
        });
  }

  private static boolean misplaced(Argument argument, String slot, String field) {
    return ComposeClause.SLOTTED.contains(argument.name())
        && !argument.name().equals(field)
        && argument.words().equals(List.of(slot));
  }

  private Optional<Field> field(int at) {
    String slot = message.tokens().get(at);
    return switch (slot.charAt(1)) {
      case 'k' -> Optional.of(new Field("key", true));
      case 'd' -> Optional.of(new Field("len", true));
      case 'y' ->
          message.word(at + 1).isEmpty() ? Optional.of(new Field("len", true)) : Optional.empty();
      case 'n' -> fieldOfNumber(at, slot);
      default -> Optional.empty();
    };
  }

  private Optional<Field> fieldOfNumber(int at, String slot) {
    List<String> before =
        message.between(at - 3, at).stream()
            .filter(t -> t.startsWith("<") || ComposeLists.WORD.matcher(t).matches())
            .toList();
    List<String> after =
        message.between(at + 1, at + 4).stream().filter(t -> !t.equals("-")).toList();
    String last = before.isEmpty() ? "" : before.getLast();
    String first = after.isEmpty() ? "" : after.getFirst();
    boolean seeded =
        before.size() > 1
            && SEED.contains(before.get(before.size() - 2))
            && (last.equals("is") || last.equals("number"));
    if (SEED.contains(last) || seeded) {
      return Optional.of(new Field("seed", true));
    }
    if (BARS.contains(first)) {
      boolean nearSection =
          SECTION.containsKey(last)
              || after.stream().skip(1).limit(2).anyMatch(SECTION::containsKey);
      return clause.has("plan") && nearSection
          ? Optional.empty()
          : Optional.of(new Field("bars", true));
    }
    if (SECTION.containsKey(last) || SECTION.containsKey(first)) {
      return Optional.empty();
    }
    if (TEMPO.contains(first) || TEMPO.contains(last)) {
      return Optional.of(new Field("bpm", true));
    }
    return slot.endsWith("b>") ? Optional.of(new Field("bpm", false)) : Optional.empty();
  }

  private void names(Set<String> placed) {
    List<String> names = message.tokens().stream().filter(t -> t.startsWith("<l")).toList();
    for (String name : names) {
      int at = message.tokens().indexOf(name);
      List<String> near = new ArrayList<>(message.between(at - 5, at));
      near.addAll(message.between(at + 1 + (message.isHint(at + 1) ? 1 : 0), at + 3));
      boolean foldered =
          message.paths().contains(name) || !Collections.disjoint(FOLDER, Set.copyOf(near));
      boolean alone = message.between(at - 4, at).stream().anyMatch(ComposeLists.ALONE::contains);
      boolean unclear = placed.contains(name) && !foldered && !alone;
      if (unclear || clause.used().contains(name) && !(foldered && names.size() == 1)) {
        continue;
      }
      clause.removeIf(a -> a.words().equals(List.of(name)));
      boolean only = names.size() - message.paths().size() > 1 || alone;
      String place = foldered ? "folder" : only ? "only" : "anchor";
      if (place.equals("only") || !clause.has(place)) {
        clause.add(place, List.of(name));
      }
    }
  }

  /** "In my dusty drums folder": the words before it name the folder. */
  private void folder() {
    boolean named = message.tokens().stream().anyMatch(t -> t.startsWith("<l"));
    if (named || !message.hasAny(FOLDER)) {
      return;
    }
    int at = 0;
    while (!FOLDER.contains(message.tokens().get(at))) {
      at++;
    }
    int start = at;
    while (start > 0 && namesFolder(message.word(start - 1)) && at - start < LONGEST_FOLDER) {
      start--;
    }
    List<String> words = message.between(start, at);
    if (!words.isEmpty()) {
      clause.removeIf(
          a ->
              a.name().equals("folder")
                  || !a.name().equals("style") && !Collections.disjoint(a.words(), words));
      clause.add("folder", words);
    }
  }

  private static boolean namesFolder(String word) {
    return !word.isEmpty() && !ComposeLists.NO_FOLDER_NAME.contains(word);
  }
}

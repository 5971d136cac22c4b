package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of one request for a new song in notation, while they are being put right. */
final class ComposeClause {

  static final String HEAD = " compose";
  static final Set<String> SLOTTED = Set.of("key", "len", "bpm", "bars", "seed");
  private static final Set<String> SINGLE = Set.of("style", "folder", "anchor", "plan");
  private static final Pattern TOKEN = Pattern.compile(Words.SLOT + "|[a-z0-9#]+");
  private static final Pattern ARGUMENT = Pattern.compile("\\$([a-z]+)([^$]*)");

  /** An argument: its word in the notation, and the words and slots after it. */
  record Argument(String name, List<String> words) {

    Argument {
      words = List.copyOf(words);
    }

    boolean isLayer() {
      return Words.ROLES.contains(name);
    }

    boolean isLeftOut() {
      return name.startsWith("no");
    }

    boolean isMadeOf(Set<String> some) {
      return some.containsAll(words);
    }
  }

  private List<Argument> arguments = new ArrayList<>();

  ComposeClause(String notation) {
    Matcher found = ARGUMENT.matcher(notation);
    while (found.find()) {
      List<String> words = new ArrayList<>();
      Matcher tokens = TOKEN.matcher(found.group(2));
      while (tokens.find()) {
        words.add(tokens.group());
      }
      arguments.add(new Argument(found.group(1), words));
    }
  }

  List<Argument> arguments() {
    return List.copyOf(arguments);
  }

  void add(String name, List<String> words) {
    arguments.add(new Argument(name, words));
  }

  void replace(Argument old, Argument now) {
    arguments.set(arguments.indexOf(old), now);
  }

  void removeIf(Predicate<Argument> unwanted) {
    arguments.removeIf(unwanted);
  }

  void keepIf(Predicate<Argument> wanted) {
    arguments.removeIf(wanted.negate());
  }

  boolean has(String name) {
    return arguments.stream().anyMatch(a -> a.name().equals(name));
  }

  /** The words of the first argument of this name; none where it is not given. */
  List<String> words(String name) {
    return arguments.stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .map(Argument::words)
        .orElse(List.of());
  }

  Set<String> used() {
    Set<String> used = new HashSet<>();
    arguments.forEach(a -> used.addAll(a.words()));
    return used;
  }

  boolean uses(List<String> words) {
    Set<String> used = used();
    return words.stream().anyMatch(used::contains);
  }

  /** No argument twice, no word twice in a row; what has no words and needs some goes. */
  void once() {
    List<Argument> kept = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Argument argument : arguments) {
      boolean plan = argument.name().equals("plan");
      Argument now =
          plan ? argument : new Argument(argument.name(), withoutEchoes(argument.words()));
      List<String> mark = new ArrayList<>(List.of(now.name()));
      if (!SLOTTED.contains(now.name()) && !SINGLE.contains(now.name())) {
        mark.addAll(now.words());
      }
      boolean says = !now.words().isEmpty() || now.isLayer() || now.isLeftOut();
      if (says && seen.add(mark)) {
        kept.add(now);
      }
    }
    arguments = kept;
  }

  private static List<String> withoutEchoes(List<String> words) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (i == 0 || !words.get(i).equals(words.get(i - 1))) {
        kept.add(words.get(i));
      }
    }
    return kept;
  }

  /** Words and kinds of section have a space before them, slots and the bars of a plan none. */
  String written() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Argument argument : arguments) {
      text.append('$').append(argument.name());
      boolean counting = SLOTTED.contains(argument.name()) || argument.name().equals("plan");
      for (String word : argument.words()) {
        boolean close =
            word.startsWith("<") || counting && word.chars().allMatch(Character::isDigit);
        text.append(close ? "" : " ").append(word);
      }
    }
    return text.toString();
  }
}

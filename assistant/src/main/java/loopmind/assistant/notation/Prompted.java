package loopmind.assistant.notation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and slots that a prompt offers to write a call with. Remembers which were used. */
final class Prompted {

  private static final Pattern TOKEN = Pattern.compile(Words.SLOT + "|[a-z0-9#]+");
  private static final Pattern SAID = Pattern.compile(Words.SLOT + "|(?<= )[a-z0-9#]+");
  private static final Pattern WORD = Pattern.compile("[a-z0-9#]+");
  private static final Pattern AUDIO_ENDING = Pattern.compile(Names.ENDING + "$");
  private static final double ALIKE = 0.74;
  private static final double SAME_NUMBER = 1e-9;
  private static final int LONGEST_STYLE = 5;

  private final List<String> tokens;
  private final Map<String, Slot> slots;
  private final Lexicon lexicon;
  private final Set<String> used = new HashSet<>();

  Prompted(String prompt, Map<String, Slot> slots, Lexicon lexicon) {
    this.tokens = all(TOKEN, prompt);
    this.slots = slots;
    this.lexicon = lexicon;
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  /** Whether the prompt has the word anywhere, even inside another. */
  boolean says(String word) {
    return String.join(" ", tokens).contains(word);
  }

  /** Where in the prompt the first slot or word of an argument stands; -1 for nowhere. */
  int position(String written) {
    for (String token : all(SAID, written)) {
      if (tokens.contains(token)) {
        return tokens.indexOf(token);
      }
    }
    return -1;
  }

  /** Where the prompt first names this role or one of its sounds; -1 for nowhere. */
  int positionOfRole(String role) {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals(role) || lexicon.known(token).equals(Optional.of(role))) {
        return i;
      }
    }
    return -1;
  }

  /** The first slot that fits and was not used, else the first that fits. */
  Optional<String> slot(Predicate<Slot> fits) {
    List<String> fitting =
        slots.entrySet().stream()
            .filter(slot -> fits.test(slot.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    Optional<String> chosen =
        fitting.stream()
            .filter(name -> !used.contains(name))
            .findFirst()
            .or(() -> fitting.stream().findFirst());
    chosen.ifPresent(used::add);
    return chosen;
  }

  /** The slot of a number with that value. */
  Optional<String> numberSlot(Predicate<Double> fits) {
    return slot(slot -> slot.kind() == Slot.Kind.NUMBER && fits.test(slot.number()));
  }

  /** A number as its slot, else in digits. */
  String number(double value) {
    return signed(value, size -> numberSlot(number -> near(number, size)));
  }

  /** A duration as its slot, else in digits. */
  String seconds(double value) {
    return signed(
        value,
        size ->
            slot(
                slot ->
                    (slot.kind() == Slot.Kind.DURATION || slot.kind() == Slot.Kind.DECADE)
                        && near(slot.number(), size)));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < SAME_NUMBER;
  }

  private static String signed(double value, DoubleFunction<Optional<String>> slot) {
    String sign = value < 0 ? "-" : "";
    double size = Math.abs(value);
    return sign + slot.apply(size).orElseGet(() -> digits(size));
  }

  /** Digits of a number, six at most, as C's {@code %g} writes them. */
  static String digits(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return String.valueOf((long) value);
    }
    String rounded = String.format(Locale.ROOT, "%.5e", value);
    double mantissa = Double.parseDouble(rounded.substring(0, rounded.indexOf('e')));
    String exponent = rounded.substring(rounded.indexOf('e'));
    int power = Integer.parseInt(exponent.substring(1));
    return power >= 6 || power < -4
        ? plain(mantissa) + exponent
        : plain(Double.parseDouble(rounded));
  }

  private static String plain(double value) {
    return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
  }

  /** A key as its slot. */
  Optional<String> key(String key) {
    return slot(slot -> slot.kind() == Slot.Kind.KEY && slot.text().equals(key));
  }

  /** A loop, folder or file as its slot, else in words. */
  String name(String name) {
    return nameSlot(name).orElseGet(() -> words(name));
  }

  private Optional<String> nameSlot(String name) {
    String bare = bare(name);
    return slot(slot -> slot.kind() == Slot.Kind.NAME && bare(slot.text()).equals(bare));
  }

  /** Words as they stand in the prompt, each with its leading space; a name as its slot. */
  String words(String text) {
    String value = text.strip();
    Optional<String> whole = nameSlot(value);
    if (whole.isPresent()) {
      return whole.get();
    }
    StringBuilder words = new StringBuilder();
    all(WORD, Folding.plain(value)).forEach(word -> words.append(word(word)));
    return words.toString();
  }

  private String word(String word) {
    if (tokens.contains(word)) {
      return " " + word;
    }
    for (Map.Entry<String, Slot> slot : slots.entrySet()) {
      boolean readable =
          slot.getValue().kind() != Slot.Kind.KEY && slot.getValue().kind() != Slot.Kind.DURATION;
      if (readable && Folding.plain(slot.getValue().typed()).equals(word)) {
        return slot.getKey();
      }
    }
    return " " + nearest(word).orElse(word);
  }

  /** The word of the prompt that is this one in another form, or with another spelling. */
  private Optional<String> nearest(String word) {
    Optional<String> same =
        tokens.stream().filter(token -> singular(token).equals(singular(word))).findFirst();
    if (same.isPresent() || word.length() <= 3) {
      return same;
    }
    List<String> close =
        tokens.stream().filter(token -> !token.startsWith("<") && token.length() > 3).toList();
    return close.stream()
        .filter(token -> token.startsWith(word.substring(0, 4)))
        .filter(token -> Math.abs(token.length() - word.length()) < 4)
        .findFirst()
        .or(() -> Likeness.closest(word, close, ALIKE));
  }

  /** The words in the prompt that mean this style. */
  String style(String style) {
    String wanted = lexicon.style(Folding.plain(style));
    List<String> typed = tokens.stream().map(this::typed).toList();
    for (int size = LONGEST_STYLE; size > 0; size--) {
      for (int at = 0; at + size <= typed.size(); at++) {
        if (lexicon.style(String.join(" ", typed.subList(at, at + size))).equals(wanted)) {
          StringBuilder found = new StringBuilder();
          tokens
              .subList(at, at + size)
              .forEach(token -> found.append(token.startsWith("<") ? token : " " + token));
          return found.toString();
        }
      }
    }
    return words(style);
  }

  private String typed(String token) {
    Slot slot = slots.get(token);
    boolean number =
        slot != null && (slot.kind() == Slot.Kind.NUMBER || slot.kind() == Slot.Kind.DECADE);
    return number ? slot.typed().strip().toLowerCase(Locale.ROOT) : token;
  }

  /** A name without path end, audio ending, marks, and a leading "my" or "the". */
  private static String bare(String name) {
    String stem = Names.withoutSlash(name.toLowerCase(Locale.ROOT).strip());
    stem = AUDIO_ENDING.matcher(stem).replaceAll("");
    String words = Folding.fold(stem).replaceAll("[^a-z0-9#]+", " ").strip();
    return words.replaceFirst("^(my|the) ", "");
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}

package loopmind.assistant.notation;

import static loopmind.assistant.notation.Rewriting.found;
import static loopmind.assistant.notation.Rewriting.group;
import static loopmind.assistant.notation.Rewriting.ignoringCase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;

/** Puts slots in the place of keys, in seven languages. */
final class Keys {

  private static final String MINOR = "minor|min|moll|menor|mineure?|minore|klein";
  private static final String MAJOR = "major|maj|dur|mayor|maior|majeure?|maggiore|groot";
  private static final Map<String, String> LATIN =
      Map.of("do", "C", "re", "D", "mi", "E", "fa", "F", "sol", "G", "la", "A", "si", "B");
  private static final String SHARP =
      "#|[ -]?sharp|[ -]?diesis|[ -]?diese|[ -]?sostenido|[ -]?sustenido|[ -]?kruis";
  private static final String FLAT = "b|[ -]?flat|[ -]?bemolle|[ -]?bemol|[ -]?mol(?=[ -])";
  private static final Pattern IS_MINOR = Pattern.compile(MINOR);
  private static final Pattern FULL =
      ignoringCase(
          ("(?<![A-Za-z0-9#'])(?:([A-Ga-gHh])(%s|%s|is|es|s)?(?:[ -]*(%s|%s)|([mM])(?=$|[^A-Za-z0-9'])))"
                  + "(?![A-Za-z0-9])")
              .formatted(SHARP, FLAT, MINOR, MAJOR));
  private static final Pattern SUNG =
      ignoringCase(
          "(?<![A-Za-z0-9])(do|re|mi|fa|sol|la|si)(%s|[ -]?bemolle|[ -]?bemol|b)?[ -](%s|%s)(?![A-Za-z0-9])"
              .formatted(SHARP, MINOR, MAJOR));
  private static final String END =
      "(?=$|\\s*[,.;:!?)/]|\\s+(?:please|pls|instead|now|and|n|with|at|key|style|tempo|bpm|this|then|but|for|thx|thanks|i|ok|around|to|from|w)\\b)";
  private static final String LEAD =
      "(?:(?<=\\bin )|(?<=\\bkey of )|(?<=\\bkey )|(?<=\\bkey: )|(?<=\\bkey=)|(?<=\\bkey = )|(?<=\\binto )|(?<=\\ben )|(?<=\\bem ))";
  private static final Pattern BARE =
      Pattern.compile(LEAD + "([A-Ga-g])(#|b|[ -]sharp|[ -]flat)?" + END);
  private static final Pattern ACCIDENTAL =
      Pattern.compile("(?<![A-Za-z0-9#'])([A-Ga-g])(#|b|[ -]sharp|[ -]flat)(?![A-Za-z0-9#])");
  private static final Pattern CAPITAL = Pattern.compile("(?<=[,.;] )([B-G])(?=$|\\s*[,.;!?])");

  private static final Pattern KEY_MAY_FOLLOW = Pattern.compile("(?:\\bin|\\bkey|\\bof|\\bto|,)$");
  private static final Pattern NUMBER_BEFORE = Pattern.compile("[\\d+-]$");
  private static final Set<String> DUTCH = Set.of("klein", "groot");
  private static final Set<String> TAKES_GERMAN_ACCIDENTAL =
      Set.of("moll", "dur", "mineur", "klein", "groot");
  private static final List<String> SHARPENING = List.of("sh", "di", "so", "su", "kr");

  private final SlotMarks slots;

  Keys(SlotMarks slots) {
    this.slots = slots;
  }

  /** Text, its case kept, with marks where the keys were. */
  String marked(String input) {
    String text = Rewriting.replace(input, SUNG, this::sung);
    text = eachWithBefore(text, FULL, this::full);
    text =
        Rewriting.replace(text, BARE, m -> mark(m, canonical(m.group(1), group(m, 2), Mode.MAJOR)));
    text = eachWithBefore(text, ACCIDENTAL, this::accidental);
    return Rewriting.replace(text, CAPITAL, m -> mark(m, canonical(m.group(1), "", Mode.MAJOR)));
  }

  /** Replaces by what comes of a match and of the text that stands before it. */
  private static String eachWithBefore(
      String text, Pattern pattern, BiFunction<MatchResult, String, String> replacement) {
    return Rewriting.replace(
        text,
        pattern,
        match -> replacement.apply(match, text.substring(0, match.start()).stripTrailing()));
  }

  private String mark(MatchResult match, String key) {
    return " " + slots.mark(Slot.key(key, match.group()));
  }

  private String sung(MatchResult match) {
    Mode mode = mode(match.group(3).toLowerCase(Locale.ROOT));
    String letter = LATIN.get(match.group(1).toLowerCase(Locale.ROOT));
    return mark(match, canonical(letter, group(match, 2), mode));
  }

  private String full(MatchResult match, String before) {
    String letter = match.group(1);
    String accidental = group(match, 2);
    String mode = group(match, 3).toLowerCase(Locale.ROOT);
    String typed = match.group();
    boolean isShort = match.group(4) != null;
    Mode meant = isShort ? (match.group(4).equals("m") ? Mode.MINOR : Mode.MAJOR) : mode(mode);
    boolean verb = typed.equals("am") || typed.equals("em");
    if (isShort && verb && !found(KEY_MAY_FOLLOW, before.toLowerCase(Locale.ROOT))) {
      return typed;
    }
    if (DUTCH.contains(mode) && letter.equals("a") && accidental.isEmpty()) {
      return typed;
    }
    if (letter.equalsIgnoreCase("b")
        && (mode.equals("moll") || mode.equals("dur"))
        && accidental.isEmpty()) {
      accidental = "b"; // German B is B flat
    }
    boolean german = Set.of("is", "es", "s").contains(accidental.toLowerCase(Locale.ROOT));
    if (german && !TAKES_GERMAN_ACCIDENTAL.contains(mode)) {
      return typed;
    }
    return mark(match, canonical(letter, accidental, meant));
  }

  private String accidental(MatchResult match, String before) {
    String typed = match.group();
    boolean decibels = typed.equalsIgnoreCase("db") && !typed.equals("Db");
    if (decibels || found(NUMBER_BEFORE, before) || typed.equals("ab")) {
      return typed;
    }
    return mark(match, canonical(match.group(1), match.group(2), Mode.MAJOR));
  }

  private static Mode mode(String word) {
    return IS_MINOR.matcher(word).matches() ? Mode.MINOR : Mode.MAJOR;
  }

  private static String canonical(String letter, String accidental, Mode mode) {
    String natural = letter.equalsIgnoreCase("h") ? "B" : letter.toUpperCase(Locale.ROOT);
    String sign = accidental.toLowerCase(Locale.ROOT).replaceAll("^[ -]+|[ -]+$", "");
    boolean sharp =
        sign.equals("#") || sign.equals("is") || SHARPENING.stream().anyMatch(sign::startsWith);
    int shift = sharp ? 1 : sign.isEmpty() ? 0 : -1;
    int tonic = MusicalKey.parse(natural).orElseThrow().tonic();
    return new MusicalKey(tonic, mode).transposed(shift).text();
  }
}

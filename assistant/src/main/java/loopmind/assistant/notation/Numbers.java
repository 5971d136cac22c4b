package loopmind.assistant.notation;

import static loopmind.assistant.notation.Rewriting.begins;
import static loopmind.assistant.notation.Rewriting.found;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts slots in the place of numbers. Reads lower-case text. */
final class Numbers {

  private static final String KIND =
      "(?:intros?|verses?|pre-?choru(?:s|ses)|pre-?hooks?|prehooks?|hooks?|chorus(?:es)?|refrains?|bridges?|breakdowns?|breaks?|"
          + "builds?|build-?ups?|drops?|outros?|solos?|interludes?|v|estrofas?|versos?|estribillos?|puentes?|coros?|strophen?|"
          + "couplets?|ponts?|refra[on]s?|refrao|pontes?|strofa|strofe|ritornell[oi]|assolo|brug|refrein(?:en)?)";
  private static final String UNIT =
      "(?:db|decibels?|bars?|measures?|takten?|takte|compas(?:es)?|mesures?|compassos?|battut[ae]|maten|semi ?tones?|semis?|"
          + "steps?|st|%|percent|per cent|porciento|por ciento|por cento|prozent|percento|procent|pour ?cent|bpm|lufs|times|"
          + "halbtone?|demi-?tons?|semitonos?|semitoni|loops?|options?|results?|beats?|x)";

  private static final Pattern HALVES = Pattern.compile("\\b(ein|zwei|drei|vier|funf)einhalb\\b");
  private static final Pattern UNIT_AFTER =
      Pattern.compile(
          "[ -]?(?:"
              + UNIT
              + "|"
              + Durations.MINUTE
              + "|"
              + Durations.SECOND
              + "|"
              + Durations.HALF
              + ")\\b");
  private static final Pattern COUNTED_BEFORE = Pattern.compile("\\b(?:seed|top|by|tempo) $");
  private static final Pattern KIND_BEFORE = Pattern.compile("\\b" + KIND + " (?:number )?$");
  private static final Pattern BUCK = Pattern.compile("\\b(?:a )?buck (?:oh |o )?(\\d{1,2})\\b");
  private static final Pattern ONE_OH = Pattern.compile("\\bone (?:oh|o) (\\d)\\b");
  private static final Pattern AND_A_HALF =
      Pattern.compile("\\b(\\d+) " + Durations.HALF + "(?= (?!\\d))");

  private static final Pattern TOUCHING_UNIT =
      Pattern.compile("(?<![\\w.])(\\d+(?:[.,]\\d+)?)(?=" + UNIT + "\\b)(?!808|\\d0s)");
  private static final Pattern TIMES = Pattern.compile("\\b(x)(\\d+)\\b");
  private static final Pattern PROTECTED =
      Pattern.compile(
          "\\b(?:(?:808|909|707|606)s?|\\d+(?:st|nd|rd|th)|(?:19|20)\\d0s|\\d0s|\\d+/\\d+|\\d+x\\d+|\\d+-step|2step|\\d+-?bit)\\b");
  private static final Pattern SEED_BEFORE = Pattern.compile("seed ?:?=? ?$");
  private static final Pattern TEMPO_OR_BARS_AFTER = Pattern.compile(" ?(?:bpm|bars?)\\b");
  private static final Pattern DIGITS = Pattern.compile("(?<![\\w.])(\\d+(?:[.,]\\d+)?)(?![\\d:])");
  private static final Pattern SINGLE = Pattern.compile("\\d");
  private static final Pattern LISTED =
      Pattern.compile(
          "\\b"
              + KIND
              + " ?(?:#|no\\.? |number |nr\\.? |nummer )?(?:\\d ?(?:,|and|&|n|\\+|y|und|et|e|en|/|-|to|through|thru) ?)*$");
  private static final Pattern UNIT_NEXT = Pattern.compile(" ?-?" + UNIT + "\\b");

  private final SlotMarks slots;

  Numbers(SlotMarks slots) {
    this.slots = slots;
  }

  /** Number words as digits; the single digit after a section's kind stays plain. */
  static String inDigits(String input) {
    String text =
        Rewriting.replace(input, HALVES, m -> NumberWords.VALUE.getOrDefault(m.group(1), 1) + ".5");
    List<NumberWords.Found> numbers = NumberWords.find(text);
    StringBuilder digits = new StringBuilder(text);
    for (NumberWords.Found number : numbers.reversed()) {
      if (isMeant(number, text)) {
        digits.replace(number.start(), number.end(), String.valueOf(number.value()));
      }
    }
    String counted = BUCK.matcher(digits).replaceAll(m -> "" + (100 + digit(m.group(1))));
    counted = ONE_OH.matcher(counted).replaceAll("10$1");
    return AND_A_HALF.matcher(counted).replaceAll("$1.5");
  }

  private static int digit(String text) {
    return Integer.parseInt(text);
  }

  private static boolean isMeant(NumberWords.Found number, String text) {
    String before = text.substring(0, number.start());
    String after = text.substring(number.end());
    boolean unit = begins(UNIT_AFTER, after) || found(COUNTED_BEFORE, before);
    boolean numbersSection = !unit && number.value() < 10 && found(KIND_BEFORE, before);
    return numbersSection || unit || (!number.shy() && number.value() > 1);
  }

  /** The text with marks where the digits were. */
  String marked(String input) {
    String text = TOUCHING_UNIT.matcher(input).replaceAll("$1 ");
    text = TIMES.matcher(text).replaceAll("$1 $2");
    TreeMap<Integer, Integer> kept = kept(text);
    StringBuilder out = new StringBuilder();
    int last = 0;
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      Map.Entry<Integer, Integer> span = kept.floorEntry(digits.start());
      boolean inside = span != null && digits.start() < span.getValue();
      if (inside || numbersSection(digits.group(1), text, digits)) {
        continue;
      }
      double value = Double.parseDouble(digits.group(1).replace(',', '.'));
      out.append(text, last, digits.start());
      out.append(slots.mark(Slot.number(Slot.Kind.NUMBER, value, digits.group(1))));
      last = digits.end();
    }
    return out + text.substring(last);
  }

  /** Spans of words that only look like numbers: from, to (exclusive). */
  private static TreeMap<Integer, Integer> kept(String text) {
    TreeMap<Integer, Integer> kept = new TreeMap<>();
    Matcher words = PROTECTED.matcher(text);
    while (words.find()) {
      boolean counts =
          found(SEED_BEFORE, text.substring(0, words.start()))
              || begins(TEMPO_OR_BARS_AFTER, text.substring(words.end()));
      if (!counts) {
        kept.put(words.start(), words.end());
      }
    }
    return kept;
  }

  private static boolean numbersSection(String digits, String text, Matcher at) {
    return SINGLE.matcher(digits).matches()
        && found(LISTED, text.substring(0, at.start()))
        && !begins(UNIT_NEXT, text.substring(at.end()));
  }
}

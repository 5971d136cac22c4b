package loopmind.assistant.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers written as words, in seven languages. Reads lower-case text without accents. */
final class NumberWords {

  private static final List<String> UNITS =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
          "cero uno dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
          "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
          "zero - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
          "zero - dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
          "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
          "nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien");
  private static final String GERMAN_TENS =
      "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig";
  private static final String DUTCH_TENS =
      "twintig dertig veertig vijftig zestig zeventig tachtig negentig";
  private static final List<String> TENS =
      List.of(
          "twenty thirty forty fifty sixty seventy eighty ninety",
          "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
          GERMAN_TENS,
          "vingt trente quarante cinquante soixante",
          "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
          "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
          DUTCH_TENS);
  private static final Map<String, Integer> HUNDRED =
      hundreds(
          "hundred cien ciento hundert einhundert cent cem cento honderd", 100,
          "zweihundert duecento doscientos duzentos tweehonderd", 200);
  private static final Set<String> JOIN = Set.of("and", "y", "e", "et", "und");

  /** What each single word counts. */
  static final Map<String, Integer> VALUE = values();

  /** Words that are more often something else: numbers only where a unit follows. */
  private static final Set<String> SHY =
      Set.of(
          ("one sei due seis six zes acht dix sept nove tre tres uno dos eins cent cem zero null nul onze doce elf otto oito"
                  + " sete dez tien zehn drei zwei vier drie twee quatre trois deux dois")
              .split(" "));

  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern APART = Pattern.compile("[^ -]");
  private static final int LONGEST = 6;

  /** A number in a text: from, to (exclusive), its value, whether it may well be another word. */
  record Found(int start, int end, int value, boolean shy) {}

  private NumberWords() {}

  private static Map<String, Integer> hundreds(Object... wordsAndValues) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < wordsAndValues.length; i += 2) {
      for (String word : ((String) wordsAndValues[i]).split(" ")) {
        found.put(word, (Integer) wordsAndValues[i + 1]);
      }
    }
    return found;
  }

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new LinkedHashMap<>();
    UNITS.forEach(words -> count(values, words, 0, 1));
    TENS.forEach(words -> count(values, words, 20, 10));
    values.putAll(HUNDRED);
    String[] odd =
        ("vingts 20 ventuno 21 ventotto 28 dezasseis 16 catorze 14 fourty 40 ninty 90 centoventi 120 centotrenta 130"
                + " centoquaranta 140 centoventotto 128 trentadue 32 ventiquattro 24 veintiocho 28 veinticuatro 24"
                + " vierundzwanzig 24 zweiunddreissig 32")
            .split(" ");
    for (int i = 0; i < odd.length; i += 2) {
      values.put(odd[i], Integer.valueOf(odd[i + 1]));
    }
    join(values, "ein zwei drei vier funf sechs sieben acht neun", "und", GERMAN_TENS);
    join(values, "een twee drie vier vijf zes zeven acht negen", "en", DUTCH_TENS);
    for (Map.Entry<String, Integer> word : List.copyOf(values.entrySet())) {
      if (word.getValue() < 100) {
        for (String hundred : List.of("hundert", "einhundert", "honderd", "cento")) {
          values.putIfAbsent(hundred + word.getKey(), 100 + word.getValue());
        }
      }
    }
    return values;
  }

  private static void count(Map<String, Integer> values, String words, int from, int step) {
    int value = from;
    for (String word : words.split(" ")) {
      if (!word.equals("-")) {
        values.putIfAbsent(word, value);
      }
      value += step;
    }
  }

  private static void join(Map<String, Integer> values, String units, String and, String tens) {
    int ten = 20;
    for (String tensWord : tens.split(" ")) {
      int unit = 1;
      for (String unitWord : units.split(" ")) {
        values.put(unitWord + and + tensWord, ten + unit++);
      }
      ten += 10;
    }
  }

  /** Every number written as words, the longest reading first, from the left. */
  static List<Found> find(String text) {
    List<int[]> tokens = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      tokens.add(new int[] {words.start(), words.end()});
    }
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int longest = Math.min(tokens.size(), i + LONGEST);
      int end = longest;
      while (end > i && !reads(text, tokens.subList(i, end), found)) {
        end--;
      }
      i = end > i ? end : i + 1;
    }
    return found;
  }

  private static boolean reads(String text, List<int[]> tokens, List<Found> found) {
    List<String> words = new ArrayList<>();
    for (int k = 0; k < tokens.size(); k++) {
      int[] token = tokens.get(k);
      words.add(text.substring(token[0], token[1]));
      if (k > 0 && Rewriting.found(APART, text.substring(tokens.get(k - 1)[1], token[0]))) {
        return false;
      }
    }
    OptionalInt value = valueOf(words);
    if (value.isEmpty() || JOIN.contains(words.get(0))) {
      return false;
    }
    boolean shy = words.size() == 1 && SHY.contains(words.get(0));
    found.add(new Found(tokens.get(0)[0], tokens.getLast()[1], value.getAsInt(), shy));
    return true;
  }

  /** The number that these words spell: "one forty two" is 142. */
  static OptionalInt valueOf(List<String> words) {
    Count count = new Count();
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      if (JOIN.contains(word) || word.equals("a")) {
        if (word.equals("a") ? index > 0 : !count.seen) {
          return OptionalInt.empty();
        }
        continue;
      }
      Integer value = VALUE.get(word);
      if (value == null || !count.add(word, value, index > 0 ? words.get(index - 1) : "")) {
        return OptionalInt.empty();
      }
    }
    String last = words.getLast();
    return count.seen && !JOIN.contains(last) && !last.equals("a")
        ? OptionalInt.of(count.total)
        : OptionalInt.empty();
  }

  /** A number while its words are read. */
  private static final class Count {
    private int total;
    private int last = -1;
    private boolean seen;

    /** Whether the word goes on with the number. */
    boolean add(String word, int value, String before) {
      if (HUNDRED.containsKey(word) && value == 100) {
        if (seen && (total < 1 || total > 9)) {
          return false;
        }
        total = seen ? total * 100 : 100;
      } else if (!seen) {
        total = value;
      } else if (addsTo(value, before)) {
        total += value;
      } else if (last == 4 && value == 20) {
        total = 80;
      } else if (last >= 1 && last <= 2 && value >= 10 && value < 100 && total == last) {
        total = last * 100 + value;
      } else {
        return false;
      }
      seen = true;
      boolean wholeSoFar = HUNDRED.containsKey(word) || value >= 100;
      last = wholeSoFar ? total : value == 20 && total == 80 ? 80 : value;
      return true;
    }

    private boolean addsTo(int value, String before) {
      return (last >= 100 && value < 100)
          || (last >= 20 && last < 100 && last % 10 == 0 && value >= 1 && value <= 9)
          || (last == 60 && value >= 10 && value < 20)
          || (last == 80 && value >= 1 && value < 20)
          || (last == 10 && value >= 7 && value <= 9 && before.equals("dix"));
    }
  }
}

package loopmind.assistant.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that answers to questions are made of: in English, and what stands for them in Spanish,
 * German, French, Portuguese, Italian and Dutch. All without accents.
 */
final class AnswerWords {

  static final Set<String> FILLER =
      Set.of(
          "a",
          "an",
          "the",
          "one",
          "ones",
          "please",
          "i",
          "mean",
          "meant",
          "it",
          "its",
          "is",
          "yes",
          "yeah",
          "yep",
          "ok",
          "okay",
          "that",
          "this",
          "take",
          "use",
          "at",
          "bar",
          "in",
          "into",
          "of",
          "to",
          "make",
          "number",
          "with",
          "after",
          "just",
          "only",
          "guess",
          "think",
          "go",
          "for",
          "by",
          "el",
          "la",
          "los",
          "las",
          "lo",
          "der",
          "die",
          "das",
          "den",
          "dem",
          "le",
          "les",
          "l",
          "o",
          "os",
          "as",
          "il",
          "gli",
          "het",
          "de",
          "e",
          "por",
          "favor",
          "favore",
          "bitte",
          "sil",
          "te",
          "vous",
          "plait",
          "per",
          "alsjeblieft",
          "graag",
          "nimm",
          "ich",
          "meine",
          "si",
          "ja",
          "oui",
          "sim",
          "im",
          "takt",
          "nur",
          "da",
          "do",
          "du");
  static final Set<String> ALL =
      Set.of("both", "all", "every", "everything", "each", "them", "two", "three");
  static final Set<String> SURELY_ALL = Set.of("both", "all", "every", "everything", "each");
  static final Set<String> ANY =
      Set.of(
          "any",
          "either",
          "whichever",
          "whatever",
          "you",
          "choose",
          "decide",
          "pick",
          "dont",
          "doesnt",
          "care",
          "matter",
          "surprise",
          "me",
          "up",
          "random");
  static final Set<String> SURELY_ANY =
      Set.of(
          "any",
          "either",
          "whichever",
          "whatever",
          "choose",
          "decide",
          "pick",
          "surprise",
          "care",
          "matter",
          "random");
  static final Set<String> DROPPED =
      Set.of(
          "no",
          "nope",
          "nah",
          "none",
          "neither",
          "cancel",
          "stop",
          "nothing",
          "never mind",
          "nevermind",
          "forget it",
          "forget that",
          "drop it",
          "leave it",
          "no thanks",
          "skip it",
          "nein",
          "nein danke",
          "vergiss es",
          "lass es",
          "lass gut sein",
          "nada",
          "dejalo",
          "olvidalo",
          "cancela",
          "non",
          "rien",
          "laisse tomber",
          "annule",
          "nao",
          "deixa",
          "deixa pra la",
          "esquece",
          "niente",
          "lascia perdere",
          "annulla",
          "nee",
          "laat maar",
          "vergeet het");
  static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  /** "Las dos", "les deux": what is said of two in other languages. */
  static final String BOTH = "\\b(?:l[oa]s dos|les deux|os dois|as duas|alle beide|tutti e due)\\b";

  private static final Map<String, String> ENGLISH = english();

  private AnswerWords() {}

  /** The English word of an answer for the same in another language; other words as they are. */
  static String english(String word) {
    return ENGLISH.getOrDefault(word, word);
  }

  private static Map<String, String> english() {
    Map<String, String> english = new HashMap<>();
    String[][] ordinals = {
      {"primero", "primera", "primer", "erste", "premier", "premiere", "primeiro", "primeira"},
      {"segundo", "segunda", "zweite", "deuxieme", "seconde", "secondo", "seconda", "tweede"},
      {"tercero", "tercera", "tercer", "dritte", "troisieme", "terceiro", "terceira", "terzo"},
      {"cuarto", "cuarta", "vierte", "quatrieme", "quarto", "quarta", "vierde"},
      {"quinto", "quinta", "funfte", "cinquieme", "vijfde"}
    };
    for (int n = 0; n < ordinals.length; n++) {
      put(english, ORDINALS.get(n), ordinals[n]);
    }
    put(english, "first", "primo", "prima", "eerste", "ersten", "erster", "erstes");
    put(english, "second", "zweiten", "zweiter", "zweites");
    put(english, "third", "terza", "derde", "dritten", "dritter", "drittes");
    put(english, "fourth", "vierten", "vierter", "viertes");
    put(english, "fifth", "funften", "funfter", "funftes");
    put(english, "last", "ultimo", "ultima", "letzte", "letzten", "letzter", "letztes");
    put(english, "last", "dernier", "derniere", "laatste");
    put(english, "both", "beide", "ambos", "ambas", "entrambi", "entrambe", "allebei");
    put(english, "all", "alle", "todos", "todas", "tous", "toutes", "tutti", "tutte", "allemaal");
    put(english, "any", "egal", "cualquiera", "qualquer", "nimporte", "qualsiasi");
    put(english, "louder", "lauter");
    put(english, "quieter", "leiser");
    put(english, "muted", "stumm");
    return Map.copyOf(english);
  }

  private static void put(Map<String, String> english, String word, String... others) {
    for (String other : others) {
      english.put(other, word);
    }
  }
}

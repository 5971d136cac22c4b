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
      set(
          "a an the one ones please i mean meant it its is yes yeah yep ok okay that this take "
              + "use at bar in into of to make number with after just only guess think go for by el la "
              + "los las lo der die das den dem le les l o os as il gli het de e por favor favore "
              + "bitte sil te vous plait per alsjeblieft graag nimm ich meine si ja oui sim im takt "
              + "nur da do du");
  static final Set<String> ALL = set("both all every everything each them two three");
  static final Set<String> SURELY_ALL = set("both all every everything each");
  static final Set<String> ANY =
      set(
          "any either whichever whatever you choose decide pick dont doesnt care matter surprise "
              + "me up random");
  static final Set<String> SURELY_ANY =
      set("any either whichever whatever choose decide pick surprise care matter random");
  static final Set<String> DROPPED =
      Set.of(
          ("no; nope; nah; none; neither; cancel; stop; nothing; never mind; nevermind; "
                  + "forget it; forget that; drop it; leave it; no thanks; skip it; nein; nein danke; "
                  + "vergiss es; lass es; lass gut sein; nada; dejalo; olvidalo; cancela; non; rien; "
                  + "laisse tomber; annule; nao; deixa; deixa pra la; esquece; niente; lascia perdere; "
                  + "annulla; nee; laat maar; vergeet het")
              .split("; "));
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
    put(
        english,
        "first",
        "primero primera primer primeiro primeira primo prima premier premiere erste ersten erster erstes eerste");
    put(
        english,
        "second",
        "segundo segunda secondo seconda seconde deuxieme zweite zweiten zweiter zweites tweede");
    put(
        english,
        "third",
        "tercero tercera tercer terceiro terceira terzo terza troisieme dritte dritten dritter drittes derde");
    put(
        english,
        "fourth",
        "cuarto cuarta quarto quarta quatrieme vierte vierten vierter viertes vierde");
    put(english, "fifth", "quinto quinta cinquieme funfte funften funfter funftes vijfde");
    put(english, "last", "ultimo ultima dernier derniere letzte letzten letzter letztes laatste");
    put(english, "both", "beide ambos ambas entrambi entrambe allebei");
    put(english, "all", "alle todos todas tous toutes tutti tutte allemaal");
    put(english, "any", "egal cualquiera qualquer nimporte qualsiasi");
    put(english, "louder", "lauter");
    put(english, "quieter", "leiser");
    put(english, "muted", "stumm");
    return Map.copyOf(english);
  }

  private static Set<String> set(String words) {
    return Set.of(words.split(" "));
  }

  private static void put(Map<String, String> english, String word, String others) {
    set(others).forEach(other -> english.put(other, word));
  }
}

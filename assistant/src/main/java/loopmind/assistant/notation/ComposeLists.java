package loopmind.assistant.notation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short words by which a request for a new song says what its other words are for. */
final class ComposeLists {

  static final Pattern WORD = Pattern.compile("[a-z0-9#]+");
  static final Set<String> SEED = set("seed semilla graine seme semente zaad");
  static final Set<String> BARS =
      set(
          "bar bars measures measure takte takten compases compas mesures mesure compassos battute maten");
  static final Set<String> TEMPO = set("bpm bmp bpmm tempo beats");
  static final Set<String> NOT =
      set(
          "no without minus skip zero wout sans sin sem senza ohne zonder kein keine keinen geen hold pas nada ningun"
              + " ninguna nenhum nenhuma aucun aucune niente nessun nessuna");
  static final Set<String> LITTLE =
      set("the a an any some my el la de le les der die das o os il single more di d l des du");
  static final Set<String> ALSO = set("or nor and n o u ni y e et ou und oder en of");
  static final Set<String> WEIGHED = set("not nothing less too never isnt dont nicht pas nada");
  static final Set<String> LINKS =
      union(
          LITTLE,
          ALSO,
          NOT,
          WEIGHED,
          set(
              "with w in on at for to from but that is con mit avec com met plus just only over around make add use want"
                  + " need featuring its it me where has have like then lots un une una ein eine uma um these those this"
                  + " your his her our as by so very really be are also maybe played using"));
  static final Set<String> NOUNS =
      set(
          "beat beats track song music tune joint instrumental banger thing number jam piece loop type ting vibe groove"
              + " sketch cue riddim");
  static final Set<String> FOLDER =
      set("folder pack directory carpeta ordner dossier pasta cartella map");
  static final Set<String> NO_FOLDER_NAME = union(LINKS, set("loops stuff sounds everything"));
  static final Set<String> ALONE =
      set("only just nothing solo nur seulement alleen using restrict limited uniquement");
  static final Set<String> REFUSING =
      union(
          NOT,
          WEIGHED,
          set(
              "out free hate sick neither drop leave avoid cut lose kill instead must none drumless off allergic cant"
                  + " wont keep"));
  static final Set<String> DRUMLESS = set("drumless beatless");
  static final Set<String> GONE = set("forget over enough instead from scrap not");
  static final Set<String> UNCLEAR =
      set(
          "same again twice each every repeat x two three four verses hooks drops choruses into only times both start"
              + " starts");
  static final Set<String> BESIDE_BARS = union(BARS, set("- of ( : = with de di von a"));
  static final Set<String> KIT_WORDS = set("loop machine sample samples kit folder");

  /** What a kind of section is called. */
  static final Map<String, String> SECTION = sections();

  /** What a role is called by itself. */
  static final Map<String, String> OWN =
      named(
          "drum drums; drums drums; percussion percussion; bass bass; bassline bass; chords chords; melody melody; pad pad;"
              + " pads pad; vocal vocal; vocals vocal; fx fx; beat drums; beats drums; voces vocal; voz vocal; voix vocal;"
              + " voce vocal; voci vocal; gesang vocal; zang vocal; bateria drums; batterie drums; batteria drums;"
              + " schlagzeug drums; bajo bass; baixo bass; basse bass; basso bass; bas bass; melodia melody; melodie melody;"
              + " percusion percussion; percussao percussion; percussions percussion");

  private ComposeLists() {}

  static boolean isBeat(String word) {
    return word.equals("beat") || word.equals("beats");
  }

  private static Map<String, String> sections() {
    Map<String, String> sections = new HashMap<>();
    Words.KINDS.forEach(kind -> sections.put(kind, kind));
    sections.putAll(
        named(
            "chorus hook; refrain hook; pre prechorus; interlude bridge; opening intro; ending outro; buildup build; couplet"
                + " verse; strophe verse; estribillo hook; coro hook; verso verse; estrofa verse; puente bridge; refrao hook;"
                + " ponte bridge; strofa verse; ritornello hook; brug bridge; refrein hook; pont bridge; prehook prechorus;"
                + " break breakdown"));
    return Map.copyOf(sections);
  }

  private static Map<String, String> named(String pairs) {
    return Stream.of(pairs.split("; "))
        .map(pair -> pair.split(" "))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  private static Set<String> set(String words) {
    return Set.of(words.split(" "));
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}

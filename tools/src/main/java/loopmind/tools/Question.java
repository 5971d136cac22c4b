package loopmind.tools;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.choose.RoleWords;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/** What a question about a song is about, by its words in seven languages. */
final class Question {

  /** Subjects of questions. */
  enum Subject {
    KEY,
    TEMPO,
    LENGTH,
    COUNT,
    PLACE,
    WHY,
    LOUDNESS,
    MIX,
    EFFECTS,
    TRANSITIONS,
    MUTED,
    LEVELS,
    CHANGED,
    SOURCE,
    STYLE,
    LOOPS,
    SECTIONS
  }

  private static final Map<Subject, Set<String>> WORDS =
      Map.ofEntries(
          words(
              Subject.KEY,
              "key scale tonart tonalidad tonalite tonalidade tonalita toonsoort clave"),
          words(Subject.TEMPO, "tempo bpm fast speed schnell rapido vite velocidad velocita snel"),
          words(
              Subject.LENGTH,
              "long length duration minutes seconds lang lange dura longue duracion "
                  + "duree duracao durata bars takte compases mesures lungo"),
          words(Subject.COUNT, "many viele cuantos cuantas combien quantos quantas quanti hoeveel"),
          words(Subject.PLACE, "where wo donde ou onde dove waar when start begin starts begins"),
          words(Subject.WHY, "why warum wieso porque pourquoi perche waarom por"),
          words(Subject.LOUDNESS, "loud lufs loudness laut volumen volume fort alto luid"),
          words(Subject.MIX, "mix mixed master mastered mode mezcla abmischung mixage mixagem"),
          words(
              Subject.EFFECTS,
              "effect effects fx effekt effekte efecto efectos effet effets efeito "
                  + "efeitos effetto effetti reverb delay"),
          words(
              Subject.TRANSITIONS,
              "transition transitions ubergang ubergange transicion transiciones "
                  + "transicao overgang transizione riser fill"),
          words(Subject.MUTED, "muted mute silent stumm mudo silenciado muet gedempt"),
          words(Subject.LEVELS, "level levels gain louder pegel nivel niveau livello"),
          words(
              Subject.CHANGED,
              "changed change last did cambio cambiaste geandert fait mudou mudaste "
                  + "cambiato veranderd history happened"),
          words(
              Subject.SOURCE,
              "pack packs folder from library ordner carpeta dossier pasta map "
                  + "cartella woher source sources samples file files"),
          words(Subject.STYLE, "style genre stil estilo genero stile stijl"),
          words(
              Subject.LOOPS,
              "loop loops sound sounds sample playing plays play spielt suena "
                  + "instrument instruments layer layers joue toca suona speelt"),
          words(
              Subject.SECTIONS,
              "sections section form structure arrangement abschnitte aufbau "
                  + "estructura secciones parties estrutura struttura opbouw parts"));

  private static final Map<String, SectionKind> KINDS =
      Map.ofEntries(
          Map.entry("refrain", SectionKind.HOOK),
          Map.entry("refrains", SectionKind.HOOK),
          Map.entry("estribillo", SectionKind.HOOK),
          Map.entry("estribillos", SectionKind.HOOK),
          Map.entry("refrao", SectionKind.HOOK),
          Map.entry("ritornello", SectionKind.HOOK),
          Map.entry("refrein", SectionKind.HOOK),
          Map.entry("strophe", SectionKind.VERSE),
          Map.entry("strophen", SectionKind.VERSE),
          Map.entry("estrofa", SectionKind.VERSE),
          Map.entry("verso", SectionKind.VERSE),
          Map.entry("versos", SectionKind.VERSE),
          Map.entry("couplet", SectionKind.VERSE),
          Map.entry("strofa", SectionKind.VERSE),
          Map.entry("puente", SectionKind.BRIDGE),
          Map.entry("brucke", SectionKind.BRIDGE),
          Map.entry("pont", SectionKind.BRIDGE),
          Map.entry("ponte", SectionKind.BRIDGE),
          Map.entry("brug", SectionKind.BRIDGE));

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("1", 1),
          Map.entry("first", 1),
          Map.entry("one", 1),
          Map.entry("2", 2),
          Map.entry("second", 2),
          Map.entry("two", 2),
          Map.entry("3", 3),
          Map.entry("third", 3),
          Map.entry("three", 3),
          Map.entry("4", 4),
          Map.entry("fourth", 4),
          Map.entry("last", -1),
          Map.entry("letzte", -1),
          Map.entry("letzten", -1),
          Map.entry("ultimo", -1),
          Map.entry("dernier", -1));

  /** "What's in it", "so what have we got": with both, and nothing else, all of it is asked for. */
  private static final Set<String> WHAT =
      Set.of("what", "whats", "was", "que", "quoi", "cosa", "wat", "qu");

  private static final Set<String> HAVE =
      Set.of(
          "in", "got", "have", "there", "drin", "haben", "hay", "tenemos", "dedans", "avons", "tem",
          "temos", "abbiamo", "dentro", "hebben", "erin");

  private final Set<Subject> subjects = EnumSet.noneOf(Subject.class);
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Set<String> instruments = new LinkedHashSet<>();
  private Optional<SectionKind> kind = Optional.empty();
  private int number;
  private final boolean asked;
  private final boolean all;

  Question(String text) {
    List<String> words = split(text);
    asked = !words.isEmpty();
    all = words.stream().anyMatch(WHAT::contains) && words.stream().anyMatch(HAVE::contains);
    for (String word : words) {
      WORDS.forEach(
          (subject, said) -> {
            if (said.contains(word)) {
              subjects.add(subject);
            }
          });
      // in German "hat" is no drum
      Optional.of(word)
          .filter(one -> !one.equals("hat"))
          .flatMap(RoleWords::of)
          .ifPresent(
              role -> {
                roles.add(role);
                instruments.add(word);
              });
      kind(word).ifPresent(found -> kind = Optional.of(found));
      number = NUMBERS.getOrDefault(word, number);
    }
  }

  private static Optional<SectionKind> kind(String word) {
    String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return SectionKind.named(word)
        .or(() -> SectionKind.named(one))
        .or(() -> Optional.ofNullable(KINDS.get(word)));
  }

  private static List<String> split(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    return List.of(plain.split("[^a-z0-9]+")).stream().filter(word -> !word.isEmpty()).toList();
  }

  private static Map.Entry<Subject, Set<String>> words(Subject subject, String words) {
    return Map.entry(subject, Set.of(words.split(" ")));
  }

  /** Whether it asks for everything. */
  boolean isAboutAll() {
    return !asked || all && !understood();
  }

  boolean isAbout(Subject subject) {
    return subjects.contains(subject);
  }

  /** Whether any subject, role or section was understood. */
  boolean understood() {
    return !subjects.isEmpty() || !roles.isEmpty() || kind.isPresent();
  }

  Set<Role> roles() {
    return roles;
  }

  /** The words by which the roles were named. */
  String instruments() {
    return String.join(" ", instruments);
  }

  Optional<SectionKind> kind() {
    return kind;
  }

  /** Which of the kind: from 1, -1 for the last, 0 where nothing was said. */
  int number() {
    return number;
  }
}

package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.library.listen.Clues.KeyClue;
import loopmind.library.listen.Clues.KindClue;
import loopmind.library.listen.Clues.RangeClue;
import loopmind.library.listen.Clues.RoleClue;
import loopmind.library.listen.Clues.TempoClue;

/** Reads tempo, key, instrument and kind from the name of one file or folder. */
final class NameReader {

  private static final double SLOWEST_BPM = 50, FASTEST_BPM = 200;

  /** A number that nobody called a tempo, and a note that nobody called a key. */
  private static final double BARE_TRUST = 0.5;

  private static final Pattern TEMPO =
      Pattern.compile(
          "(?<![\\d.])(\\d{2,3}(?:[.,]\\d{1,2})?)[\\s_-]?bpm", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEMPO_AFTER =
      Pattern.compile("bpm[\\s_-]?(\\d{2,3}(?:[.,]\\d{1,2})?)(?!\\d)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{Alnum}.(#])([1-9]\\d{1,2})(?![\\p{Alnum}.)])");
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![\\p{Alnum}#])([A-G](?:#|♯|b|♭|[ -]?[Ss]harp|[ -]?[Ff]lat)?)"
              + "[ -]?(m|M|min|Min|MIN|minor|Minor|maj|Maj|MAJ|major|Major)(?![\\p{Alnum}#])");
  private static final Pattern NOTE =
      Pattern.compile("(?<![\\p{Alnum}#])([A-G][#♯b♭]?)(?![\\p{Alnum}#'])");

  private final String name;
  private final double trust;

  /**
   * @param name without folders and ending
   * @param trust 0 to 1, a factor on all that is read
   */
  NameReader(String name, double trust) {
    this.name = name;
    this.trust = trust;
  }

  Clues clues() {
    List<TempoClue> tempi = tempi();
    List<String> words = NameWords.of(name);
    List<RoleClue> roles = new ArrayList<>();
    NameWords.role(words)
        .ifPresent(found -> roles.add(new RoleClue(found.role(), found.instrument(), trust)));
    List<KindClue> kinds = new ArrayList<>();
    NameWords.kind(words).ifPresent(kind -> kinds.add(new KindClue(kind, trust)));
    if (kinds.isEmpty() && tempi.stream().anyMatch(tempo -> tempo.trust() == trust)) {
      // a tempo is named where something repeats; sweeps have one too, so that says little
      kinds.add(new KindClue(LoopKind.LOOP, trust * 0.3));
    }
    return new Clues(tempi, keys(), roles, kinds, NameWords.descriptions(words), ranges(words));
  }

  private List<RangeClue> ranges(List<String> words) {
    for (int length = 3; length >= 1; length--) {
      for (int i = 0; i + length <= words.size(); i++) {
        List<String> some = words.subList(i, i + length);
        boolean instrument = length == 1 && NameWords.role(some).isPresent();
        String name = String.join(" ", some);
        Optional<Style> style = Styles.known().named(name);
        if (style.isPresent() && !instrument && !name.matches("\\d+")) {
          Style found = style.get();
          return List.of(new RangeClue(found.slowest().value(), found.fastest().value(), 1));
        }
      }
    }
    return List.of();
  }

  private List<TempoClue> tempi() {
    List<TempoClue> tempi = new ArrayList<>();
    for (Pattern said : List.of(TEMPO, TEMPO_AFTER)) {
      Matcher found = said.matcher(name);
      while (found.find() && tempi.isEmpty()) {
        add(tempi, found.group(1), trust);
      }
    }
    Matcher bare = NUMBER.matcher(name.replace('_', ' '));
    while (tempi.isEmpty() && bare.find()) {
      add(tempi, bare.group(1), trust * BARE_TRUST);
    }
    return tempi;
  }

  private static void add(List<TempoClue> tempi, String number, double trust) {
    double bpm = Double.parseDouble(number.replace(',', '.'));
    if (bpm >= SLOWEST_BPM && bpm <= FASTEST_BPM) {
      tempi.add(new TempoClue(bpm, trust));
    }
  }

  private List<KeyClue> keys() {
    List<KeyClue> keys = new ArrayList<>();
    Matcher said = KEY.matcher(name.replace('_', ' '));
    while (said.find() && keys.isEmpty()) {
      String mode = said.group(2).equals("M") ? "maj" : said.group(2).toLowerCase(Locale.ROOT);
      parse(said.group(1) + " " + mode).ifPresent(key -> keys.add(new KeyClue(key, true, trust)));
    }
    Matcher bare = NOTE.matcher(name.replace('_', ' '));
    Optional<KeyClue> last = Optional.empty();
    while (keys.isEmpty() && bare.find()) {
      // "A" is a word as well; a note stands last or in brackets, or has an accidental
      boolean ends = bare.end() == name.length() || ")]".indexOf(name.charAt(bare.end())) >= 0;
      double certainty = ends || bare.group(1).length() > 1 ? BARE_TRUST : BARE_TRUST / 3;
      last =
          parse(bare.group(1))
              .map(key -> new KeyClue(key, false, trust * certainty))
              .or(() -> Optional.empty());
    }
    last.ifPresent(keys::add);
    return keys;
  }

  private static Optional<MusicalKey> parse(String text) {
    return MusicalKey.parse(text.replace("minor", "min").replace("major", "maj"));
  }
}

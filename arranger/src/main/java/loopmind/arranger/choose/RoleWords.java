package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Role;

/** Which role people mean by the name of an instrument, and what a wish says of roles. */
public final class RoleWords {

  private static final Map<String, Role> ROLES = roles();

  private static final Set<String> ONLY =
      Set.of("just", "only", "nur", "seulement", "solamente", "solo", "apenas", "alleen", "bare");
  private static final Set<String> WITHOUT =
      Set.of("no", "without", "sin", "ohne", "sans", "sem", "zonder", "senza", "kein", "keine");
  private static final Set<String> BINDING =
      Set.of("and", "y", "und", "et", "e", "en", "with", "a", "the", "or", "plus", "mit", "con");

  private final boolean only;
  private final Map<Role, String> wanted = new LinkedHashMap<>();
  private final List<Role> unwanted = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();

  /**
   * @param query a wish for several layers, such as "just piano and a warm pad, no drums"
   */
  public RoleWords(String query) {
    boolean without = false;
    boolean alone = false;
    List<String> adjectives = new ArrayList<>();
    for (String word : WordMatch.split(query)) {
      Optional<Role> role = of(word);
      if (ONLY.contains(word)) {
        alone = true;
      } else if (WITHOUT.contains(word)) {
        without = true;
      } else if (role.isPresent() && without) {
        unwanted.add(role.get());
      } else if (role.isPresent()) {
        boolean own = role.get().word().equals(word) || (role.get().word() + "s").equals(word);
        List<String> words = new ArrayList<>(adjectives);
        words.addAll(own ? List.of() : List.of(word));
        wanted.merge(
            role.get(), String.join(" ", words), (one, more) -> (one + " " + more).strip());
        adjectives.clear();
      } else if (!BINDING.contains(word)) {
        without = false;
        adjectives.add(word);
        rest.add(word);
      }
    }
    only = alone && !wanted.isEmpty();
  }

  /** The role of an instrument or of a role's own name; empty for other words. */
  public static Optional<Role> of(String word) {
    return Optional.ofNullable(ROLES.get(word));
  }

  /** Whether nothing but the wanted roles is to play. */
  public boolean only() {
    return only;
  }

  /** The roles asked for, each with the words for its sound. */
  public Map<Role, String> wanted() {
    return wanted;
  }

  /** The roles that are not to play. */
  public List<Role> unwanted() {
    return List.copyOf(unwanted);
  }

  /** The words that are no instrument: for the feeling of the whole. */
  public List<String> rest() {
    return List.copyOf(rest);
  }

  private static Map<String, Role> roles() {
    Map<String, Role> all = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      all.put(role.word(), role);
      all.put(role.word() + "s", role);
    }
    put(
        all,
        Role.DRUMS,
        "beat beats kick kicks snare snares clap claps hat hats hihat hihats break");
    put(all, Role.DRUMS, "schlagzeug batterie bateria batteria cymbals drum kit");
    put(all, Role.PERCUSSION, "shaker shakers conga congas bongo bongos tambourine perc cowbell");
    put(all, Role.BASS, "808 808s sub subs bassline basse bajo baixo basso");
    put(
        all,
        Role.CHORDS,
        "chord piano keys rhodes organ guitar stab stabs klavier guitare guitarra");
    put(all, Role.CHORDS, "banjo ukulele accordion epiano akkorde accords acordes gitarre");
    put(all, Role.MELODY, "lead leads arp arps flute trumpet sax bell bells pluck plucks violin");
    put(all, Role.MELODY, "melodie melodia harp koto whistle flauta trompete marimba synth");
    put(all, Role.PAD, "texture textures atmosphere strings string cello drone nappe streicher");
    put(all, Role.VOCAL, "choir adlibs adlib chop chops voice voices vox stimme voz voix");
    put(all, Role.FX, "riser risers impact impacts crackle rain noise vinyl sweeps");
    return Map.copyOf(all);
  }

  private static void put(Map<String, Role> all, Role role, String words) {
    for (String word : words.split(" ")) {
      all.put(word, role);
    }
  }
}

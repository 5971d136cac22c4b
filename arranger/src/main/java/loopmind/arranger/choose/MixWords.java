package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixColour;

/** What words for the sound of a whole mix ask for: a colour, and how loud. */
public final class MixWords {

  /**
   * A word that no known one comes as near as this means nothing for a mix: "brutal" is 0.89 from
   * "harsh", "banana" 0.79 from "mellow".
   */
  private static final double NEAR = 0.83;

  /** The words that one which is not known is held against. */
  private static final List<String> HELD_AGAINST =
      List.of(
          ("warm cold bright airy crisp dark punchy smooth harsh mellow fat full boomy thin clean"
                  + " muddy dry wide narrow loud quiet")
              .split(" "));

  private static final double LOUDER_LU = 2, MUCH_LU = 3;

  private static final Set<String> FILLERS =
      Set.of(
          ("a an the of and or it mix master mixing mastering make sound sounds sounding song whole"
                  + " track please with in on to for be mas plus mehr el la le die der das den mit"
                  + " und et y e que un una eine ein so es me i want give kind overall general end"
                  + " level levels everything")
              .split(" "));
  private static final Set<String> A_BIT =
      Set.of("bit", "slightly", "touch", "little", "poco", "etwas", "peu", "bisschen", "tad");
  private static final Set<String> MUCH =
      Set.of("much", "lot", "way", "mucho", "viel", "beaucoup", "super", "really", "very", "muy");
  private static final Set<String> LESS =
      Set.of("less", "menos", "weniger", "moins", "meno", "not", "too", "zu", "trop", "demasiado");
  private static final Set<String> MORE = Set.of("more", "mas", "mehr", "plus", "piu", "mais");

  private static final Map<String, Tone> TONES = tones();

  /** A colour and a change of loudness that one word asks for. */
  private record Tone(MixColour colour, double loudness) {

    Tone times(double factor) {
      return new Tone(scaled(colour, factor), loudness * factor);
    }
  }

  private final SentenceEncoder encoder;

  /**
   * @param encoder finds the nearest known word for one that is not known
   */
  public MixWords(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * What was understood.
   *
   * @param colour to be added to the colour that the mix has
   * @param loudness change in LU; 0 where nothing was said of it
   * @param notes sentences on words that were taken for others
   */
  public record Meaning(MixColour colour, double loudness, List<String> notes) {

    public Meaning {
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param query words such as "warmer and a bit wider, less bass"
   * @throws EditRefused where none of them says anything of a mix
   */
  public Meaning read(String query) {
    MixColour colour = MixColour.NEUTRAL;
    double loudness = 0;
    List<String> notes = new ArrayList<>();
    boolean understood = false;
    double degree = 1;
    boolean less = false;
    for (String word : WordMatch.split(query)) {
      if (LESS.contains(word)) {
        less = true;
      } else if (A_BIT.contains(word) || MUCH.contains(word)) {
        degree = A_BIT.contains(word) ? 0.5 : MUCH_LU / LOUDER_LU;
      } else if (!MORE.contains(word) && !FILLERS.contains(word)) {
        Optional<Tone> tone = tone(word, notes);
        if (tone.isPresent()) {
          Tone asked = tone.get().times(less ? -degree : degree);
          colour = colour.plus(asked.colour());
          loudness += asked.loudness();
          understood = true;
        }
        degree = 1;
        less = false;
      }
    }
    if (!understood) {
      throw new EditRefused(
          "The mix cannot be made \"%s\": I know words such as warmer, brighter, punchier, cleaner, wider, fatter, smoother and louder. Say one of these.",
          query);
    }
    return new Meaning(colour, loudness, notes);
  }

  private Optional<Tone> tone(String word, List<String> notes) {
    Tone known = TONES.get(word);
    if (known != null) {
      return Optional.of(known);
    }
    SentenceEncoder.Nearest nearest =
        encoder.nearestOf(
            "%s sound".formatted(word), HELD_AGAINST.stream().map("%s sound"::formatted).toList());
    if (nearest.cosine() < NEAR) {
      notes.add("I do not know what \"%s\" means for a mix, so I left it out.".formatted(word));
      return Optional.empty();
    }
    String taken = HELD_AGAINST.get(nearest.index());
    notes.add("I took \"%s\" for %s.".formatted(word, taken));
    return Optional.ofNullable(TONES.get(taken));
  }

  private static MixColour scaled(MixColour colour, double factor) {
    return new MixColour(
        colour.warmth() * factor,
        colour.brightness() * factor,
        colour.punch() * factor,
        colour.weight() * factor,
        colour.width() * factor,
        colour.clarity() * factor);
  }

  private static Map<String, Tone> tones() {
    Map<String, Tone> all = new LinkedHashMap<>();
    put(all, "warmer warm warmth calido calida chaud chaude quente", 1, 0, 0, 0, 0, 0);
    put(all, "colder cold cooler kalter kalt", -1, 0, 0, 0, 0, 0);
    put(all, "brighter bright highs high treble sparkle brillante heller hell", 0, 1, 0, 0, 0, 0);
    put(all, "hohen agudos aigus top brillant claro", 0, 1, 0, 0, 0, 0);
    put(all, "airier airy air luftiger aerien", 0, 1, 0, 0, 0.5, 0.5);
    put(all, "crisper crisp sharper sharp scharfer", 0, 0.7, 0.3, 0, 0, 0.5);
    put(
        all,
        "darker dark duller dull oscuro oscura dunkler dunkel sombre escuro",
        0,
        -1,
        0,
        0,
        0,
        0);
    put(
        all,
        "punchier punchy punch harder snappier druckvoller druck pegada percutant",
        0,
        0,
        1,
        0,
        0,
        0);
    put(all, "knackiger potente contundente kick", 0, 0, 1, 0, 0, 0);
    put(
        all,
        "smoother smooth softer soft gentler weicher weich suave doux douce",
        0,
        -0.3,
        -1,
        0,
        0,
        0);
    put(all, "harsher harsh edgier aggressive", -0.5, 1, 0.5, 0, 0, 0);
    put(all, "mellower mellow", 0.7, -0.7, -0.5, 0, 0, 0);
    put(all, "fatter fat phatter thicker thick fetter fett gordo gros", 0.5, 0, 0.3, 1, 0, 0);
    put(all, "fuller full rounder", 0.7, 0, 0, 0.5, 0, 0);
    put(all, "boomier boomy", 0.3, 0, 0, 1.5, 0, -0.5);
    put(
        all,
        "bassier bass low lows sub heavier heavy graves grave basse bajos basses",
        0,
        0,
        0,
        1,
        0,
        0);
    put(all, "thinner thin lighter", -0.5, 0, 0, -1, 0, 0);
    put(
        all,
        "cleaner clean clearer clear clarity limpio limpia sauberer klarer klar propre",
        0,
        0,
        0,
        0,
        0,
        1);
    put(all, "clair tighter tight limpo nitido", 0, 0, 0.4, 0, 0, 1);
    put(all, "muddier muddy mud dirtier dirty matschig", 0.3, 0, 0, 0, 0, -1);
    put(all, "reverb wet wetter hall", 0, 0, 0, 0, 0.3, -0.7);
    put(all, "drier dry dryer", 0, 0, 0, 0, 0, 0.7);
    put(
        all,
        "wider wide width stereo ancho ancha breiter breit large largo spacious",
        0,
        0,
        0,
        0,
        1,
        0);
    put(all, "bigger big huge massive", 0, 0, 0.3, 0.5, 0.7, 0);
    put(all, "narrower narrow mono schmaler estrecho etroit", 0, 0, 0, 0, -1, 0);
    put(all, "vintage analog retro oldschool woolly cozy gemutlich", 1, -0.5, 0, 0, 0, 0);
    put(all, "glossy polished shiny sparkly expensive modern hifi", 0, 0.7, 0.3, 0, 0.3, 0.5);
    put(all, "silky silkier velvety creamy", 0.5, 0, -0.7, 0, 0, 0);
    put(all, "gritty grittier crunchy crunchier rough", 0.3, 0, 0.7, 0, 0, -0.5);
    put(all, "tinny metallic", -1, 0.5, 0, -0.5, 0, 0);
    put(all, "lush lusher dreamy dreamier", 0.5, 0, -0.3, 0, 0.7, -0.3);
    loud(all, "louder loud loudness volume lauter laut fuerte fort alto volumen", LOUDER_LU);
    loud(all, "quieter quiet leiser leise bajito silencioso", -LOUDER_LU);
    return all;
  }

  private static void put(
      Map<String, Tone> all,
      String words,
      double warmth,
      double brightness,
      double punch,
      double weight,
      double width,
      double clarity) {
    MixColour colour = new MixColour(warmth, brightness, punch, weight, width, clarity);
    for (String word : words.split(" ")) {
      all.put(word, new Tone(colour, 0));
    }
  }

  private static void loud(Map<String, Tone> all, String words, double loudness) {
    for (String word : words.split(" ")) {
      all.put(word, new Tone(MixColour.NEUTRAL, loudness));
    }
  }
}

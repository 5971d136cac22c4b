package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;

/**
 * Words that say how another loop should differ from the one that plays: darker, fatter, busier.
 * What they mean is measured: the middle of the spectrum, its share of lows, energy, onsets a beat,
 * and the tags a listener gave.
 */
final class Comparison {

  /** Along which a sound is compared, each from its least to its most. */
  private enum Axis {
    BRIGHT,
    LOW,
    ENERGY,
    DENSE,
    WARM,
    DIRTY,
    WIDE,
    WET
  }

  private record Meaning(Axis axis, double sign) {}

  private static final Map<String, List<Meaning>> WORDS = meanings();

  /** The same words without their ending, as in "more dark". */
  private static final Map<String, List<Meaning>> PLAIN = plain();

  private static final Set<String> MORE = Set.of("more", "mas", "mehr", "plus", "mais", "piu");
  private static final Set<String> LESS = Set.of("less", "menos", "weniger", "moins", "meno");

  private final Map<String, List<Meaning>> asked = new LinkedHashMap<>();

  /**
   * @param query a wish in words
   */
  Comparison(String query) {
    String degree = "";
    for (String word : WordMatch.split(query)) {
      List<Meaning> plain = degree.isEmpty() ? List.of() : PLAIN.getOrDefault(word, List.of());
      if (WORDS.containsKey(word)) {
        asked.put(word, WORDS.get(word));
      } else if (!plain.isEmpty()) {
        asked.put(degree + " " + word, LESS.contains(degree) ? opposite(plain) : plain);
      }
      degree = MORE.contains(word) || LESS.contains(word) ? word : "";
    }
  }

  /** Whether the wish has a word that compares. */
  boolean isEmpty() {
    return asked.isEmpty();
  }

  /** The words that compare. */
  Set<String> words() {
    return new LinkedHashSet<>(asked.keySet());
  }

  /** The words of a wish that do not compare. */
  static String rest(String query) {
    List<String> rest = new ArrayList<>(WordMatch.split(query));
    for (String said : new Comparison(query).words()) {
      rest.removeAll(List.of(said.split(" ")));
    }
    return String.join(" ", rest);
  }

  /**
   * How far {@code other} differs from {@code present} in the way that is asked: more than 0 where
   * it does, less where it goes the other way, about 1 for a difference that nobody misses.
   */
  double of(Loop other, Loop present) {
    double sum = 0;
    int count = 0;
    for (List<Meaning> meanings : asked.values()) {
      for (Meaning meaning : meanings) {
        double change = value(meaning.axis(), other) - value(meaning.axis(), present);
        sum += meaning.sign() * change;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double value(Axis axis, Loop loop) {
    return switch (axis) {
      case BRIGHT ->
          octaves(loop.profile()) / 1.5 + tags(loop, "bright", "airy") - tags(loop, "dark");
      case LOW -> 3 * loop.profile().shareBelow(150) + tags(loop, "sub", "deep", "hard");
      case ENERGY ->
          3 * loop.energy() + tags(loop, "hard", "punchy") - tags(loop, "soft", "sparse");
      case DENSE -> Groove.density(loop) + tags(loop, "dense") - tags(loop, "sparse");
      case WARM -> tags(loop, "warm", "soft") - octaves(loop.profile()) / 4;
      case DIRTY -> tags(loop, "distorted", "noisy", "dusty", "gritty") - tags(loop, "clean");
      case WIDE -> tags(loop, "wide");
      case WET -> tags(loop, "wet", "spacey") - tags(loop, "dry");
    };
  }

  private static double tags(Loop loop, String... words) {
    double most = 0;
    for (Tag tag : loop.tags()) {
      for (String word : words) {
        most = tag.word().equals(word) ? Math.max(most, tag.confidence()) : most;
      }
    }
    return most;
  }

  /** The middle of the spectrum, in octaves above its lowest band. */
  private static double octaves(SpectralProfile profile) {
    double sum = 0;
    double all = 0;
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      // amplitude rather than energy, so that highs count as they are heard
      double level = Math.pow(10, profile.levelsDb().get(band) / 20);
      sum += level * band / 3.0;
      all += level;
    }
    return all == 0 ? 0 : sum / all;
  }

  private static Map<String, List<Meaning>> meanings() {
    Map<String, List<Meaning>> all = new LinkedHashMap<>();
    put(
        all,
        List.of(new Meaning(Axis.BRIGHT, -1)),
        "darker deeper murkier gloomier moodier duller");
    put(all, List.of(new Meaning(Axis.BRIGHT, -1)), "dunkler dusterer oscuro oscura donkerder");
    put(
        all,
        List.of(new Meaning(Axis.BRIGHT, 1)),
        "brighter crisper sharper shinier airier happier");
    put(all, List.of(new Meaning(Axis.BRIGHT, 1)), "heller brillante clair helderder sparklier");
    put(all, List.of(new Meaning(Axis.LOW, 1)), "fatter phatter thicker bassier fuller boomier");
    put(all, List.of(new Meaning(Axis.LOW, 1)), "fetter chunkier beefier subbier meatier");
    put(all, List.of(new Meaning(Axis.LOW, -1)), "thinner lighter");
    put(
        all,
        List.of(new Meaning(Axis.ENERGY, 1)),
        "harder bigger punchier heavier stronger meaner");
    put(
        all,
        List.of(new Meaning(Axis.ENERGY, 1)),
        "harter tougher nastier louder livelier crazier");
    put(
        all,
        List.of(new Meaning(Axis.ENERGY, -1)),
        "softer calmer gentler mellower quieter smoother");
    put(
        all,
        List.of(new Meaning(Axis.ENERGY, -1)),
        "weicher ruhiger sadder chiller sleepier subtler");
    put(all, List.of(new Meaning(Axis.DENSE, 1)), "busier denser faster rollier");
    put(all, List.of(new Meaning(Axis.DENSE, -1)), "sparser simpler emptier slower minimaler");
    put(all, List.of(new Meaning(Axis.WARM, 1)), "warmer rounder cosier cozier");
    put(all, List.of(new Meaning(Axis.WARM, -1)), "colder icier kalter");
    put(
        all,
        List.of(new Meaning(Axis.DIRTY, 1)),
        "dirtier grittier grimier rougher dustier crunchier");
    put(all, List.of(new Meaning(Axis.DIRTY, -1)), "cleaner clearer tighter");
    put(all, List.of(new Meaning(Axis.WIDE, 1)), "wider huger");
    put(all, List.of(new Meaning(Axis.WET, 1)), "dreamier spacier wetter");
    put(all, List.of(new Meaning(Axis.WET, -1)), "drier dryer closer");
    return Map.copyOf(all);
  }

  private static Map<String, List<Meaning>> plain() {
    Map<String, List<Meaning>> plain = new LinkedHashMap<>();
    meanings()
        .forEach(
            (word, meanings) -> {
              String base =
                  word.endsWith("ier")
                      ? word.substring(0, word.length() - 3) + "y"
                      : word.endsWith("er") ? word.substring(0, word.length() - 2) : word;
              plain.put(base.replaceAll("([gnt])\\1$", "$1"), meanings);
              plain.put(base, meanings);
            });
    return Map.copyOf(plain);
  }

  private static List<Meaning> opposite(List<Meaning> meanings) {
    return meanings.stream().map(one -> new Meaning(one.axis(), -one.sign())).toList();
  }

  private static void put(Map<String, List<Meaning>> all, List<Meaning> meanings, String words) {
    for (String word : words.split(" ")) {
      all.put(word, meanings);
    }
  }
}

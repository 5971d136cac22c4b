package loopmind.arranger.choose;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.Tag;

/**
 * How well the words of a wish describe a loop: its tags, instrument, role, name and folders. A
 * word and what producers mean by it count alike, so "sad" finds a dark loop.
 */
final class WordMatch {

  /** Words that say nothing of the sound. */
  private static final Set<String> FILLERS =
      Set.of("a", "an", "the", "of", "with", "and", "loop", "sound", "some", "more", "very", "in");

  /** A layer of a role that is named itself is meant, but less than one whose own name is said. */
  private static final double ROLE_NAMED = 0.5;

  /** What a word asks of a sound's tags. */
  private static final Map<String, List<String>> MEANS = meanings();

  private final Set<String> words = new LinkedHashSet<>();

  WordMatch(List<String> wishes) {
    for (String wish : wishes) {
      words.addAll(split(wish));
    }
    words.removeAll(FILLERS);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * @param matched words of the wish that the loop answers
   * @param score 0 to 1: how many, and how surely
   */
  record Match(Set<String> matched, double score) {}

  Match of(Loop loop) {
    if (words.isEmpty()) {
      return new Match(Set.of(), 0.5);
    }
    Set<String> said = new HashSet<>(split(loop.name()));
    said.addAll(split(loop.instrument()));
    said.add(loop.role().word());
    int depth = loop.path().getNameCount();
    for (int i = Math.max(0, depth - 4); i < depth; i++) {
      said.addAll(split(loop.path().getName(i).toString()));
    }
    Set<String> matched = new LinkedHashSet<>();
    double sum = 0;
    for (String word : words) {
      double sure = sureness(word, loop, said);
      if (sure > 0) {
        matched.add(word);
      }
      sum += sure;
    }
    return new Match(matched, sum / words.size());
  }

  /**
   * How surely a layer is meant by the words, from its name, instrument, tags and role alone: the
   * number of words it answers, each as surely as it does.
   */
  double named(Loop loop, Role role) {
    Set<String> said = new HashSet<>(split(loop.name()));
    said.addAll(split(loop.instrument()));
    double sum = 0;
    for (String word : words) {
      boolean itsRole = role.word().equals(word) || role.word().equals(singular(word));
      Set<String> heard = new HashSet<>(said);
      if (Kits.PARTS.contains(word)) {
        heard.remove(Role.DRUMS.word()); // a whole kit is not meant by one of its drums
      }
      sum += itsRole ? ROLE_NAMED : sureness(word, loop, heard);
    }
    return sum;
  }

  private static double sureness(String word, Loop loop, Set<String> said) {
    if (said.contains(word) || said.contains(word + "s") || said.contains(singular(word))) {
      return 1;
    }
    double sure = 0;
    for (Tag tag : loop.tags()) {
      if (tag.word().equals(word)) {
        sure = Math.max(sure, tag.confidence());
      } else if (MEANS.getOrDefault(word, List.of()).contains(tag.word())) {
        sure = Math.max(sure, 0.8 * tag.confidence());
      }
    }
    for (String other : MEANS.getOrDefault(word, List.of())) {
      // every bass is a bass: that says nothing of whether it is an 808
      if (said.contains(other) && Role.named(other).isEmpty()) {
        sure = Math.max(sure, 0.7);
      }
    }
    return sure;
  }

  private static String singular(String word) {
    return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  /** Other names for a part of a kit, such as hihat for hats; none for other words. */
  static List<String> otherNames(String word) {
    return Kits.PARTS.contains(word)
        ? MEANS.getOrDefault(word, List.of()).stream()
            .filter(other -> Role.named(other).isEmpty())
            .toList()
        : List.of();
  }

  /** Words of a name: at anything but letters and digits, where case changes, and before digits. */
  static Set<String> split(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String spaced =
        plain.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("(?<=[A-Za-z]{2})(?=[0-9]{3})", " ");
    Set<String> found = new LinkedHashSet<>();
    for (String word : spaced.toLowerCase(Locale.ROOT).split("[^a-z0-9#]+")) {
      if (!word.isEmpty()) {
        found.add(word);
      }
    }
    return found;
  }

  private static Map<String, List<String>> meanings() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String[] lines = {
      "dark: deep sad moody gloomy sinister evil night midnight minor",
      "darker: dark",
      "sad: dark soft minor mellow",
      "gloomy: dark",
      "evil: dark hard distorted",
      "sinister: dark",
      "moody: dark warm",
      "melancholic: dark soft warm",
      "bright: happy sunny airy",
      "happy: bright",
      "uplifting: bright wide",
      "sunny: bright warm",
      "airy: bright wide soft",
      "warm: mellow soft analog tape dust",
      "mellow: warm soft dark",
      "chill: soft warm sparse",
      "calm: soft sparse",
      "dreamy: soft wide wet",
      "dusty: warm noisy dust vinyl tape",
      "gritty: distorted noisy",
      "hard: punchy distorted",
      "heavy: hard dark distorted",
      "aggressive: hard distorted dense",
      "fat: warm wide hard",
      "fatter: warm wide hard",
      "punchy: hard dry",
      "soft: warm mellow",
      "smooth: soft warm",
      "busy: dense",
      "minimal: sparse",
      "simple: sparse",
      "big: wide hard",
      "huge: wide hard",
      "distorted: hard noisy",
      "dirty: distorted noisy",
      "clean: dry",
      "spacey: wet wide",
      "wet: wide",
      "808: sub bass",
      "sub: 808 bass",
      "kick: drums bd",
      "snare: drums sd",
      "hats: hat hihat hh hihats",
      "hihat: hat hats hh",
      "hat: hats hihat hh",
      "rhodes: keys epiano piano",
      "piano: keys",
      "keys: piano rhodes organ",
      "guitar: gtr",
      "flute: wind",
      "strings: violin cello pad",
      "bells: bell",
      "choir: vocal voice vox",
      "vocals: vocal vox voice",
      "rain: ambience noise",
      "vinyl: crackle noise",
      "crackle: vinyl noise",
      "riser: uplifter sweep lift",
      "shaker: percussion perc",
      "conga: percussion congas",
      "lead: synth melody",
      "pluck: plucks",
      "jazzy: jazz rhodes swing",
    };
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      all.put(parts[0], List.of(parts[1].split(" ")));
    }
    return Map.copyOf(all);
  }
}

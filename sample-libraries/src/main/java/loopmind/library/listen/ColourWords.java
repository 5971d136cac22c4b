package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;

/**
 * The words of sound colour that a region deserves, by what the network of meaning hears. The
 * network learnt from what was done to sounds; on recordings of other kinds it may call deep what
 * has no lows at all, so that a word whose sense is a part of the spectrum needs power there, and
 * of two words that exclude each other the likelier stays.
 */
final class ColourWords {

  private static final double LEAST = 0.5;
  private static final double LOW_HZ = 160, LEAST_LOW = 0.2;
  private static final double HIGH_HZ = 2500, MOST_HIGH_IN_DARK = 0.15, LEAST_HIGH = 0.02;
  private static final double AIR_HZ = 8000, LEAST_AIR = 0.003;

  private static final Map<String, Set<String>> OPPOSITES =
      Map.of(
          "dark", Set.of("bright", "airy"),
          "muffled", Set.of("bright", "airy"),
          "warm", Set.of("thin", "bright"),
          "deep", Set.of("thin"),
          "wet", Set.of("dry"),
          "punchy", Set.of("soft", "compressed"),
          "clean", Set.of("distorted", "noisy", "dusty", "lofi"));

  private ColourWords() {}

  /**
   * @param chances of each word
   * @param profile of the region
   */
  static List<Tag> of(Map<String, Double> chances, SpectralProfile profile) {
    List<Tag> likeliest = new ArrayList<>();
    chances.forEach(
        (word, chance) -> {
          if (chance >= LEAST && sounds(word, profile)) {
            likeliest.add(new Tag(word, chance));
          }
        });
    likeliest.sort(Comparator.comparingDouble(Tag::confidence).reversed().thenComparing(Tag::word));
    List<Tag> kept = new ArrayList<>();
    for (Tag tag : likeliest) {
      if (kept.stream().noneMatch(other -> exclude(tag.word(), other.word()))) {
        kept.add(tag);
      }
    }
    return kept;
  }

  private static boolean exclude(String one, String other) {
    return OPPOSITES.getOrDefault(one, Set.of()).contains(other)
        || OPPOSITES.getOrDefault(other, Set.of()).contains(one);
  }

  /** Whether the spectrum has, or lacks, what the word speaks of. */
  private static boolean sounds(String word, SpectralProfile profile) {
    return switch (word) {
      case "deep" -> profile.shareBelow(LOW_HZ) >= LEAST_LOW;
      case "dark", "muffled" -> 1 - profile.shareBelow(HIGH_HZ) <= MOST_HIGH_IN_DARK;
      case "bright" -> 1 - profile.shareBelow(HIGH_HZ) >= LEAST_HIGH;
      case "airy" -> 1 - profile.shareBelow(AIR_HZ) >= LEAST_AIR;
      default -> true;
    };
  }
}

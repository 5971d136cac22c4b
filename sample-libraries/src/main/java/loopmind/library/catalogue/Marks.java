package loopmind.library.catalogue;

import java.util.List;
import java.util.Locale;
import loopmind.arranger.loop.Loop;

/**
 * What the user says of a loop; it counts more than what was heard.
 *
 * @param tags words, lower case, each once, at most {@value #MOST_TAGS} of 1 to {@value
 *     #LONGEST_TAG} characters
 * @param stars 1 to 5; 0 where it was not rated
 * @param favourite whether it is one
 * @param correction of what was heard
 */
public record Marks(List<String> tags, int stars, boolean favourite, Correction correction) {

  public static final int MOST_TAGS = 20, LONGEST_TAG = 40, MOST_STARS = 5;

  /** Of a loop of which nothing was said. */
  public static final Marks NONE = new Marks(List.of(), 0, false, Correction.NONE);

  /**
   * @throws IllegalArgumentException beyond the bounds
   */
  public Marks {
    tags =
        tags.stream()
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > MOST_TAGS) {
      throw new IllegalArgumentException("A loop has %d tags at most.".formatted(MOST_TAGS));
    }
    for (String tag : tags) {
      if (tag.length() > LONGEST_TAG || tag.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "A tag is a word or two, %d characters at most.".formatted(LONGEST_TAG));
      }
    }
    if (stars < 0 || stars > MOST_STARS) {
      throw new IllegalArgumentException("Stars go from 0 to %d.".formatted(MOST_STARS));
    }
  }

  public Marks withTags(List<String> other) {
    return new Marks(other, stars, favourite, correction);
  }

  public Marks withStars(int other) {
    return new Marks(tags, other, favourite, correction);
  }

  public Marks withFavourite(boolean other) {
    return new Marks(tags, stars, other, correction);
  }

  public Marks withCorrection(Correction other) {
    return new Marks(tags, stars, favourite, other);
  }

  /** The loop as the user knows it: with their words, and what they know better. */
  public Loop of(Loop loop) {
    return correction.of(loop).tagged(tags);
  }
}

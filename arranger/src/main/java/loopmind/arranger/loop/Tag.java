package loopmind.arranger.loop;

/**
 * A word for how a loop sounds, such as dark or punchy.
 *
 * @param word lower case, not blank
 * @param confidence 0 to 1
 */
public record Tag(String word, double confidence) {

  public Tag {
    if (word.isBlank()) {
      throw new IllegalArgumentException("A tag needs a word, but was blank.");
    }
    Facts.share("confidence of a tag", confidence);
  }
}

package loopmind.arranger.song;

/**
 * Names a section within its song, for as long as the section exists.
 *
 * @param text such as {@code hook-2}; not blank
 */
public record SectionId(String text) {

  public SectionId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A section id needs a text, but was blank.");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}

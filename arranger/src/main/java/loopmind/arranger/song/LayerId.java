package loopmind.arranger.song;

/**
 * Names a layer within its section.
 *
 * @param text such as {@code drums} or {@code drums-2}; not blank
 */
public record LayerId(String text) {

  public LayerId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A layer id needs a text, but was blank.");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}

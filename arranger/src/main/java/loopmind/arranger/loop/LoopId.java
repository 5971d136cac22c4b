package loopmind.arranger.loop;

/**
 * Names a loop by its content: the hash of its file, and which region of it where there are
 * several. A renamed or moved file keeps its id.
 *
 * @param text lower-case hexadecimal hash, followed by {@code #n} for the n-th region from 1; not
 *     empty
 */
public record LoopId(String text) implements Comparable<LoopId> {

  public LoopId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A loop id needs the hash of a file, but was empty.");
    }
  }

  public static LoopId ofRegion(String hash, int region) {
    return new LoopId(region == 0 ? hash : hash + "#" + region);
  }

  /** The hash of the file, without the region. */
  public String hash() {
    int mark = text.indexOf('#');
    return mark < 0 ? text : text.substring(0, mark);
  }

  /** Which region of the file, counted from 1; 0 where it has but one. */
  public int region() {
    int mark = text.indexOf('#');
    return mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
  }

  @Override
  public int compareTo(LoopId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

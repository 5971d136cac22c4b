package loopmind.arranger.loop;

/**
 * Beats in a bar, and which note is a beat.
 *
 * @param beats 1 to 16
 * @param unit note value of the beat: 2, 4, 8 or 16
 */
public record Meter(int beats, int unit) {

  public static final Meter FOUR_FOUR = new Meter(4, 4);

  public Meter {
    if (beats < 1 || beats > 16 || (unit != 2 && unit != 4 && unit != 8 && unit != 16)) {
      throw new IllegalArgumentException("There is no meter %d/%d.".formatted(beats, unit));
    }
  }

  public String text() {
    return beats + "/" + unit;
  }
}

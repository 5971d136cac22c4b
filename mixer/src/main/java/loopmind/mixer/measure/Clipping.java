package loopmind.mixer.measure;

/**
 * Counts places where a sound was cut off at full scale: {@value #RUN} or more frames in a row of
 * one channel at or above {@value #FULL_SCALE}.
 */
public final class Clipping implements Meter {

  private static final int RUN = 3;
  private static final float FULL_SCALE = 0.99996f;

  private int[] runs = new int[0];
  private int places;

  @Override
  public void add(float[][] block, int from, int count) {
    if (runs.length != block.length) {
      runs = new int[block.length];
    }
    for (int c = 0; c < block.length; c++) {
      int run = runs[c];
      for (int i = from; i < from + count; i++) {
        run = Math.abs(block[c][i]) >= FULL_SCALE ? run + 1 : 0;
        if (run == RUN) {
          places++;
        }
      }
      runs[c] = run;
    }
  }

  /** How many places so far. */
  public int places() {
    return places;
  }
}

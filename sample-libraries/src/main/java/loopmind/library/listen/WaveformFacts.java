package loopmind.library.listen;

import java.util.Base64;

/**
 * The outline of the waveform, for drawing, in two resolutions. Each column has the lowest and the
 * highest sample of its stretch, as two signed bytes of which ±127 is full scale; base 64, because
 * it is stored as text.
 *
 * @param coarse {@value #COARSE_COLUMNS} columns, or fewer where there are fewer frames
 * @param fine {@value #FINE_COLUMNS} columns, or fewer
 */
public record WaveformFacts(String coarse, String fine) {

  public static final int COARSE_COLUMNS = 160, FINE_COLUMNS = 1600;

  /**
   * The columns of one of both outlines.
   *
   * @return a pair of lowest and highest a column, −1 to 1
   */
  public static float[][] columns(String outline) {
    byte[] bytes = Base64.getDecoder().decode(outline);
    float[][] columns = new float[bytes.length / 2][2];
    for (int i = 0; i < columns.length; i++) {
      columns[i][0] = bytes[2 * i] / 127f;
      columns[i][1] = bytes[2 * i + 1] / 127f;
    }
    return columns;
  }
}

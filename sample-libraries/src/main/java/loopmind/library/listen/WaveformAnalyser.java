package loopmind.library.listen;

import java.util.Base64;

/** Draws the outline of the waveform, of all channels together. */
final class WaveformAnalyser implements Analyser<WaveformFacts> {

  static final String NAME = "waveform";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<WaveformFacts> factsType() {
    return WaveformFacts.class;
  }

  @Override
  public WaveformFacts listen(Sound sound, Heard heard) {
    float[] mono = sound.mono();
    return new WaveformFacts(
        outline(mono, WaveformFacts.COARSE_COLUMNS), outline(mono, WaveformFacts.FINE_COLUMNS));
  }

  private static String outline(float[] mono, int most) {
    int columns = Math.min(most, mono.length);
    byte[] bytes = new byte[2 * columns];
    for (int column = 0; column < columns; column++) {
      int from = (int) ((long) mono.length * column / columns);
      int to = (int) ((long) mono.length * (column + 1) / columns);
      float low = mono[from];
      float high = mono[from];
      for (int i = from; i < to; i++) {
        low = Math.min(low, mono[i]);
        high = Math.max(high, mono[i]);
      }
      bytes[2 * column] = signed(low);
      bytes[2 * column + 1] = signed(high);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte signed(float sample) {
    return (byte) Math.round(Math.clamp(sample, -1f, 1f) * 127);
  }
}

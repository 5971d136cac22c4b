package loopmind.mixer.audio;

/** Rounds samples to the whole numbers of a file, and counts those beyond full scale. */
final class Quantiser {

  private final Dither dither;
  private final double scale;
  private final int highest;
  private long clipped;

  /**
   * @param bits of a sample, 16 or 24
   */
  Quantiser(int bits, Dither dither) {
    this.dither = dither;
    this.scale = 1L << (bits - 1);
    this.highest = (1 << (bits - 1)) - 1;
  }

  int next(float sample) {
    long step = Math.round(sample * scale + dither.next());
    if (step > highest || step < -highest - 1) {
      // the noise alone may carry full scale over by one step: no sound is lost by that
      clipped += Math.abs(sample) > 1 ? 1 : 0;
      return step > 0 ? highest : -highest - 1;
    }
    return (int) step;
  }

  long clipped() {
    return clipped;
  }
}

package loopmind.mixer.audio;

/**
 * Noise added before samples are rounded to whole numbers, so that what rounding takes away sounds
 * like faint hiss instead of distortion. Two uniform values of one step each give a triangular
 * density (TPDF), the least that makes mean and variance of the error independent of the sound: S.
 * P. Lipshitz, R. A. Wannamaker, J. Vanderkooy, "Quantization and Dither: A Theoretical Survey", J.
 * Audio Eng. Soc. 40 (1992).
 *
 * <p>Holds the state of one file; not safe to share between threads. The same seed gives the same
 * noise.
 */
public final class Dither {

  private final boolean silent;
  private long state;

  private Dither(boolean silent, long seed) {
    this.silent = silent;
    this.state = seed;
  }

  /** No noise: for sound that already lies on the steps of the file. */
  public static Dither none() {
    return new Dither(true, 0);
  }

  /** Triangular noise between −1 and 1 step. */
  public static Dither tpdf(long seed) {
    return new Dither(false, seed);
  }

  /** The next value, in steps of the file: −1 to 1, below 1. */
  double next() {
    return silent ? 0 : uniform() + uniform() - 1;
  }

  /** SplitMix64: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014. */
  private double uniform() {
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
  }
}

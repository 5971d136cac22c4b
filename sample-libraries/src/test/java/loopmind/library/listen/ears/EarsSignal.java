package loopmind.library.listen.ears;

/** The signals of the test vectors, sample for sample those of vectors.py of the training code. */
final class EarsSignal {

  static final int RATE_HZ = MelSpectrogram.RATE_HZ;

  private EarsSignal() {}

  /** Decaying low notes, a gated warble and bursts of noise. */
  static float[] ofSeconds(double seconds) {
    float[] signal = new float[(int) (seconds * RATE_HZ)];
    long state = 12345;
    for (int i = 0; i < signal.length; i++) {
      double t = (double) i / RATE_HZ;
      state = (state * 1664525 + 1013904223) & 0xFFFFFFFFL;
      double noise = state / 2147483648.0 - 1;
      double low = 0.5 * Math.sin(2 * Math.PI * 110 * t) * Math.exp(-3 * (t % 0.5));
      double warble =
          t % 0.25 < 0.1
              ? 0.2 * Math.sin(2 * Math.PI * 1234 * t + 3 * Math.sin(2 * Math.PI * 3 * t))
              : 0;
      signal[i] = (float) (low + warble + 0.1 * noise * Math.exp(-30 * (t % 0.5)));
    }
    return signal;
  }
}

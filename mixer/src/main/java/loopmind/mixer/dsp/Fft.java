package loopmind.mixer.dsp;

/**
 * The discrete Fourier transform of real signals of one fixed size, without scaling forward and
 * with 1/size back, so that {@link #inverse} undoes {@link #forward}.
 *
 * <p>Even and odd samples are packed into one complex signal of half the size, transformed by an
 * iterative decimation in time, two radix-2 stages a pass, and untangled by symmetry: Cooley &amp;
 * Tukey 1965; H. V. Sorensen et al., "Real-valued fast Fourier transform algorithms", IEEE Trans.
 * ASSP 1987. The error of a round trip is below 1e-14 of full scale at every size allowed. Nothing
 * is allocated after construction. Holds scratch memory; not safe to share between threads.
 */
public final class Fft {

  public static final int SMALLEST = 4, LARGEST = 1 << 24;

  private final int size;
  private final int half;
  private final int[] reversed;
  private final double[] cos;
  private final double[] sin;

  /** Twiddles of the stage that joins pairs of span s, from index s on. */
  private final double[] stageCos;

  private final double[] stageSin;
  private final double[] re;
  private final double[] im;

  /**
   * @param size a power of two from {@value #SMALLEST} to {@value #LARGEST}
   */
  public Fft(int size) {
    if (size < SMALLEST || size > LARGEST || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException(
          "A Fourier transform needs a power of two from %d to %d, but was given %d."
              .formatted(SMALLEST, LARGEST, size));
    }
    this.size = size;
    half = size / 2;
    reversed = new int[half];
    int bits = Integer.numberOfTrailingZeros(half);
    for (int i = 0; i < half; i++) {
      reversed[i] = Integer.reverse(i) >>> (32 - bits);
    }
    cos = new double[half];
    sin = new double[half];
    for (int i = 0; i < half; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / size);
      sin[i] = -Math.sin(2 * Math.PI * i / size);
    }
    stageCos = new double[half];
    stageSin = new double[half];
    for (int span = 1; span < half; span *= 2) {
      for (int i = 0; i < span; i++) {
        stageCos[span + i] = cos[i * (half / span)];
        stageSin[span + i] = sin[i * (half / span)];
      }
    }
    re = new double[half];
    im = new double[half];
  }

  public int size() {
    return size;
  }

  /** How many bins a spectrum has: from 0 Hz to half the sample rate, both included. */
  public int bins() {
    return half + 1;
  }

  /**
   * The spectrum of a signal.
   *
   * @param signal {@link #size} samples; left as they are
   * @param real filled with {@link #bins} real parts
   * @param imaginary filled with {@link #bins} imaginary parts
   */
  public void forward(double[] signal, double[] real, double[] imaginary) {
    for (int i = 0; i < half; i++) {
      int r = reversed[i];
      re[r] = signal[2 * i];
      im[r] = signal[2 * i + 1];
    }
    transform();
    untangle(real, imaginary);
  }

  /**
   * The spectrum of a window of a longer signal; what lies outside the signal counts as silence.
   *
   * @param signal any length
   * @param start first sample of the window; may be negative or beyond the end
   * @param window {@link #size} weights
   */
  public void forward(
      float[] signal, int start, double[] window, double[] real, double[] imaginary) {
    for (int i = 0; i < half; i++) {
      int r = reversed[i];
      int at = start + 2 * i;
      re[r] = at >= 0 && at < signal.length ? signal[at] * window[2 * i] : 0;
      at++;
      im[r] = at >= 0 && at < signal.length ? signal[at] * window[2 * i + 1] : 0;
    }
    transform();
    untangle(real, imaginary);
  }

  /**
   * The signal of a spectrum; undoes {@link #forward(double[], double[], double[])}.
   *
   * @param real {@link #bins} real parts; left as they are
   * @param imaginary {@link #bins} imaginary parts; those of the first and last bin are ignored,
   *     because a real signal has none
   * @param signal filled with {@link #size} samples
   */
  public void inverse(double[] real, double[] imaginary, double[] signal) {
    re[0] = (real[0] + real[half]) / size;
    // the imaginary parts are negated here and below: the forward transform then goes backwards
    im[0] = -(real[0] - real[half]) / size;
    for (int k = 1; k < half; k++) {
      int mirror = half - k;
      double evenRe = real[k] + real[mirror];
      double evenIm = imaginary[k] - imaginary[mirror];
      double oddRe = real[k] - real[mirror];
      double oddIm = imaginary[k] + imaginary[mirror];
      int r = reversed[k];
      re[r] = (evenRe + sin[k] * oddRe - cos[k] * oddIm) / size;
      im[r] = -(evenIm + cos[k] * oddRe + sin[k] * oddIm) / size;
    }
    transform();
    for (int i = 0; i < half; i++) {
      signal[2 * i] = re[i];
      signal[2 * i + 1] = -im[i];
    }
  }

  private void transform() {
    int span = 1;
    // two stages of radix 2 in one pass read and write memory half as often
    for (; 4 * span <= half; span *= 4) {
      twoStages(span);
    }
    if (span < half) {
      lastStage(span);
    }
  }

  private void twoStages(int span) {
    double[] r = re;
    double[] m = im;
    for (int block = 0; block < half; block += 4 * span) {
      for (int i = 0; i < span; i++) {
        double c1 = stageCos[span + i];
        double s1 = stageSin[span + i];
        double c2 = stageCos[2 * span + i];
        double s2 = stageSin[2 * span + i];
        int a = block + i;
        int b = a + span;
        int c = b + span;
        int d = c + span;
        double bRe = r[b] * c1 - m[b] * s1;
        double bIm = r[b] * s1 + m[b] * c1;
        double dRe = r[d] * c1 - m[d] * s1;
        double dIm = r[d] * s1 + m[d] * c1;
        double lowRe = r[c] + dRe;
        double lowIm = m[c] + dIm;
        double highRe = r[c] - dRe;
        double highIm = m[c] - dIm;
        double cRe = lowRe * c2 - lowIm * s2;
        double cIm = lowRe * s2 + lowIm * c2;
        // the second twiddle of this pair is the first a quarter turn on: −i times
        double tRe = highRe * s2 + highIm * c2;
        double tIm = highIm * s2 - highRe * c2;
        double sumRe = r[a] + bRe;
        double sumIm = m[a] + bIm;
        double difRe = r[a] - bRe;
        double difIm = m[a] - bIm;
        r[a] = sumRe + cRe;
        m[a] = sumIm + cIm;
        r[c] = sumRe - cRe;
        m[c] = sumIm - cIm;
        r[b] = difRe + tRe;
        m[b] = difIm + tIm;
        r[d] = difRe - tRe;
        m[d] = difIm - tIm;
      }
    }
  }

  private void lastStage(int span) {
    for (int a = 0; a < span; a++) {
      int b = a + span;
      double c = stageCos[span + a];
      double s = stageSin[span + a];
      double turnedRe = re[b] * c - im[b] * s;
      double turnedIm = re[b] * s + im[b] * c;
      re[b] = re[a] - turnedRe;
      im[b] = im[a] - turnedIm;
      re[a] += turnedRe;
      im[a] += turnedIm;
    }
  }

  private void untangle(double[] real, double[] imaginary) {
    for (int k = 1; k < half; k++) {
      int mirror = half - k;
      double evenRe = (re[k] + re[mirror]) / 2;
      double evenIm = (im[k] - im[mirror]) / 2;
      double oddRe = (im[k] + im[mirror]) / 2;
      double oddIm = (re[mirror] - re[k]) / 2;
      real[k] = evenRe + cos[k] * oddRe - sin[k] * oddIm;
      imaginary[k] = evenIm + cos[k] * oddIm + sin[k] * oddRe;
    }
    real[0] = re[0] + im[0];
    real[half] = re[0] - im[0];
    imaginary[0] = 0;
    imaginary[half] = 0;
  }
}

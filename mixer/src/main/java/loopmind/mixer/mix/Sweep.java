package loopmind.mixer.mix;

import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * A filter whose corner moves evenly in pitch over a stretch. Holds the state of one sound of two
 * channels; fed in order. The corner moves every {@value #STEP} frames, counted from the start of
 * the stretch, so that blocks of any size sound the same.
 */
public final class Sweep {

  private static final int STEP = 32;

  /** Corners of a low-pass at the start of a section, by strength; it opens from there. */
  private static final double[] CLOSED_HZ = {700, 400, 220};

  /** Corners of a high-pass at the end of a section, by strength. */
  private static final double[] RISEN_HZ = {500, 1000, 2000};

  private static final double OPEN_HZ = 18_000, LOWEST_HZ = 20, EFFECT_Q = 0.8;

  /** Whether what lies above or what lies below the corner is kept. */
  private enum Kept {
    BELOW,
    ABOVE
  }

  private final Kept kept;
  private final double fromHz;
  private final double toHz;
  private final double q;
  private final long start;
  private final long end;
  private final boolean before;
  private final SampleRate rate;
  private final Biquad[][] filters;

  private Sweep(
      Kept kept,
      double fromHz,
      double toHz,
      double q,
      int stages,
      long start,
      long end,
      boolean before,
      SampleRate rate) {
    this.kept = kept;
    this.fromHz = fromHz;
    this.toHz = toHz;
    this.q = q;
    this.start = start;
    this.end = end;
    this.before = before;
    this.rate = rate;
    BiquadShape[] shapes = new BiquadShape[stages];
    java.util.Arrays.fill(shapes, shape(0));
    filters = new Biquad[][] {Biquad.chain(shapes), Biquad.chain(shapes)};
  }

  /** A low-pass of 24 dB an octave that opens from frame 0 to {@code frames}. */
  public static Sweep opening(int strength, long frames, SampleRate rate) {
    return new Sweep(
        Kept.BELOW, CLOSED_HZ[strength - 1], OPEN_HZ, EFFECT_Q, 2, 0, frames, true, rate);
  }

  /** A high-pass of 24 dB an octave that rises from frame 0 to {@code frames}. */
  public static Sweep rising(int strength, long frames, SampleRate rate) {
    return new Sweep(
        Kept.ABOVE, LOWEST_HZ, RISEN_HZ[strength - 1], EFFECT_Q, 2, 0, frames, true, rate);
  }

  /**
   * A high-pass of 12 dB an octave that rises to {@code toHz} over a stretch and acts only there.
   */
  public static Sweep rising(double toHz, long start, long end, SampleRate rate) {
    return new Sweep(
        Kept.ABOVE, LOWEST_HZ, toHz, BiquadShape.BUTTERWORTH_Q, 1, start, end, false, rate);
  }

  private BiquadShape shape(double progress) {
    double corner = fromHz * Math.pow(toHz / fromHz, progress);
    return kept == Kept.BELOW
        ? BiquadShape.lowPass(corner, q, rate)
        : BiquadShape.highPass(corner, q, rate);
  }

  /** Changes the frames from {@code from} on in place, as far as it acts there. */
  public void process(long from, int count, float[][] sound) {
    long first = before ? from : Math.max(from, start);
    long last = Math.min(from + count, end);
    while (first < last) {
      if (first >= start && (first - start) % STEP == 0) {
        reshape((first - start) / (double) (end - start));
      }
      long next = first < start ? start : first + STEP - (first - start) % STEP;
      int part = (int) (Math.min(next, last) - first);
      for (int c = 0; c < 2; c++) {
        for (Biquad filter : filters[c]) {
          for (int i = (int) (first - from); i < (int) (first - from) + part; i++) {
            sound[c][i] = (float) filter.next(sound[c][i]);
          }
        }
      }
      first += part;
    }
  }

  private void reshape(double progress) {
    BiquadShape shape = shape(progress);
    for (Biquad[] side : filters) {
      for (Biquad filter : side) {
        filter.reshape(shape);
      }
    }
  }
}

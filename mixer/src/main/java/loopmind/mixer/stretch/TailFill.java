package loopmind.mixer.stretch;

/** Draws out the end of a hit: grains of its last moments that fade on as it was fading. */
final class TailFill {

  private static final int COARSE_STEP = 8;

  private final float[][] slice;
  private final int length;
  private final int grain;
  private final float[] mono;
  private final double fadePerFrame;

  /**
   * @param slice filled up to {@code length}; the rest is to be filled
   * @param grain length of one grain, less than half of {@code length}
   */
  TailFill(float[][] slice, int length, int grain) {
    this.slice = slice;
    this.length = length;
    this.grain = Math.max(4, grain);
    mono = Circle.mono(slice);
    fadePerFrame = fadePerFrame();
  }

  /** How the power fell over the last two grains; never a rise. */
  private double fadePerFrame() {
    int last = length - grain;
    if (last - grain < 0) {
      return 1;
    }
    double before = power(last - grain, last);
    double after = power(last, length);
    return Math.pow(Math.clamp(after / before, 1e-4, 1), 0.5 / grain);
  }

  private double power(int from, int to) {
    double sum = 1e-15;
    for (int i = from; i < to; i++) {
      sum += mono[i] * mono[i];
    }
    return sum;
  }

  void fill() {
    int half = grain / 2;
    int filled = length;
    int wanted = mono.length;
    while (filled < wanted) {
      int start = bestStart(filled - half, half);
      int count = Math.min(grain, wanted - filled + half);
      for (int c = 0; c < slice.length; c++) {
        append(slice[c], start, filled - half, count, half);
      }
      append(mono, start, filled - half, count, half);
      filled += count - half;
    }
  }

  private void append(float[] samples, int start, int at, int count, int half) {
    double gain = Math.pow(fadePerFrame, (double) at - start);
    for (int i = 0; i < count; i++) {
      double next = samples[start + i] * gain;
      if (i < half) {
        double share = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / half);
        next = next * share + samples[at + i] * (1 - share);
      }
      samples[at + i] = (float) next;
    }
  }

  /** Where a grain begins that continues what sounds at {@code at} best. */
  private int bestStart(int at, int span) {
    int latest = length - grain;
    int earliest = Math.max(0, latest - 2 * grain);
    int best = latest;
    double highest = Double.NEGATIVE_INFINITY;
    for (int start = earliest; start <= latest; start += COARSE_STEP) {
      double score = score(start, at, span, 4);
      if (score > highest) {
        highest = score;
        best = start;
      }
    }
    int centre = best;
    highest = Double.NEGATIVE_INFINITY;
    for (int start = Math.max(earliest, centre - COARSE_STEP);
        start <= Math.min(latest, centre + COARSE_STEP);
        start++) {
      double score = score(start, at, span, 1);
      if (score > highest) {
        highest = score;
        best = start;
      }
    }
    return best;
  }

  private double score(int start, int at, int span, int step) {
    double both = 0;
    double power = 1e-12;
    for (int i = 0; i < span; i += step) {
      both += mono[start + i] * mono[at + i];
      power += mono[start + i] * mono[start + i];
    }
    return both / Math.sqrt(power);
  }
}

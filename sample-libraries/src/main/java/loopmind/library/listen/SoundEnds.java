package loopmind.library.listen;

/** Where a sound really begins and ends, and how it ends. */
final class SoundEnds {

  private static final double AUDIBLE = 0.001; // −60 dB below the peak
  private static final int BLOCKS_A_SECOND = 200;
  private static final double FADED = 0.02, STRUCK = 0.25, STRUCK_LEVEL = 0.12;

  /** Reading the sound as a circle, the first hit already shows in the last windows. */
  private static final double SEAM_SECONDS = 0.06;

  /** How the moment is searched at which an encoder's padding begins. */
  private static final int EDGE_FRAMES = 192, STEP_FRAMES = 16;

  private static final double LEAST_BREAK = 30;

  private final int frames;
  private final double seconds;
  private final double first;
  private final double last;
  private final double[] envelope;
  private final double lastOnset;
  private final double loudest;

  SoundEnds(Sound sound) {
    float[] mono = sound.mono();
    int rateHz = sound.audio().rate().hz();
    frames = mono.length;
    seconds = sound.seconds();
    double peak = Math.max(OnsetStrength.peak(mono), Float.MIN_NORMAL);
    int from = 0;
    while (from < frames && Math.abs(mono[from]) <= AUDIBLE * peak) {
      from++;
    }
    int to = frames;
    while (to > from && Math.abs(mono[to - 1]) <= AUDIBLE * peak) {
      to--;
    }
    first = from / (double) rateHz;
    last = to / (double) rateHz;
    loudest = peak;
    envelope = envelope(mono, Math.max(1, rateHz / BLOCKS_A_SECOND), peak);
    lastOnset = lastOnset(sound.strength());
  }

  private static double[] envelope(float[] mono, int block, double peak) {
    double[] envelope = new double[(mono.length + block - 1) / block];
    for (int b = 0; b < envelope.length; b++) {
      double sum = 0;
      int end = Math.min(mono.length, (b + 1) * block);
      for (int i = b * block; i < end; i++) {
        sum += mono[i] * (double) mono[i];
      }
      envelope[b] = Math.sqrt(sum / block) / peak;
    }
    return envelope;
  }

  private double lastOnset(OnsetStrength strength) {
    float[] total = strength.total();
    double most = 0;
    for (float value : total) {
      most = Math.max(most, value);
    }
    for (int t = total.length - 1; t >= 0; t--) {
      double at = t * strength.stepSeconds();
      if (at < seconds - SEAM_SECONDS
          && total[t] > STRUCK * most
          && loudest(at, 5) > STRUCK_LEVEL) {
        return at;
      }
    }
    return 0;
  }

  private double loudest(double at, int blocks) {
    double loudest = 0;
    int from = (int) (at * BLOCKS_A_SECOND);
    for (int b = from; b < Math.min(envelope.length, from + blocks); b++) {
      loudest = Math.max(loudest, envelope[b]);
    }
    return loudest;
  }

  int frames() {
    return frames;
  }

  double seconds() {
    return seconds;
  }

  /** Seconds to the first audible frame. */
  double first() {
    return first;
  }

  /** Seconds to the end of the last audible frame. */
  double last() {
    return last;
  }

  /** Seconds to the last clear onset. */
  double lastOnset() {
    return lastOnset;
  }

  /**
   * The frame among the last {@code margin} at which the sound breaks off, as an encoder's padding
   * begins; below 0 where it has already died away before, so that nothing breaks off.
   */
  int breaksOff(float[] mono, int margin) {
    int earliest = Math.max(EDGE_FRAMES, frames - margin);
    double best = LEAST_BREAK;
    int at = -1;
    for (int edge = earliest; edge <= frames - STEP_FRAMES; edge += STEP_FRAMES) {
      double before = power(mono, edge - EDGE_FRAMES, edge);
      double after = power(mono, edge, Math.min(frames, edge + EDGE_FRAMES));
      double ratio = before / (after + 1e-9 * loudest * loudest);
      if (before > AUDIBLE * AUDIBLE * loudest * loudest && ratio > best) {
        best = ratio;
        at = edge;
      }
    }
    return at;
  }

  private static double power(float[] mono, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += mono[i] * (double) mono[i];
    }
    return sum / Math.max(1, to - from);
  }

  /** Root mean square of each 5 ms, relative to the peak. */
  double[] envelope() {
    return envelope;
  }

  /** The mean level of the last hundredth of the sound, relative to its peak. */
  double endLevel(int share) {
    int count = Math.max(1, envelope.length / share);
    double sum = 0;
    for (int b = envelope.length - count; b < envelope.length; b++) {
      sum += envelope[b];
    }
    return sum / count;
  }

  boolean fadesOut() {
    return endLevel(100) < FADED;
  }
}

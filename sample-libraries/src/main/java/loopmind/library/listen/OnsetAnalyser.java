package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds where sounds begin: peaks of the onset strength above its surroundings, each moved to the
 * steepest rise of the waveform's envelope nearby. Good to 2 ms on clicks and drums; a slow swell
 * has its onset somewhere in its rise.
 */
final class OnsetAnalyser implements Analyser<OnsetFacts> {

  private static final double LEAST_SHARE = 0.12; // of the strongest
  private static final double ABOVE_MEAN = 1.6, NEIGHBOURS_SECONDS = 0.03, MEAN_SECONDS = 0.1;
  private static final double SEARCH_SECONDS = 0.016, BLOCK_SECONDS = 0.0005;

  /** Rises in what is this far below the peak are decoding noise, not notes. */
  private static final double INAUDIBLE = 0.004;

  @Override
  public String name() {
    return "onsets";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<OnsetFacts> factsType() {
    return OnsetFacts.class;
  }

  @Override
  public OnsetFacts listen(Sound sound, Heard heard) {
    OnsetStrength strength = sound.strength();
    float[] total = strength.total();
    double strongest = 0;
    for (float value : total) {
      strongest = Math.max(strongest, value);
    }
    double[] envelope = envelope(sound);
    TreeMap<Double, Double> found = new TreeMap<>();
    for (int t = 0; t < total.length; t++) {
      if (total[t] > LEAST_SHARE * strongest && isPeak(total, t, strength.stepSeconds())) {
        double at = steepest(envelope, t * strength.stepSeconds(), sound.seconds());
        if (at >= 0) {
          found.merge(at, total[t] / strongest, Math::max);
        }
      }
    }
    return apart(found);
  }

  /** Two rises of one sound are one onset: the stronger stays. */
  private static OnsetFacts apart(TreeMap<Double, Double> found) {
    List<Double> seconds = new ArrayList<>();
    List<Double> strengths = new ArrayList<>();
    found.forEach(
        (at, strength) -> {
          boolean isNew = seconds.isEmpty() || at > seconds.getLast() + NEIGHBOURS_SECONDS / 2;
          if (!isNew && strength > strengths.getLast()) {
            seconds.removeLast();
            strengths.removeLast();
            isNew = true;
          }
          if (isNew) {
            seconds.add(at);
            strengths.add(strength);
          }
        });
    return new OnsetFacts(seconds, strengths);
  }

  /** The first window follows the last, so a sound at the very start is seen as well. */
  private static boolean isPeak(float[] total, int t, double stepSeconds) {
    int near = Math.max(1, (int) (NEIGHBOURS_SECONDS / stepSeconds));
    for (int d = 1; d <= near; d++) {
      if (total[Math.floorMod(t - d, total.length)] >= total[t]
          || total[Math.floorMod(t + d, total.length)] > total[t]) {
        return false;
      }
    }
    int wide = Math.max(1, (int) (MEAN_SECONDS / stepSeconds));
    double sum = 0;
    for (int d = -wide; d <= wide; d++) {
      sum += total[Math.floorMod(t + d, total.length)];
    }
    return total[t] > ABOVE_MEAN * sum / (2 * wide + 1);
  }

  /** The largest sample of each block, relative to the peak. */
  private static double[] envelope(Sound sound) {
    float[] mono = sound.mono();
    double block = BLOCK_SECONDS * sound.audio().rate().hz();
    double[] envelope = new double[(int) (mono.length / block) + 1];
    double peak = Math.max(OnsetStrength.peak(mono), Float.MIN_NORMAL);
    for (int i = 0; i < mono.length; i++) {
      int at = (int) (i / block);
      envelope[at] = Math.max(envelope[at], Math.abs(mono[i]) / peak);
    }
    return envelope;
  }

  /** Seconds of the steepest rise near a moment; below 0 where nothing audible rises. */
  private static double steepest(double[] envelope, double nearSeconds, double lengthSeconds) {
    int centre = (int) (nearSeconds / BLOCK_SECONDS);
    int reach = (int) (SEARCH_SECONDS / BLOCK_SECONDS);
    double best = 0;
    int bestAt = -1;
    for (int at = centre - reach; at <= centre + reach; at++) {
      int here = Math.floorMod(at, envelope.length);
      double before = largest(envelope, here - 6, here);
      double after = largest(envelope, here, here + 6);
      double rise =
          after < INAUDIBLE ? 0 : Math.log((after + 1e-3) / (before + 1e-3)) * (0.1 + after);
      // of equal rises the one where the new sound is already there begins it
      if (rise > best + 1e-12 || (rise > best - 1e-12 && envelope[here] > 0.5 * after)) {
        if (rise > best + 1e-12 || bestAt < 0 || envelope[bestAt] <= 0.5 * after) {
          best = Math.max(best, rise);
          bestAt = here;
        }
      }
    }
    return bestAt < 0 ? -1 : Math.min(bestAt * BLOCK_SECONDS, lengthSeconds);
  }

  /** Outside the region is silence: what leads over the seam is no onset at the start. */
  private static double largest(double[] envelope, int from, int to) {
    double largest = 0;
    for (int i = Math.max(0, from); i < Math.min(envelope.length, to); i++) {
      largest = Math.max(largest, envelope[i]);
    }
    return largest;
  }
}

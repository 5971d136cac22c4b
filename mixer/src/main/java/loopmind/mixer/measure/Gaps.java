package loopmind.mixer.measure;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/** Finds stretches in which a sound falls silent: every 10 ms of them below {@link #SILENT_DB}. */
public final class Gaps implements Meter {

  /** Root mean square level of a step that counts as silent, dBFS. */
  public static final double SILENT_DB = -60;

  private static final int STEPS_A_SECOND = 100;

  /**
   * A silence.
   *
   * @param length more than 0
   */
  public record Gap(Seconds start, Seconds length) {

    public Seconds end() {
      return start.plus(length);
    }
  }

  private final SampleRate rate;
  private final double silentPower = Math.pow(10, SILENT_DB / 10);
  private final List<Gap> gaps = new ArrayList<>();
  private long frames;
  private int step;
  private double energy;
  private long gapStart = -1;

  public Gaps(SampleRate rate) {
    this.rate = rate;
  }

  @Override
  public void add(float[][] block, int from, int count) {
    for (int i = from; i < from + count; i++) {
      for (float[] channel : block) {
        energy += channel[i] * (double) channel[i];
      }
      frames++;
      if (frames == endOfStep(step)) {
        endStep(block.length);
      }
    }
  }

  private long endOfStep(int index) {
    return Math.round((index + 1.0) * rate.hz() / STEPS_A_SECOND);
  }

  private void endStep(int channels) {
    long start = step == 0 ? 0 : endOfStep(step - 1);
    boolean silent = energy / ((frames - start) * channels) < silentPower;
    if (silent && gapStart < 0) {
      gapStart = start;
    } else if (!silent && gapStart >= 0) {
      gaps.add(gap(gapStart, start));
      gapStart = -1;
    }
    energy = 0;
    step++;
  }

  private Gap gap(long start, long end) {
    return new Gap(
        new Seconds((double) start / rate.hz()), new Seconds((double) (end - start) / rate.hz()));
  }

  /** Silences longer than {@code length}, in order; one that lasts to the end so far included. */
  public List<Gap> longerThan(Seconds length) {
    List<Gap> found = new ArrayList<>(gaps);
    if (gapStart >= 0 && frames > gapStart) {
      found.add(gap(gapStart, frames));
    }
    found.removeIf(gap -> gap.length().compareTo(length) <= 0);
    return List.copyOf(found);
  }
}

package loopmind.mixer.measure;

import java.util.Arrays;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Loudness of a programme: integrated, momentary and short-term (ITU-R BS.1770-4, EBU Tech 3341)
 * and its range (EBU Tech 3342).
 *
 * <p>Weighted energy is kept in steps of 10 ms, and every window is a sum of steps: 400 ms blocks
 * every 100 ms for the gated loudness, 400 ms and 3 s windows every 10 ms for the maxima, so that a
 * maximum is found wherever it starts. A quarter of an hour keeps 0.7 MB. Sound is added in blocks
 * of any size; the figures do not depend on how it was cut. Not safe to share between threads.
 */
public final class LoudnessMeter implements Meter {

  private static final int STEPS_A_SECOND = 100;
  private static final int MOMENTARY_STEPS = 40;
  private static final int SHORT_STEPS = 300;
  private static final int HOP_STEPS = 10;
  private static final double OFFSET = -0.691;
  private static final double RELATIVE_GATE_LU = -10;
  private static final double RANGE_GATE_LU = -20;
  private static final double SURROUND_WEIGHT = 1.41;

  private final SampleRate rate;
  private final KWeighting[] weighting;
  private final double[] channelWeights;
  private double[] steps = new double[1024];
  private int stepCount;
  private double stepEnergy;
  private long frames;
  private long stepEnd;
  private double momentaryMaximum;
  private double shortMaximum;

  /**
   * @param channels 1 mono, 2 stereo, 3 with centre, 4 two front and two surround, 5 left, right,
   *     centre and two surround, 6 the same with the low-frequency channel in fourth place, which
   *     does not count
   */
  public LoudnessMeter(SampleRate rate, int channels) {
    if (channels < 1 || channels > 6) {
      throw new IllegalArgumentException(
          "Loudness is defined for 1 to 6 channels, but was asked for %d.".formatted(channels));
    }
    this.rate = rate;
    weighting = new KWeighting[channels];
    Arrays.setAll(weighting, c -> new KWeighting(rate));
    channelWeights = weights(channels);
    stepEnd = endOfStep(0);
  }

  private static double[] weights(int channels) {
    double[] weights = new double[channels];
    Arrays.fill(weights, 1);
    for (int c = channels - 2; channels >= 4 && c < channels; c++) {
      weights[c] = SURROUND_WEIGHT;
    }
    if (channels == 6) {
      weights[3] = 0;
    }
    return weights;
  }

  /** Integrated loudness of a whole sound. */
  public static Lufs of(AudioBuffer sound) {
    LoudnessMeter meter = new LoudnessMeter(sound.rate(), sound.channelCount());
    meter.add(sound);
    return meter.integrated();
  }

  @Override
  public void add(float[][] block, int from, int count) {
    int done = 0;
    while (done < count) {
      int part = (int) Math.min(count - done, stepEnd - frames);
      for (int c = 0; c < weighting.length; c++) {
        double energy = weighting[c].energy(block[c], from + done, part);
        stepEnergy += channelWeights[c] * energy;
      }
      frames += part;
      done += part;
      if (frames == stepEnd) {
        endStep();
      }
    }
  }

  private void endStep() {
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, stepCount * 2);
    }
    steps[stepCount++] = stepEnergy;
    stepEnergy = 0;
    stepEnd = endOfStep(stepCount);
    momentaryMaximum = Math.max(momentaryMaximum, power(stepCount, MOMENTARY_STEPS));
    shortMaximum = Math.max(shortMaximum, power(stepCount, SHORT_STEPS));
  }

  private long endOfStep(int step) {
    return Math.round((step + 1.0) * rate.hz() / STEPS_A_SECOND);
  }

  /** Mean weighted power of the {@code length} steps before {@code end}; 0 before there are any. */
  private double power(int end, int length) {
    if (end < length) {
      return 0;
    }
    double sum = 0;
    for (int step = end - length; step < end; step++) {
      sum += steps[step];
    }
    return sum / (endOfStep(end - 1) - endOfStep(end - length - 1));
  }

  private static double lufs(double power) {
    return OFFSET + 10 * Math.log10(power);
  }

  private static Lufs audible(double power) {
    return power <= 0 ? Lufs.SILENCE : new Lufs(Math.max(Lufs.SILENCE.value(), lufs(power)));
  }

  /** Loudness of the whole programme, gated; {@link Lufs#SILENCE} where nothing passes the gate. */
  public Lufs integrated() {
    int blocks = stepCount < MOMENTARY_STEPS ? 0 : (stepCount - MOMENTARY_STEPS) / HOP_STEPS + 1;
    double[] powers = new double[blocks];
    Arrays.setAll(powers, i -> power(MOMENTARY_STEPS + i * HOP_STEPS, MOMENTARY_STEPS));
    return gated(powers);
  }

  /**
   * Integrated loudness of a programme of which only weighted powers are known.
   *
   * @param powers of stretches of 100 ms, all channels together, as {@link KWeighting} weighs them
   */
  public static Lufs ofPowers(double[] powers) {
    double[] blocks = new double[Math.max(0, powers.length - 3)];
    Arrays.setAll(blocks, i -> (powers[i] + powers[i + 1] + powers[i + 2] + powers[i + 3]) / 4);
    return gated(blocks);
  }

  private static Lufs gated(double[] blocks) {
    double ungated = meanAbove(blocks, Lufs.SILENCE.value());
    if (ungated <= 0) {
      return Lufs.SILENCE;
    }
    double gate = Math.max(Lufs.SILENCE.value(), lufs(ungated) + RELATIVE_GATE_LU);
    return audible(meanAbove(blocks, gate));
  }

  private static double meanAbove(double[] blocks, double gateLufs) {
    return Arrays.stream(blocks)
        .filter(power -> power > 0 && lufs(power) > gateLufs)
        .average()
        .orElse(0);
  }

  /** Loudness of the last 400 ms. */
  public Lufs momentary() {
    return audible(power(stepCount, MOMENTARY_STEPS));
  }

  /** Loudness of the last 3 s. */
  public Lufs shortTerm() {
    return audible(power(stepCount, SHORT_STEPS));
  }

  public Lufs loudestMomentary() {
    return audible(momentaryMaximum);
  }

  public Lufs loudestShortTerm() {
    return audible(shortMaximum);
  }

  /**
   * Loudness of a stretch, not gated, from the end of step {@code fromSeconds} to {@code toSeconds}
   * of what was added; {@link Lufs#SILENCE} where that is empty.
   */
  public Lufs between(double fromSeconds, double toSeconds) {
    int from = (int) Math.max(0, Math.round(fromSeconds * STEPS_A_SECOND));
    int to = (int) Math.min(stepCount, Math.round(toSeconds * STEPS_A_SECOND));
    return to <= from ? Lufs.SILENCE : audible(power(to, to - from));
  }

  /** Loudness range, LU, 0 or more: from the 10th to the 95th hundredth of what passes its gate. */
  public double range() {
    double[] windows = new double[Math.max(0, stepCount)];
    int count = 0;
    double sum = 0;
    for (int end = SHORT_STEPS; end <= stepCount; end += HOP_STEPS) {
      double power = power(end, SHORT_STEPS);
      if (power > 0 && lufs(power) >= Lufs.SILENCE.value()) {
        windows[count++] = power;
        sum += power;
      }
    }
    if (count == 0) {
      return 0;
    }
    double gate = lufs(sum / count) + RANGE_GATE_LU;
    double[] heard =
        Arrays.stream(windows, 0, count)
            .map(LoudnessMeter::lufs)
            .filter(l -> l >= gate)
            .sorted()
            .toArray();
    return heard[rank(heard.length, 0.95)] - heard[rank(heard.length, 0.10)];
  }

  private static int rank(int count, double share) {
    return (int) Math.round((count - 1) * share);
  }
}

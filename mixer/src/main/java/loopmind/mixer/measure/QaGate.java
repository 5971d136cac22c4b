package loopmind.mixer.measure;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * The gate that every render passes: hears a finished sound block by block, and says afterwards
 * whether it is what it should be.
 */
public final class QaGate implements Meter {

  /** How far off is still right. */
  public static final double TEMPO_BPM = 0.05, LOUDNESS_LU = 0.1, LENGTH_MS = 1;

  /** By how much the notes of another key may fit better before the key counts as missed. */
  public static final double KEY_SHORTFALL = 0.15;

  private static final double MILLIS = 1000;

  private final SampleRate rate;
  private final LoudnessMeter loudness;
  private final TruePeakMeter peak;
  private final TempoGrid grid;
  private final KeyCheck key;
  private final Gaps gaps;
  private final Clipping clipping = new Clipping();
  private final Hands hands;
  private long frames;

  public QaGate(SampleRate rate, int channels) {
    this(rate, channels, Hands.ONE);
  }

  /**
   * @param hands that listen; how many change no reading
   */
  public QaGate(SampleRate rate, int channels, Hands hands) {
    this.rate = rate;
    this.hands = hands;
    loudness = new LoudnessMeter(rate, channels);
    peak = new TruePeakMeter(channels);
    grid = new TempoGrid(rate);
    key = new KeyCheck(rate);
    gaps = new Gaps(rate);
  }

  @Override
  public void add(float[][] block, int from, int count) {
    // the true peak takes about as long as all others together
    hands.each(
        2,
        half -> {
          if (half == 0) {
            peak.add(block, from, count);
          } else {
            loudness.add(block, from, count);
            grid.add(block, from, count);
            key.add(block, from, count);
            gaps.add(block, from, count);
            clipping.add(block, from, count);
          }
        });
    frames += count;
  }

  /** The report on all that was heard, after one try. */
  public QaReport report(QaTargets targets) {
    List<QaCheck> checks = new ArrayList<>();
    targets.tempo().ifPresent(tempo -> tempo(tempo, checks));
    targets.key().ifPresent(wanted -> checks.add(key(wanted)));
    targets.loudness().ifPresent(wanted -> checks.add(loudness(wanted)));
    targets
        .truePeak()
        .ifPresent(
            limit -> {
              double heard = rounded(peak.truePeak().value());
              checks.add(
                  new QaCheck("true_peak", heard, limit.value(), "dBTP", heard <= limit.value()));
            });
    int clipped = clipping.places();
    checks.add(new QaCheck("clipping", clipped, 0, "places", clipped == 0));
    targets
        .frames()
        .ifPresent(
            wanted -> {
              double off = Math.abs(frames - wanted) * MILLIS / rate.hz();
              checks.add(
                  new QaCheck(
                      "length",
                      rounded((double) frames / rate.hz()),
                      rounded((double) wanted / rate.hz()),
                      "s",
                      off <= LENGTH_MS));
            });
    targets.longestGap().ifPresent(longest -> checks.add(gap(longest)));
    return QaReport.of(checks, 1);
  }

  /** Sound without clear hits has no grid to be measured, which is no fault of its tempo. */
  private void tempo(Bpm tempo, List<QaCheck> checks) {
    grid.fit(tempo)
        .ifPresent(
            fit ->
                checks.add(
                    new QaCheck(
                        "tempo",
                        rounded(fit.bpm().value()),
                        tempo.value(),
                        "BPM",
                        Math.abs(fit.bpm().value() - tempo.value()) <= TEMPO_BPM)));
  }

  private QaCheck key(MusicalKey wanted) {
    double shortfall = rounded(key.shortfall(wanted));
    return new QaCheck(
        "key", shortfall, KEY_SHORTFALL, "better fit of another key", shortfall <= KEY_SHORTFALL);
  }

  private QaCheck loudness(Lufs wanted) {
    double heard = rounded(loudness.integrated().value());
    return new QaCheck(
        "loudness", heard, wanted.value(), "LUFS", Math.abs(heard - wanted.value()) <= LOUDNESS_LU);
  }

  private QaCheck gap(Seconds longest) {
    double heard =
        gaps.longerThan(longest).stream().mapToDouble(g -> g.length().value()).max().orElse(0);
    return new QaCheck("gaps", rounded(heard), rounded(longest.value()), "s", heard == 0);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}

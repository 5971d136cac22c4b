package loopmind.library.listen;

import java.util.Arrays;

/**
 * A sound as a whole in numbers for {@link ScoreNet}: how long, how many onsets and where, how its
 * level goes, whether it repeats itself, how tonal it is, where in the spectrum it lies.
 */
final class SoundFeatures {

  static final int COUNT = 40;

  private static final double EVENT_SECONDS = 0.08;

  private final float[] row = new float[COUNT];
  private int count;

  private SoundFeatures() {}

  /** {@value #COUNT} numbers. */
  static float[] of(Sound sound, Heard heard) {
    SoundFeatures features = new SoundFeatures();
    SoundEnds ends = new SoundEnds(sound);
    features.addOnsets(sound, heard, ends);
    features.addLevel(ends);
    features.addRepetition(sound);
    features.addTones(sound);
    features.addSpectrum(sound, heard);
    if (features.count != COUNT) {
      throw new IllegalStateException(
          "A sound has %d features, but %d were found.".formatted(COUNT, features.count));
    }
    return features.row;
  }

  private void add(double value) {
    row[count++] = (float) value;
  }

  private void addOnsets(Sound sound, Heard heard, SoundEnds ends) {
    double seconds = sound.seconds();
    OnsetFacts onsets =
        heard
            .get(OnsetFacts.class)
            .orElseThrow(() -> new IllegalStateException("It needs the onsets, which failed."));
    long later = 0;
    for (int i = 0; i < onsets.seconds().size(); i++) {
      later += onsets.seconds().get(i) > 0.1 && onsets.strengths().get(i) > 0.3 ? 1 : 0;
    }
    add(Math.log(seconds) / Math.log(2));
    add(Math.log1p(onsets.seconds().size()));
    add(Math.min(20, onsets.seconds().size() / seconds) / 5);
    add(Math.log1p(later));
    add(ends.lastOnset() / seconds);
    float[] total = sound.strength().total();
    int strongest = 0;
    double sum = 1e-9;
    double fourth = 0;
    for (int t = 0; t < total.length; t++) {
      strongest = total[t] > total[strongest] ? t : strongest;
      sum += total[t];
      fourth += Math.pow(total[t], 4);
    }
    double second = 1e-9;
    double near = 0;
    int reach = (int) (EVENT_SECONDS / sound.strength().stepSeconds());
    for (int t = 0; t < total.length; t++) {
      second += total[t] * (double) total[t];
      near += Math.abs(t - strongest) <= reach ? total[t] : 0;
    }
    add(near / sum);
    add(Math.log1p(fourth * total.length / (second * second)) / 5);
    for (int r = 0; r < OnsetStrength.REGISTERS; r++) {
      double in = 0;
      for (float value : sound.strength().in(r)) {
        in += value;
      }
      add(in / sum);
    }
  }

  private void addLevel(SoundEnds ends) {
    double[] level = ends.envelope();
    double sum = 1e-9;
    double moment = 0;
    double squares = 0;
    int quiet = 0;
    double[] decibels = new double[level.length];
    for (int b = 0; b < level.length; b++) {
      sum += level[b];
      moment += level[b] * b / level.length;
      squares += level[b] * level[b];
      quiet += level[b] < 0.02 ? 1 : 0;
      decibels[b] = 20 * Math.log10(Math.max(level[b], 1e-3));
    }
    add(moment / sum);
    add(trend(decibels));
    add(ends.endLevel(50));
    add(ends.endLevel(10));
    add(Arrays.stream(level, 0, Math.max(1, level.length / 10)).average().orElse(0));
    add(quiet / (double) level.length);
    add(Math.sqrt(squares / level.length));
    add(sum / level.length);
  }

  /** Correlation of the level with time, −1 (dies away) to 1 (swells). */
  private static double trend(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double middle = (values.length - 1) / 2.0;
    double both = 0;
    double own = 1e-9;
    double time = 1e-9;
    for (int i = 0; i < values.length; i++) {
      both += (values[i] - mean) * (i - middle);
      own += (values[i] - mean) * (values[i] - mean);
      time += (i - middle) * (i - middle);
    }
    return both / Math.sqrt(own * time);
  }

  private void addRepetition(Sound sound) {
    OnsetStrength strength = sound.strength();
    int steps = strength.steps();
    for (int parts = 2; parts <= 16; parts *= 2) {
      add(steps > 16 ? Repetition.of(0, steps, steps / parts, strength.total()) : 0);
    }
    double[][] direction = new double[sound.tones().steps()][];
    double[] change = HarmonyChange.of(sound.tones(), direction);
    add(direction.length > 8 ? Repetition.of(direction, direction.length / 2) : 0);
    add(direction.length > 8 ? Repetition.of(direction, direction.length / 4) : 0);
    add(Arrays.stream(change).sum() / sound.seconds());
    boolean whole = false;
    for (int beats = 4; beats <= 32; beats *= 2) {
      double bpm = 60 * beats / sound.seconds();
      whole |= bpm > 60 && bpm < 180 && Math.abs(bpm - Math.rint(bpm)) < 0.006;
    }
    add(whole ? 1 : 0);
  }

  private void addTones(Sound sound) {
    PitchHistograms histograms = new PitchHistograms(sound.tones());
    double[] strongest = histograms.strongest();
    double mean = Arrays.stream(strongest).average().orElse(0);
    double spread = 0;
    for (double value : strongest) {
      spread += (value - mean) * (value - mean) / strongest.length;
    }
    add(sound.tones().tuningAgreement());
    add(Math.sqrt(sound.tones().peakShare()));
    add(mean);
    add(Math.sqrt(spread) / Math.max(mean, 1e-6));
    add(PitchHistograms.entropy(histograms.view(PitchHistograms.ALL)));
    add(PitchHistograms.entropy(histograms.view(PitchHistograms.LEADING)));
    add(histograms.notesAtOnce() / 3);
    double[] fits = KeyProfiles.correlations(histograms.view(PitchHistograms.ALL));
    Arrays.sort(fits);
    add(fits[23]);
  }

  private void addSpectrum(Sound sound, Heard heard) {
    SpectrumFacts spectrum =
        heard
            .get(SpectrumFacts.class)
            .orElseThrow(() -> new IllegalStateException("It needs the spectrum, which failed."));
    double low = spectrum.profile().shareBelow(150);
    double middle = spectrum.profile().shareBelow(1500);
    double high = spectrum.profile().shareBelow(5000);
    add(low);
    add(middle - low);
    add(high - middle);
    double mean = spectrum.levelsDb().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double spread =
        spectrum.levelsDb().stream()
            .mapToDouble(db -> (db - mean) * (db - mean))
            .average()
            .orElse(0);
    add(Math.sqrt(spread) / 20);
    add(Timbre.width(sound.audio()));
  }
}

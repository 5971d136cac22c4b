package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges all 24 keys from the notes that sound ({@link ToneMap}, {@link PitchHistograms}), and
 * whether there is a key at all: drums and noise have none.
 */
final class KeyAnalyser implements Analyser<KeyFacts> {

  private final ScoreNet keys;
  private final ScoreNet tonal;

  /**
   * @param keys scores a tonic as major and as minor, from {@link KeyFeatures}
   * @param tonal scores no key and key, from {@link SoundFeatures}
   */
  KeyAnalyser(ScoreNet keys, ScoreNet tonal) {
    this.keys = keys;
    this.tonal = tonal;
  }

  @Override
  public String name() {
    return "key";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<KeyFacts> factsType() {
    return KeyFacts.class;
  }

  @Override
  public KeyFacts listen(Sound sound, Heard heard) {
    PitchHistograms histograms = new PitchHistograms(sound.tones());
    double[][] correlations = KeyFeatures.correlations(histograms);
    double[] scores = new double[24];
    for (int tonic = 0; tonic < 12; tonic++) {
      double[] both = keys.answer(KeyFeatures.of(histograms, correlations, tonic));
      scores[tonic] = both[0];
      scores[12 + tonic] = both[1];
    }
    List<Double> probabilities = new ArrayList<>();
    for (double probability : ScoreNet.softmax(scores)) {
      probabilities.add(probability);
    }
    double hasKey = ScoreNet.softmax(tonal.answer(SoundFeatures.of(sound, heard)))[1];
    return new KeyFacts(probabilities, hasKey, sound.tones().tuningCents());
  }
}

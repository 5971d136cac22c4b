package loopmind.library.listen;

import java.util.List;
import loopmind.arranger.loop.Embedding;

/**
 * Where a sound lies among sounds and among words at once: what the ears hear and what the network
 * of meaning hears, side by side. Sounds are compared by both, words with the second alone.
 */
public final class SoundPlaces {

  /** Shares of the cosine of two sounds; together 1. */
  private static final double EARS = 0.5, MEANING = 1 - EARS;

  private SoundPlaces() {}

  /** Empty where either was not heard. */
  static Embedding of(Heard heard) {
    return heard
        .get(EarsFacts.class)
        .flatMap(
            ears ->
                heard
                    .get(MeaningFacts.class)
                    .map(meaning -> joined(ears.embedding(), EARS, meaning.place(), MEANING)))
        .orElse(Embedding.NONE);
  }

  private static Embedding joined(
      List<Float> ears, double earsShare, List<Float> meaning, double meaningShare) {
    float[] values = new float[ears.size() + meaning.size()];
    for (int i = 0; i < ears.size(); i++) {
      values[i] = (float) (ears.get(i) * Math.sqrt(earsShare));
    }
    for (int i = 0; i < meaning.size(); i++) {
      values[ears.size() + i] = (float) (meaning.get(i) * Math.sqrt(meaningShare));
    }
    return new Embedding(values);
  }

  /**
   * Where words lie in the space of sounds.
   *
   * @param words a place as {@code Meaning.ofWords} gives it
   */
  public static Embedding ofWords(float[] words) {
    float[] values = new float[MeaningInput.EARS + words.length];
    System.arraycopy(words, 0, values, MeaningInput.EARS, words.length);
    return new Embedding(values);
  }

  /** What the cosine of two places would be if they were compared by their words alone. */
  public static double amongWords(double cosine) {
    return cosine / Math.sqrt(MEANING);
  }
}

package loopmind.library.track;

import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.library.listen.Analyser;
import loopmind.library.listen.Heard;
import loopmind.library.listen.KeyFacts;
import loopmind.library.listen.Listener;
import loopmind.library.listen.Sound;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.KeyCheck;

/**
 * The key of a whole track: what the ear for loops says of stretches of it, each as much as it is
 * sure that there are notes, together with how well all notes of the track fit each key.
 */
final class TrackKey {

  private static final double STRETCH_S = 8, APART_S = 32;

  /** How much the fit of all notes counts beside the mean of the stretches. */
  private static final double FIT_WEIGHT = 8;

  /** Below this the notes of a track fit no key. */
  private static final double LEAST_FIT = 0.4;

  private static final double LEAST_PROBABILITY = 1e-3;
  private static final Set<String> NEEDED = Set.of("onsets", "loudness", "spectrum", "key");

  private final SampleRate rate;
  private final KeyCheck notes;
  private final float[] stretch;
  private final double[] logs = new double[24];
  private double weight;
  private long at;

  TrackKey(SampleRate rate) {
    this.rate = rate;
    notes = new KeyCheck(rate);
    stretch = new float[(int) (STRETCH_S * rate.hz())];
  }

  void add(float[][] block, float[] mono, int count) {
    notes.add(block, 0, count);
    int period = (int) (APART_S * rate.hz());
    for (int i = 0; i < count; i++) {
      int place = (int) (at++ % period);
      if (place < stretch.length) {
        stretch[place] = mono[i];
        if (place == stretch.length - 1) {
          listen(stretch.clone());
        }
      }
    }
  }

  private void listen(float[] heardNow) {
    AudioBuffer audio = new AudioBuffer(new float[][] {heardNow}, rate);
    Sound sound = Sound.of(audio, Seconds.ZERO, audio.length());
    Heard heard = new Heard();
    for (Analyser<?> analyser : Listener.measuring()) {
      heard = NEEDED.contains(analyser.name()) ? with(heard, analyser, sound) : heard;
    }
    heard
        .get(KeyFacts.class)
        .ifPresent(
            facts -> {
              weight += facts.tonal();
              for (int i = 0; i < logs.length; i++) {
                double probability = Math.max(LEAST_PROBABILITY, facts.probabilities().get(i));
                logs[i] += facts.tonal() * Math.log(probability);
              }
            });
  }

  private static <F extends Record> Heard with(Heard heard, Analyser<F> analyser, Sound sound) {
    return heard.with(analyser.listen(sound, heard));
  }

  /** The likeliest; empty where the notes fit none. */
  Optional<MusicalKey> key() {
    MusicalKey best = notes.likeliest();
    if (notes.fit(best) < LEAST_FIT) {
      return Optional.empty();
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      MusicalKey key = new MusicalKey(i % 12, i < 12 ? Mode.MAJOR : Mode.MINOR);
      double score = logs[i] / Math.max(1e-6, weight) + FIT_WEIGHT * notes.fit(key);
      if (score > most) {
        most = score;
        best = key;
      }
    }
    return Optional.of(best);
  }
}

package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import loopmind.arranger.loop.KeyFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAnalyserTest {

  private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
  private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};

  private static KeyFacts key(float[] mono) {
    Sound sound = Signals.sound(mono);
    Heard heard =
        new Heard()
            .with(new OnsetAnalyser().listen(sound, new Heard()))
            .with(new SpectrumAnalyser().listen(sound, new Heard()));
    return new KeyAnalyser(ScoreNet.named("key"), ScoreNet.named("tonal")).listen(sound, heard);
  }

  private static String best(KeyFacts facts) {
    Heard heard = new Heard().with(facts).with(new KindFacts(1, 0, 0));
    return Weighing.weigh(heard, Clues.NONE, 8)
        .key()
        .map(KeyFact::key)
        .map(Object::toString)
        .orElse("none");
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 51, 54, 57})
  void aCadenceOfTriadsIsInTheKeyItIsWrittenIn(int tonic) {
    String name =
        new loopmind.arranger.loop.MusicalKey(tonic % 12, loopmind.arranger.loop.Mode.MAJOR)
            .tonicName();
    assertThat(best(key(Signals.chords(120, tonic, MAJOR, 0, 3, 4, 0)))).isEqualTo(name + " major");
    assertThat(best(key(Signals.chords(120, tonic, MINOR, 0, 3, 4, 0)))).isEqualTo(name + " minor");
  }

  @Test
  void noiseAndDrumsHaveNoKey() {
    assertThat(best(key(Signals.noise(4, 0.2, 1)))).isEqualTo("none");
    assertThat(best(key(Signals.rockBeat(120, 2)))).isEqualTo("none");
  }

  @Test
  void theTuningOfASineIsHeard() {
    float[] sine = Signals.silence(2);
    double hz = 440 * Math.pow(2, 0.2 / 12);
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / Signals.RATE));
    }
    // the parabola through three bins is off by up to a twentieth of a bin, 2 cents here; the seam
    // adds as much
    assertThat(key(sine).tuningCents()).isCloseTo(20, within(4.0));
  }
}

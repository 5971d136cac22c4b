package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import org.junit.jupiter.api.Test;

class WeighingTest {

  private static final double SECONDS = 16 * 60 / 105.0;

  private static TempoReading reading(double bpm, int beats, double probability) {
    return new TempoReading(bpm, beats, 4, 0, SECONDS, true, probability);
  }

  /** A loop of 16 beats at 105 BPM in A# major, whose octave is in doubt by that much. */
  private static Heard heard(double right) {
    List<Double> keys = new ArrayList<>(Collections.nCopies(24, 0.05 / 22));
    keys.set(10, 0.55);
    keys.set(19, 0.4);
    return new Heard()
        .with(new KindFacts(0.95, 0.03, 0.02))
        .with(
            new TempoFacts(
                List.of(
                    reading(105, 16, right),
                    reading(52.5, 8, (1 - right) / 2),
                    reading(78.75, 12, (1 - right) / 2))))
        .with(new KeyFacts(keys, 0.99, 0))
        .with(new RoleFacts(List.of(0.01, 0.01, 0.01, 0.45, 0.46, 0.04, 0.01, 0.01)));
  }

  private static Verdict verdict(Heard heard, String path) {
    return Weighing.weigh(heard, Clues.of(Path.of(path), Optional.empty()), SECONDS);
  }

  private static double bpm(Verdict verdict) {
    return verdict.tempo().orElseThrow().bpm().value();
  }

  @Test
  void aWrongNameLosesAgainstAClearSound() {
    Verdict verdict = verdict(heard(0.97), "from a friend/Lunar_DrumLoop_118bpm_Bmin.wav");
    assertThat(bpm(verdict)).isEqualTo(105);
    assertThat(verdict.key().orElseThrow().key()).isEqualTo(MusicalKey.parse("A#").orElseThrow());
    assertThat(verdict.role()).isNotEqualTo(Role.DRUMS);
  }

  @Test
  void aRightNameSettlesADoubt() {
    Verdict verdict = verdict(heard(0.2), "Stabs_105bpm_Gm.wav");
    assertThat(bpm(verdict)).isEqualTo(105);
    assertThat(verdict.key().orElseThrow().key().text()).isEqualTo("G minor");
    assertThat(verdict.role()).isEqualTo(Role.CHORDS);
    assertThat(verdict.kind()).isEqualTo(LoopKind.LOOP);
  }

  @Test
  void aBareNumberThatMeetsTheLengthIsATempo() {
    assertThat(bpm(verdict(heard(0.02), "Trap_Strings_Verdict_105_Cm.wav"))).isEqualTo(105);
  }

  @Test
  void aNamedStyleSettlesTheOctave() {
    assertThat(bpm(verdict(heard(0.3), "Reggaeton Tools/loop.wav"))).isEqualTo(105);
  }

  @Test
  void withoutCluesTheSoundAloneDecides() {
    Verdict verdict = Weighing.weigh(heard(0.97), Clues.NONE, SECONDS);
    assertThat(bpm(verdict)).isEqualTo(105);
    // the two others share what is left
    assertThat(verdict.tempo().orElseThrow().confidence()).isCloseTo(0.97, within(1e-6));
    assertThat(verdict.key().orElseThrow().second())
        .contains(MusicalKey.parse("G minor").orElseThrow());
  }

  @Test
  void aLoopWithoutAnyTempoIsNoLoop() {
    Heard noTempo = new Heard().with(new KindFacts(0.9, 0.05, 0.05));
    assertThat(Weighing.weigh(noTempo, Clues.NONE, 0.2).kind()).isEqualTo(LoopKind.OTHER);
  }
}

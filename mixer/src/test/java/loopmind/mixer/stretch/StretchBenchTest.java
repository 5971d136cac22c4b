package loopmind.mixer.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import loopmind.arranger.units.Bpm;
import loopmind.mixer.dsp.Resampler;
import loopmind.mixer.synth.Etude;
import org.junit.jupiter.api.Test;

class StretchBenchTest {

  @Test
  void aLoopIsNoDistanceFromItselfAndFarFromAnother() {
    float[] one = Etude.drums(0, new Bpm(120)).channel(0);
    float[] other = Etude.drums(1, new Bpm(120)).channel(0);
    var distance = new MelDistance(44_100);
    assertThat(distance.between(one, one)).isZero();
    assertThat(distance.between(one, other)).isGreaterThan(5);
  }

  @Test
  void halfTheLevelIsSixDecibelsAway() {
    float[] one = Etude.tones(2, new Bpm(120)).channel(0);
    float[] half = one.clone();
    for (int i = 0; i < half.length; i++) {
      half[i] /= 2;
    }
    // bands at the floor do not differ, so that the mean lies a little below 6.02
    assertThat(new MelDistance(44_100).between(one, half)).isBetween(1.0, 6.03);
  }

  @Test
  void everyStrokeOfAPieceIsFoundWhereItWasWritten() {
    var loop = Etude.drums(7, new Bpm(120));
    var found = Onsets.in(loop.channels(), 44_100, Onsets.EVERY_HIT);
    for (double stroke : Etude.strokesOfDrums(7)) {
      double place = stroke / Etude.BEATS * loop.frames();
      double nearest =
          found.stream()
              .mapToDouble(
                  onset -> {
                    double gap = Math.abs(onset.frame() - place);
                    return Math.min(gap, loop.frames() - gap);
                  })
              .min()
              .orElse(Double.NaN);
      // 1.2 ms: voices rise over half a millisecond, and highs follow
      assertThat(nearest).isCloseTo(0, within(53.0));
    }
  }

  @Test
  void aRecordPlayerFailsWhereTheStretchDoesNot() {
    var loop = Etude.tones(3, new Bpm(120));
    var truth = Etude.tones(3, new Bpm(96));
    var distance = new MelDistance(44_100);
    float[] slowed = Resampler.around(loop.channel(0), truth.frames());
    float[] stretched =
        new PhaseVocoder(
                loop.channels(),
                truth.frames(),
                Onsets.in(loop.channels(), 44_100, Onsets.CLEAR_ATTACKS),
                44_100)
            .stretched()[0];
    assertThat(distance.between(truth.channel(0), slowed))
        .isGreaterThan(2 * distance.between(truth.channel(0), stretched));
  }
}

package loopmind.mixer.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
  void strokesAreFoundWhereTheyWereWritten() {
    List<Double> gaps = new ArrayList<>();
    for (int piece = 0; piece < 6; piece++) {
      var loop = Etude.drums(piece, new Bpm(120));
      var found = Onsets.in(loop.channels(), 44_100, Onsets.EVERY_HIT);
      for (double stroke : Etude.strokesOfDrums(piece)) {
        double place = stroke / Etude.BEATS * loop.frames();
        gaps.add(
            found.stream()
                .mapToDouble(onset -> Math.abs(onset.frame() - place))
                .map(gap -> Math.min(gap, loop.frames() - gap))
                .min()
                .orElseThrow());
      }
    }
    gaps.sort(null);
    // half of them within 0.2 ms, and nine in ten within 4 ms; ghost notes under a clap are masked
    assertThat(gaps.get(gaps.size() / 2)).isLessThan(9);
    assertThat(gaps.get(gaps.size() * 9 / 10)).isLessThan(176);
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

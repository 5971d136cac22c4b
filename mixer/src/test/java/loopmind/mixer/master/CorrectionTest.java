package loopmind.mixer.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.BiquadShape;
import org.junit.jupiter.api.Test;

final class CorrectionTest {

  private static final SampleRate RATE = new SampleRate(48_000);

  private static double[] heard(java.util.function.IntToDoubleFunction level) {
    double[] levels = new double[SpectralProfile.BANDS];
    Arrays.setAll(levels, level::applyAsDouble);
    return levels;
  }

  private static double db(BiquadShape[] shapes, double hz) {
    return Arrays.stream(shapes).mapToDouble(s -> 20 * Math.log10(s.gainAt(hz, RATE))).sum();
  }

  @Test
  void liftsWhatIsLackingAndCutsWhatIsTooMuch() {
    BiquadShape[] shapes =
        Correction.shapes(heard(band -> band < 10 ? -8 : -18), MasterTest.FLAT, RATE);
    assertThat(db(shapes, 70)).isLessThan(-1);
    assertThat(db(shapes, 5000)).isGreaterThan(1);
  }

  @Test
  void neverMovesAnythingByMoreThanItsLimit() {
    BiquadShape[] shapes = Correction.shapes(heard(band -> band * 3.0 - 60), MasterTest.FLAT, RATE);
    assertThat(Correction.largest(shapes, RATE)).isLessThanOrEqualTo(Correction.MOST_DB + 1e-9);
    assertThat(Correction.largest(shapes, RATE)).isGreaterThan(2);
  }

  @Test
  void leavesAMixThatFitsAlone() {
    BiquadShape[] shapes = Correction.shapes(heard(band -> -30), MasterTest.FLAT, RATE);
    assertThat(Correction.largest(shapes, RATE)).isLessThan(1e-6);
  }
}

package loopmind.mixer.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiquadTest {

  private static final double Q = BiquadShape.BUTTERWORTH_Q;

  @ParameterizedTest
  @ValueSource(ints = {22_050, 44_100, 48_000, 96_000})
  void aButterworthPassHalvesThePowerAtItsCorner(int hz) {
    var rate = new SampleRate(hz);
    // half the power is −3.01 dB; what is left is the measurement by a finite sine
    assertThat(sineDb(BiquadShape.lowPass(1000, Q, rate), 1000, rate))
        .isCloseTo(-3.01, within(0.01));
    assertThat(sineDb(BiquadShape.highPass(1000, Q, rate), 1000, rate))
        .isCloseTo(-3.01, within(0.01));
    assertThat(sineDb(BiquadShape.lowPass(1000, Q, rate), 50, rate)).isCloseTo(0, within(0.01));
    // two octaves above: 24 dB of slope, a little more near half the sample rate
    assertThat(sineDb(BiquadShape.lowPass(1000, Q, rate), 4000, rate)).isBetween(-30.0, -23.9);
    assertThat(sineDb(BiquadShape.highPass(1000, Q, rate), 250, rate)).isBetween(-24.8, -23.9);
  }

  @Test
  void shelvesAndBellsReachTheirGain() {
    var rate = SampleRate.STUDIO;
    var lift = new Decibels(6);
    assertThat(sineDb(BiquadShape.peaking(2000, 1, lift, rate), 2000, rate))
        .isCloseTo(6, within(0.01));
    assertThat(sineDb(BiquadShape.peaking(2000, 1, lift, rate), 40, rate))
        .isCloseTo(0, within(0.05));
    var low = BiquadShape.lowShelf(300, Q, lift, rate);
    assertThat(sineDb(low, 20, rate)).isCloseTo(6, within(0.05));
    assertThat(sineDb(low, 300, rate)).isCloseTo(3, within(0.01));
    assertThat(sineDb(low, 8000, rate)).isCloseTo(0, within(0.01));
    var high = BiquadShape.highShelf(3000, Q, new Decibels(-6), rate);
    assertThat(sineDb(high, 20_000, rate)).isCloseTo(-6, within(0.05));
    assertThat(sineDb(high, 3000, rate)).isCloseTo(-3, within(0.01));
    assertThat(sineDb(high, 100, rate)).isCloseTo(0, within(0.01));
  }

  @Test
  void theFormulaOfItsGainIsWhatItDoes() {
    var rate = SampleRate.STUDIO;
    var band = BiquadShape.bandPass(1000, 2, rate);
    for (double hz : new double[] {200, 780.8, 1000, 1280.8, 6000}) {
      assertThat(sineDb(band, hz, rate))
          .isCloseTo(20 * Math.log10(band.gainAt(hz, rate)), within(0.01));
    }
    assertThat(BiquadShape.notch(1000, 2, rate).gainAt(1000, rate)).isLessThan(1e-12);
    assertThat(BiquadShape.allPass(1000, 2, rate).gainAt(700, rate)).isCloseTo(1, within(1e-12));
  }

  @Test
  void blocksSoundLikeOneLongBlock() {
    float[] whole = noise(1000);
    float[] parts = whole.clone();
    float[] singles = whole.clone();
    var shape = BiquadShape.lowPass(500, 3, SampleRate.STUDIO);
    new Biquad(shape).process(whole);
    var filter = new Biquad(shape);
    filter.process(parts, 0, 1);
    filter.process(parts, 1, 332);
    filter.process(parts, 333, 667);
    var one = new Biquad(shape);
    for (int i = 0; i < singles.length; i++) {
      singles[i] = (float) one.next(singles[i]);
    }
    assertThat(parts).isEqualTo(whole);
    assertThat(singles).isEqualTo(whole);
  }

  @Test
  void resetForgetsWhatWasHeard() {
    var shape = BiquadShape.lowPass(500, 3, SampleRate.STUDIO);
    float[] fresh = noise(200);
    float[] again = fresh.clone();
    var filter = new Biquad(shape);
    filter.process(noise(777));
    filter.reset();
    filter.process(again);
    new Biquad(shape).process(fresh);
    assertThat(again).isEqualTo(fresh);
  }

  @Test
  void silenceStaysSilence() {
    float[] silence = new float[512];
    new Biquad(BiquadShape.highPass(30, Q, SampleRate.STUDIO)).process(silence);
    assertThat(silence).containsOnly(0f);
  }

  @Test
  void refusesFrequenciesItCannotFilter() {
    assertThatThrownBy(() -> BiquadShape.lowPass(24_000, Q, SampleRate.STUDIO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("24000.0 Hz");
    assertThatThrownBy(() -> new BiquadShape(1, 0, 0, 0, 1.1))
        .hasMessageContaining("would not settle");
  }

  /** The level of a sine after the filter has settled, relative to before. */
  private static double sineDb(BiquadShape shape, double hz, SampleRate rate) {
    var filter = new Biquad(shape);
    int settle = rate.hz();
    double inPhase = 0;
    double quadrature = 0;
    // whole seconds hold whole periods of whole frequencies, and nearly so of others
    for (int i = 0; i < settle * 3; i++) {
      double angle = 2 * Math.PI * hz * i / rate.hz();
      double y = filter.next(Math.sin(angle));
      if (i >= settle) {
        inPhase += y * Math.sin(angle);
        quadrature += y * Math.cos(angle);
      }
    }
    return 20 * Math.log10(Math.hypot(inPhase, quadrature) / settle);
  }

  private static float[] noise(int frames) {
    var random = new SplittableRandom(3);
    float[] noise = new float[frames];
    for (int i = 0; i < frames; i++) {
      noise[i] = (float) random.nextDouble(-1, 1);
    }
    return noise;
  }
}

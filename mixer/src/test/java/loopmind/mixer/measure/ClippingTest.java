package loopmind.mixer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClippingTest {

  private static int places(double peak) {
    float[] sine = Signals.sine(500, 48_000, peak, 0, 9600);
    for (int i = 0; i < sine.length; i++) {
      sine[i] = Math.max(-1, Math.min(1, sine[i]));
    }
    Clipping clipping = new Clipping();
    // cut in the middle of a plateau, which must not hide it
    clipping.add(new float[][] {sine}, 0, 4824);
    clipping.add(new float[][] {sine}, 4824, sine.length - 4824);
    return clipping.places();
  }

  @Test
  void countsEveryPlateauAtFullScale() {
    // 100 periods, of which nearly a half lies in the swelling ends
    assertThat(places(1.5)).isBetween(60, 200);
  }

  @Test
  void aSineThatTouchesFullScaleIsNotClipped() {
    assertThat(places(0.99)).isZero();
  }
}

package loopmind.mixer.mix;

import java.util.List;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.Biquad;
import loopmind.mixer.dsp.BiquadShape;

/**
 * What is done to one role alone: its filters, and everything below {@value #WIDTH_FROM_HZ} Hz
 * brought to the middle, where one speaker would cancel it otherwise. Holds the state of one sound.
 */
final class RoleChain {

  static final double WIDTH_FROM_HZ = 150;

  private final Biquad[][] filters;
  private final Biquad[] sideFilters;
  private final boolean lowsInTheMiddle;
  private float[] side = new float[0];

  /**
   * @param shapes of the filters, one after the other
   * @param lowsInTheMiddle whether what is low is brought there
   */
  RoleChain(List<BiquadShape> shapes, boolean lowsInTheMiddle, SampleRate rate) {
    this.lowsInTheMiddle = lowsInTheMiddle;
    BiquadShape[] all = shapes.toArray(BiquadShape[]::new);
    filters = new Biquad[][] {Biquad.chain(all), Biquad.chain(all)};
    BiquadShape width = BiquadShape.highPass(WIDTH_FROM_HZ, BiquadShape.BUTTERWORTH_Q, rate);
    sideFilters = Biquad.chain(width, width);
  }

  /** Changes the next {@code count} frames in place. */
  void process(float[][] stem, int count) {
    for (int c = 0; c < 2; c++) {
      for (Biquad filter : filters[c]) {
        filter.process(stem[c], 0, count);
      }
    }
    if (lowsInTheMiddle) {
      centre(stem, count);
    }
  }

  private void centre(float[][] stem, int count) {
    if (side.length < count) {
      side = new float[count];
    }
    for (int i = 0; i < count; i++) {
      side[i] = (stem[0][i] - stem[1][i]) / 2;
    }
    for (Biquad filter : sideFilters) {
      filter.process(side, 0, count);
    }
    for (int i = 0; i < count; i++) {
      float middle = (stem[0][i] + stem[1][i]) / 2;
      stem[0][i] = middle + side[i];
      stem[1][i] = middle - side[i];
    }
  }
}

package loopmind.mixer.mix;

import java.util.List;
import loopmind.arranger.song.ToneBand;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.dsp.BiquadShape;

/** The filters that a song names, as what they do to a spectrum. */
final class ToneFilters {

  private ToneFilters() {}

  static BiquadShape shape(ToneBand band, SampleRate rate) {
    Decibels gain = new Decibels(band.db());
    return switch (band.shape()) {
      case HIGH_PASS -> BiquadShape.highPass(band.hz(), band.q(), rate);
      case LOW_SHELF -> BiquadShape.lowShelf(band.hz(), band.q(), gain, rate);
      case PEAK -> BiquadShape.peaking(band.hz(), band.q(), gain, rate);
      case HIGH_SHELF -> BiquadShape.highShelf(band.hz(), band.q(), gain, rate);
    };
  }

  static List<BiquadShape> shapes(List<ToneBand> bands, SampleRate rate) {
    return bands.stream().map(band -> shape(band, rate)).toList();
  }

  /** By how much all of them together change the level of a sine, dB. */
  static double gainDb(List<ToneBand> bands, double hz, SampleRate rate) {
    return bands.stream()
        .mapToDouble(band -> 20 * Math.log10(shape(band, rate).gainAt(hz, rate)))
        .sum();
  }
}

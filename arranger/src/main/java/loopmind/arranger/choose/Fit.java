package loopmind.arranger.choose;

import java.util.List;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.Layer;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Semitones;

/**
 * How one loop would be fitted to a song, how well that suits, and why.
 *
 * @param loop the loop
 * @param cycle beats of the song that one repetition fills; 0 for a one-shot
 * @param speed how fast it would play; 2.0 halves its length
 * @param shift how far it would be moved in pitch
 * @param score 0 (does not fit) to 1
 * @param reasons in words, the weightiest first
 */
public record Fit(
    Loop loop, Beats cycle, double speed, Semitones shift, double score, List<String> reasons) {

  public Fit {
    reasons = List.copyOf(reasons);
  }

  /** How a layer is fitted already. */
  public static Fit of(Loop loop, Layer layer) {
    return new Fit(loop, layer.cycle(), layer.speed(), layer.shift(), 1, layer.reasons());
  }

  public Fit withScore(double other, List<String> because) {
    return new Fit(loop, cycle, speed, shift, other, because);
  }
}

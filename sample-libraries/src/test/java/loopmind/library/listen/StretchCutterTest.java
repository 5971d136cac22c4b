package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import loopmind.library.listen.StretchCutter.Cut;
import org.junit.jupiter.api.Test;

class StretchCutterTest {

  private static final double BPM = 126, BAR_S = 240 / BPM;

  private static List<Cut> cut(float[] mono) {
    return StretchCutter.usual().cut(Signals.sound(mono).audio(), mono.length);
  }

  private static double seconds(int frames) {
    return frames / (double) Signals.RATE;
  }

  @Test
  void aBeatIsCutAtBarLinesIntoLoops() {
    List<Cut> cuts = cut(Signals.rockBeat(BPM, 32));
    assertThat(cuts).hasSizeBetween(4, 16);
    for (Cut cut : cuts) {
      double bars = seconds(cut.to() - cut.from()) / BAR_S;
      assertThat(bars).isCloseTo(Math.rint(bars), within(0.01));
      assertThat(bars).isBetween(1.9, StretchCutter.MOST_BARS + 1.1);
      double at = seconds(cut.from()) / BAR_S;
      // 20 ms
      assertThat(at).isCloseTo(Math.rint(at), within(0.02 / BAR_S));
    }
  }

  @Test
  void eachCutBeatIsHeardAtItsTempo() {
    float[] beat = Signals.rockBeat(BPM, 32);
    Sound whole = Signals.sound(beat);
    Cut cut = cut(beat).get(1);
    float[] part = java.util.Arrays.copyOfRange(whole.mono(), cut.from(), cut.to());
    Sound loop = Signals.sound(part);
    Heard heard = new Heard().with(new OnsetAnalyser().listen(loop, new Heard()));
    TempoFacts tempo = new TempoAnalyser(ScoreNet.named("tempo")).listen(loop, heard);
    assertThat(tempo.readings().getFirst().bpm()).isCloseTo(BPM, within(0.2));
  }

  @Test
  void whatFollowsIsCutWhereItBegins() {
    float[] beat = Signals.rockBeat(BPM, 8);
    float[] wind = Signals.noise(20, 0.1, 5);
    List<Cut> cuts = cut(Signals.joined(wind, beat));
    double start = 20;
    assertThat(cuts)
        .anySatisfy(cut -> assertThat(seconds(cut.from())).isCloseTo(start, within(0.05)));
    assertThat(cuts.getFirst().from()).isZero();
  }

  @Test
  void noCutOverlapsAnother() {
    List<Cut> cuts = cut(Signals.joined(Signals.rockBeat(90, 9), Signals.noise(40, 0.05, 3)));
    for (int i = 1; i < cuts.size(); i++) {
      assertThat(cuts.get(i).from()).isGreaterThanOrEqualTo(cuts.get(i - 1).to());
    }
  }

  @Test
  void aShortStretchStaysWhole() {
    assertThat(cut(Signals.noise(5, 0.1, 1))).containsExactly(new Cut(0, 5 * Signals.RATE));
  }
}

package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import loopmind.library.bars.TrackFrames;
import loopmind.library.listen.ContentWindows.Segment;
import org.junit.jupiter.api.Test;

class ContentWindowsTest {

  private static final ContentWindows WINDOWS = new ContentWindows(ScoreNet.named("content"));

  private static TrackFrames frames(float[] mono) {
    return ContentWindows.frames(Signals.sound(mono));
  }

  private static String word(float[] mono) {
    return WINDOWS.whole(frames(mono)).word();
  }

  @Test
  void eachContentIsHeard() {
    int[] minor = {0, 2, 3, 5, 7, 8, 10};
    assertThat(word(Signals.rockBeat(110, 4))).isEqualTo("drums");
    assertThat(word(Signals.noise(8, 0.1, 4))).isEqualTo("noise");
    assertThat(word(Signals.chords(100, 57, minor, 0, 5, 3, 4))).isEqualTo("tonal");
  }

  @Test
  void gainChangesNothing() {
    float[] beat = Signals.rockBeat(110, 4);
    float[] soft = beat.clone();
    for (int i = 0; i < soft.length; i++) {
      soft[i] *= 0.1f;
    }
    assertThat(word(soft)).isEqualTo(word(beat));
  }

  @Test
  void aTimelineHasNoGapsAndFindsTheChange() {
    TrackFrames frames =
        frames(Signals.joined(Signals.noise(12, 0.1, 2), Signals.rockBeat(120, 8)));
    List<Segment> segments = WINDOWS.segments(frames);
    assertThat(segments.getFirst().from()).isZero();
    assertThat(segments.getLast().to()).isEqualTo(frames.count());
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).from()).isEqualTo(segments.get(i - 1).to());
    }
    assertThat(segments).extracting(Segment::content).containsExactly(Content.NOISE, Content.DRUMS);
    assertThat(frames.secondsAt(segments.get(1).from())).isBetween(11.9, 12.1);
  }

  @Test
  void noSegmentIsShorterThanASecond() {
    float[] restless = Signals.silence(0);
    for (int i = 0; i < 40; i++) {
      restless = Signals.joined(restless, Signals.noise(0.4 + i % 7 * 0.17, 0.02 + i % 5 * 0.1, i));
    }
    TrackFrames frames = frames(restless);
    List<Segment> segments =
        new ContentWindows(fickle(ContentWindows.rows(frames))).segments(frames);
    assertThat(segments).hasSizeGreaterThan(5);
    for (Segment segment : segments) {
      assertThat((segment.to() - segment.from()) * frames.stepSeconds()).isGreaterThan(0.98);
    }
  }

  /** Another content with nearly every window. */
  private static ScoreNet fickle(List<float[]> rows) {
    int n = ContentInput.COUNT;
    float[] mean = new float[n];
    for (float[] row : rows) {
      for (int i = 0; i < n; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    float[] ones = new float[n];
    java.util.Arrays.fill(ones, 1);
    java.util.Random random = new java.util.Random(3);
    float[][] direct = new float[5][n];
    for (float[] row : direct) {
      for (int i = 0; i < n; i++) {
        row[i] = (float) (60 * random.nextGaussian());
      }
    }
    return new ScoreNet(
        List.of(
            new ScoreNet.Net(
                mean,
                ones,
                new float[1][n],
                new float[1],
                new float[1][1],
                new float[1],
                new float[5][1],
                new float[5],
                direct)));
  }

  @Test
  void silenceIsNothingInParticular() {
    assertThat(WINDOWS.whole(frames(Signals.silence(3))).confidence()).isLessThan(0.25);
  }

  @Test
  void aHitShorterThanAWindowIsHeardToo() {
    float[] hit = Signals.silence(0.03);
    Signals.addClick(hit, 0);
    assertThat(WINDOWS.whole(frames(hit)).chances()).allMatch(Double::isFinite);
  }
}

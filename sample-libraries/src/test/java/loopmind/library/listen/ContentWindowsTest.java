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
    for (int i = 0; i < 12; i++) {
      float[] next = i % 2 == 0 ? Signals.noise(1.3, 0.1, i) : Signals.rockBeat(140, 1);
      restless = Signals.joined(restless, next);
    }
    TrackFrames frames = frames(restless);
    for (Segment segment : WINDOWS.segments(frames)) {
      assertThat((segment.to() - segment.from()) * frames.stepSeconds()).isGreaterThan(0.98);
    }
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

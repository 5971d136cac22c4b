package loopmind.library.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionFinderTest {

  private static List<Sound> regions(float[] mono) {
    List<Sound> found = new ArrayList<>();
    long frames = new RegionFinder(Signals.stream(mono, 5000), found::add).run();
    assertThat(frames).isEqualTo(mono.length);
    return found;
  }

  @Test
  void aSparseLoopIsOneRegionWithItsRests() {
    float[] loop = Signals.silence(16);
    for (int bar = 0; bar < 4; bar++) {
      Signals.addKick(loop, 1 + 4 * bar);
    }
    List<Sound> found = regions(loop);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().seconds()).isEqualTo(16);
  }

  @Test
  void takesBetweenSilencesAreRegionsOfTheirOwn() {
    float[] takes =
        Signals.joined(
            Signals.silence(0.7),
            Signals.noise(3.1, 0.1, 1),
            Signals.silence(2.3),
            Signals.noise(5.3, 0.1, 2),
            Signals.silence(1.9),
            Signals.noise(1.7, 0.1, 3));
    List<Sound> found = regions(takes);
    assertThat(found).hasSize(3);
    // blocks are 10 ms long
    assertThat(found.get(0).start().value()).isCloseTo(0.7, within(0.011));
    assertThat(found.get(1).start().value()).isCloseTo(6.1, within(0.011));
    assertThat(found.get(1).seconds()).isCloseTo(5.3, within(0.021));
    assertThat(found.get(2).start().value()).isCloseTo(13.3, within(0.011));
  }

  @Test
  void aLongRecordingIsSplitAtSilenceAndNeverHeldWhole() {
    float[] recording =
        Signals.joined(
            Signals.noise(30, 0.1, 1),
            Signals.silence(1.5),
            Signals.noise(30, 0.1, 2),
            Signals.silence(1.5),
            Signals.noise(150, 0.1, 3));
    List<Sound> found = regions(recording);
    assertThat(found.get(1).start().value()).isCloseTo(31.5, within(0.011));
    assertThat(found).allMatch(part -> part.seconds() <= StretchCutter.LONGEST_FREE_S + 0.02);
    double end = found.getLast().start().value() + found.getLast().seconds();
    assertThat(end).isCloseTo(213, within(0.02));
    for (int i = 3; i < found.size(); i++) {
      Sound before = found.get(i - 1);
      assertThat(before.start().value() + before.seconds())
          .isCloseTo(found.get(i).start().value(), within(1e-6));
    }
  }

  @Test
  void aStretchTakesNoMoreMemoryWhateverItsRateAndChannels() {
    assertThat(RegionFinder.longestSeconds(44_100, 1)).isEqualTo(120);
    assertThat(RegionFinder.longestSeconds(44_100, 2)).isEqualTo(120);
    assertThat(RegionFinder.longestSeconds(96_000, 2)).isCloseTo(55.1, within(0.1));
    assertThat(RegionFinder.longestSeconds(192_000, 8)).isEqualTo(30);
  }

  @Test
  void manyLongFilesAtOnceAreAllRead() throws Exception {
    float[] recording = Signals.joined(Signals.noise(45, 0.1, 1), Signals.silence(2));
    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(24)) {
      List<java.util.concurrent.Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        counts.add(pool.submit(() -> regions(recording).size()));
      }
      for (var count : counts) {
        assertThat(count.get()).isEqualTo(2);
      }
    }
  }

  @Test
  void silenceHasNone() {
    assertThat(regions(Signals.silence(3))).isEmpty();
    assertThat(regions(Signals.silence(50))).isEmpty();
  }

  @Test
  void brokenSamplesBecomeSilence() {
    float[] broken = Signals.noise(1, 0.1, 1);
    broken[100] = Float.NaN;
    broken[200] = Float.POSITIVE_INFINITY;
    for (float sample : regions(broken).getFirst().mono()) {
      assertThat(sample).isFinite();
    }
  }
}

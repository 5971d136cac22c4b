package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.Bars;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Semitones;
import org.junit.jupiter.api.Test;

final class ResizingTest {

  @Test
  void aLoopThatPlaysThroughPlaysThrough() {
    assertThat(resized(16, 32, 24, placement(0, 64, 0))).containsExactly(placement(0, 128, 0));
    assertThat(resized(16, 5, 24, placement(0, 64, 0))).containsExactly(placement(0, 20, 0));
  }

  @Test
  void aLongLoopGoesOnInItsPhraseRatherThanStartAgain() {
    // the cycle of 64 beats is read to its half in 8 bars, and to its end in 16
    assertThat(resized(8, 16, 64, placement(0, 32, 0))).containsExactly(placement(0, 64, 0));
  }

  @Test
  void aRestAtTheEndOfAPhraseComesAgain() {
    List<Placement> longer = resized(16, 32, 16, placement(0, 31, 0), placement(32, 32, 0));
    assertThat(rests(longer)).containsExactly(31.0, 95.0);
  }

  @Test
  void aRestThatWouldEndTheSectionIsFilled() {
    assertThat(resized(16, 8, 16, placement(0, 31, 0), placement(32, 32, 0)))
        .containsExactly(placement(0, 32, 0));
  }

  @Test
  void whatEntersLateEntersAtTheSameShare() {
    assertThat(resized(16, 8, 16, placement(32, 32, 0))).containsExactly(placement(16, 16, 0));
    assertThat(resized(8, 16, 16, placement(16, 16, 0))).containsExactly(placement(32, 32, 0));
  }

  @Test
  void whatLeavesEarlyLeavesAtTheSameShare() {
    assertThat(resized(8, 16, 16, placement(0, 16, 0))).containsExactly(placement(0, 32, 0));
    assertThat(resized(8, 1, 16, placement(0, 16, 0))).containsExactly(placement(0, 4, 0));
  }

  @Test
  void aHitStaysAtTheStartAndARiserAtTheEnd() {
    assertThat(resized(8, 16, 0, placement(0, 6, 0))).containsExactly(placement(0, 6, 0));
    assertThat(resized(8, 16, 0, placement(16, 16, 2))).containsExactly(placement(48, 16, 2));
    assertThat(resized(8, 2, 0, placement(16, 16, 2))).containsExactly(placement(0, 8, 10));
  }

  @Test
  void thereAndBackIsTheSameForWholePhrases() {
    Section section = section(16, 16, placement(0, 31, 0), placement(32, 32, 0));
    Section longer = Resizing.resized(section, new Bars(32), 4);
    assertThat(Resizing.resized(longer, new Bars(16), 4)).isEqualTo(section);
  }

  private static List<Placement> resized(int from, int to, double cycle, Placement... placements) {
    Section edited = Resizing.resized(section(from, cycle, placements), new Bars(to), 4);
    return edited.layers().getFirst().placements();
  }

  private static Section section(int bars, double cycle, Placement... placements) {
    Layer layer =
        new Layer(
            new LayerId("drums"),
            Role.DRUMS,
            TestSongs.DRUMS.id(),
            new Beats(cycle),
            1,
            Semitones.ZERO,
            Decibels.ZERO,
            List.of(placements),
            List.of());
    return new Section(
        TestSongs.VERSE, SectionKind.VERSE, new Bars(bars), 0.5, List.of(layer), Optional.empty());
  }

  private static List<Double> rests(List<Placement> placements) {
    return placements.stream().limit(placements.size() - 1L).map(one -> one.end().value()).toList();
  }

  private static Placement placement(double start, double length, double offset) {
    return new Placement(new BeatPosition(start), new Beats(length), new Beats(offset));
  }
}

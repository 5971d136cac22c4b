package loopmind.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import org.junit.jupiter.api.Test;

class TwinsTest {

  private static Loop loop(String name, double lufs, double seconds, double... onsets) {
    List<Seconds> begins = new ArrayList<>();
    for (double onset : onsets) {
      begins.add(new Seconds(onset));
    }
    return new Loop(
        new LoopId(name),
        name,
        Path.of("/packs/" + name + ".wav"),
        Optional.empty(),
        LoopKind.LOOP,
        Seconds.ZERO,
        new Seconds(seconds),
        new SampleRate(44_100),
        2,
        Optional.empty(),
        Optional.empty(),
        Role.DRUMS,
        0.99,
        "drums",
        List.of(),
        new Lufs(lufs),
        new Decibels(lufs + 13),
        0.5,
        begins,
        new SpectralProfile(Collections.nCopies(SpectralProfile.BANDS, -20.0)),
        new Embedding(new float[] {1, 0}));
  }

  private static List<List<String>> groups(Loop... loops) {
    List<Loop> all = List.of(loops);
    return Twins.of(all, () -> false).stream()
        .map(group -> group.stream().map(Loop::name).toList())
        .toList();
  }

  @Test
  void anotherLevelAndASlightlyOtherCutAreTheSameSound() {
    assertThat(
            groups(
                loop("a", -10, 2, 0, 0.5, 1, 1.5),
                loop("quiet", -22, 2, 0, 0.5, 1, 1.5),
                loop("later", -10, 2.02, 0.02, 0.52, 1.02, 1.52)))
        .containsExactly(List.of("a", "later", "quiet"));
  }

  @Test
  void anotherBeatOfTheSameKitIsAnotherSound() {
    assertThat(
            groups(
                loop("a", -10, 2, 0, 0.5, 1, 1.5),
                loop("b", -10.3, 2, 0, 0.375, 0.75, 1.5),
                loop("twice as long", -10, 4, 0, 0.5, 1, 1.5)))
        .isEmpty();
  }
}

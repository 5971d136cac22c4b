package loopmind.arranger.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import loopmind.arranger.loop.TestLoops;
import loopmind.arranger.song.EditRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoopNamesTest {

  private final LoopNames names = new LoopNames(TestLoops.trapPack());

  @ParameterizedTest
  @CsvSource({
    "Trap_Piano_Cm_140, Trap_Piano_Cm_140, false",
    "trap piano cm 140.wav, Trap_Piano_Cm_140, false",
    "Trap_Pinao, Trap_Piano_Cm_140, true",
    "trap_paino_Cm_140, Trap_Piano_Cm_140, true",
    "Trap_Bell, Trap_Bells_Cm_140, false",
    "Impct_Deep, Impact_Deep, true",
  })
  void aNameThatIsNearlyThatOfOneLoopIsTakenForIt(String typed, String name, boolean mended) {
    LoopNames.Named named = names.find(typed);
    assertThat(named.loop().name()).isEqualTo(name);
    assertThat(named.note().isPresent()).isEqualTo(mended);
  }

  @Test
  void aNameThatIsNearNoneIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> names.find("guitar_solo_live"))
        .isInstanceOf(EditRefused.class)
        .hasMessageStartingWith(
            "There is no loop called \"guitar_solo_live\" in the library. The nearest names are ");
  }

  @ParameterizedTest
  @CsvSource({"piano, piano, 0", "pinao, piano, 1", "pian, piano, 1", "bass, pads, 2", "'', ab, 2"})
  void distanceCountsLettersAndSwaps(String one, String other, int distance) {
    assertThat(LoopNames.distance(one, other)).isEqualTo(distance);
  }
}

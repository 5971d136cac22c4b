package loopmind.library.listen.ears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;
import org.junit.jupiter.api.Test;

class HearingTest {

  private static final Map<Role, Double> ROLES = Map.of(Role.BASS, 0.75, Role.PAD, 0.25);
  private static final Map<LoopKind, Double> KINDS = Map.of(LoopKind.LOOP, 1.0);

  @Test
  void theLikeliestIsWhatItSays() {
    var hearing =
        new Hearing(ROLES, Map.of("808", 0.5, "bass", 0.3, "pad", 0.2), KINDS, Embedding.NONE);
    assertThat(hearing.role()).isEqualTo(Role.BASS);
    assertThat(hearing.roleConfidence()).isEqualTo(0.75);
    assertThat(hearing.instrument()).isEqualTo("808");
    assertThat(hearing.instrumentConfidence()).isEqualTo(0.5);
    assertThat(hearing.kind()).isEqualTo(LoopKind.LOOP);
  }

  @Test
  void keepsNothingOfTheMapsItWasGiven() {
    Map<String, Double> instruments = new LinkedHashMap<>(Map.of("kick", 1.0));
    var hearing = new Hearing(ROLES, instruments, KINDS, Embedding.NONE);
    instruments.put("snare", 2.0);
    assertThat(hearing.instruments()).containsOnlyKeys("kick");
  }

  @Test
  void refusesProbabilitiesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Hearing(Map.of(Role.FX, 0.4), Map.of("fx", 1.0), KINDS, Embedding.NONE))
        .withMessage("Probabilities of a hearing sum to 1, but these sum to 0.4.");
  }
}

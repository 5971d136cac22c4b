package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeaningTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "same in verse 2",
        "no, the bass",
        "a bit less",
        "the pad too",
        "delete it",
        "noch mal",
        "and the outro"
      })
  void leansOnWhatWasSaidBefore(String message) {
    assertThat(Leaning.leans(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mute the hats in verse 2",
        "export it as midi",
        "mix it like tape",
        "riser into the drop"
      })
  void saysAllOfItByItself(String message) {
    assertThat(Leaning.leans(message)).isFalse();
  }
}

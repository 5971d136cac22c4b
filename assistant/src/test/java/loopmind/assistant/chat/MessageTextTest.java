package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dark trap at 140",
        "hazme un beat de trap más oscuro",
        "mach mir düsteren techno, a-moll",
        "🔥🔥 make it slap 🔥🔥",
        "trap\nverse\thook"
      })
  void letsMessagesPassAsTheyAre(String message) {
    assertThat(MessageText.readable(message)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t"})
  void saysThatAMessageIsEmpty(String message) {
    assertThatThrownBy(() -> MessageText.readable(message))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageStartingWith("The message is empty.");
  }

  @Test
  void saysHowLongAMessageMayBe() {
    assertThatThrownBy(() -> MessageText.readable("a ".repeat(51_200)))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageContaining("102,400 characters")
        .hasMessageContaining("at most 2,000");
    assertThat(MessageText.readable("a".repeat(MessageText.LONGEST))).hasSize(MessageText.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"сделай мне тёмный трэп", "暗いトラップを作って", "اصنع لي إيقاعا", "σκοτεινό τραπ"})
  void saysThatAWritingCannotBeRead(String message) {
    assertThatThrownBy(() -> MessageText.readable(message))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageContaining("This writing cannot be read yet");
  }

  @Test
  void saysThatBytesAreNoMessage() {
    assertThatThrownBy(() -> MessageText.readable("RIFF\u0000\u0001\u0002\u0003WAVE\u0000\u0010"))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageContaining("is no text");
  }

  @Test
  void takesSingleControlCharactersOut() {
    assertThat(MessageText.readable("dark trap\u0007 at 140")).isEqualTo("dark trap  at 140");
  }

  @ParameterizedTest
  @ValueSource(strings = {"🔥🔥🔥", "?!?", "..."})
  void saysThatThereAreNoWords(String message) {
    assertThatThrownBy(() -> MessageText.readable(message))
        .isInstanceOf(MessageUnreadable.class)
        .hasMessageStartingWith("There are no words");
  }
}

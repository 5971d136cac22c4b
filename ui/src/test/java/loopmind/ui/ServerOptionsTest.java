package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  @Test
  void listensToOthersOnlyWithAToken() {
    assertThat(new ServerOptions("127.0.0.1", 8420, Optional.empty()).isLocal()).isTrue();
    assertThatThrownBy(() -> new ServerOptions("0.0.0.0", 8420, Optional.empty()))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("--token");
    assertThat(new ServerOptions("0.0.0.0", 8420, Optional.of("x".repeat(16))).isLocal()).isFalse();
  }

  @Test
  void refusesTokensThatKeepNobodyOutAndPortsThatAreNone() {
    assertThatThrownBy(() -> new ServerOptions("0.0.0.0", 8420, Optional.of("secret")))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("16 characters");
    assertThatThrownBy(() -> new ServerOptions("127.0.0.1", 70_000, Optional.empty()))
        .isInstanceOf(EditRefused.class);
  }
}

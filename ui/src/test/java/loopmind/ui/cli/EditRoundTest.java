package loopmind.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import loopmind.assistant.calls.Tool;
import loopmind.assistant.calls.ToolCall;
import org.junit.jupiter.api.Test;

final class EditRoundTest {

  @Test
  void everyToolOfTheContractIsCalledOnce() {
    assertThat(EditRound.calls().stream().map(ToolCall::tool))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Tool.values()).map(Tool::word).toList());
  }

  @Test
  void everyCallKeepsTheContract() {
    for (ToolCall call : EditRound.calls()) {
      assertThat(Tool.fault(call)).as(call.toString()).isEmpty();
    }
  }
}

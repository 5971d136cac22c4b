package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import loopmind.assistant.calls.ToolCall;
import org.junit.jupiter.api.Test;

final class BorrowedTest {

  private static final String MESSAGE = "Add a bridge after the hook, dreamy";

  private static List<ToolCall> calls(String args) throws JsonProcessingException {
    return List.of(new ToolCall("add_section", (ObjectNode) new ObjectMapper().readTree(args)));
  }

  @Test
  void keyWordsOfAnotherMessageAreBorrowed() throws JsonProcessingException {
    assertThat(
            Borrowed.only(
                calls("{\"kind\":\"bridge\",\"query\":\"darker\"}"),
                calls("{\"kind\":\"bridge\"}"),
                MESSAGE))
        .isTrue();
  }

  @Test
  void keyWordsOfTheMessageItselfAreNot() throws JsonProcessingException {
    assertThat(
            Borrowed.only(
                calls("{\"kind\":\"bridge\",\"query\":\"dreamy\"}"),
                calls("{\"kind\":\"bridge\"}"),
                MESSAGE))
        .isFalse();
  }

  @Test
  void anotherArgumentIsAnotherReading() throws JsonProcessingException {
    assertThat(
            Borrowed.only(
                calls("{\"kind\":\"solo\",\"query\":\"darker\"}"),
                calls("{\"kind\":\"bridge\"}"),
                MESSAGE))
        .isFalse();
    assertThat(
            Borrowed.only(calls("{\"kind\":\"bridge\"}"), calls("{\"kind\":\"bridge\"}"), MESSAGE))
        .isFalse();
  }
}

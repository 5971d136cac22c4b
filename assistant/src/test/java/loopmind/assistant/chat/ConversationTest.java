package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final ToolCall COMPOSE = call("compose_song");
  private static final ToolCall EXPORT = call("export_song");
  private static final ToolCall SWAP = call("swap_loop");

  private final Desk desk = new Desk();
  private final List<List<Turn>> heard = new ArrayList<>();

  private static ToolCall call(String tool) {
    return new ToolCall(tool, JsonNodeFactory.instance.objectNode());
  }

  private Conversation conversation(Reading reading) {
    Interpreter interpreter =
        new Interpreter() {
          @Override
          public Reading read(
              SongState song, List<Turn> turns, String message, Collection<String> library) {
            heard.add(turns);
            return reading;
          }

          @Override
          public void ready() {}

          @Override
          public void close() {}
        };
    return new Conversation(interpreter, desk, List.of());
  }

  /** Does calls by writing them down; a turn that fails leaves nothing. */
  private static final class Desk implements ToolExecutor {
    private List<String> done = new ArrayList<>();
    private String refused = "";

    @Override
    public Set<String> tools() {
      return Set.of("compose_song", "export_song");
    }

    @Override
    public SongState song() {
      return SongState.EMPTY;
    }

    @Override
    public <T> T turn(String message, Supplier<T> calls) {
      List<String> before = List.copyOf(done);
      try {
        return calls.get();
      } catch (RuntimeException e) {
        done = new ArrayList<>(before);
        throw e;
      }
    }

    @Override
    public ToolResult execute(ToolCall call) {
      if (call.tool().equals(refused)) {
        throw new EditRefused("There is no song to export. Compose one first.");
      }
      done.add(call.tool());
      return new ToolResult("Did " + call.tool() + ".");
    }
  }

  @Test
  void doesTheCallsInOrderAndSaysWhatTheToolsSay() {
    Answer answer =
        conversation(Reading.of(List.of(COMPOSE, EXPORT), false)).say("make it", List.of());
    assertThat(answer.done()).isTrue();
    assertThat(answer.text()).isEqualTo("Did compose_song.\nDid export_song.");
    assertThat(desk.done).containsExactly("compose_song", "export_song");
  }

  @Test
  void doesNothingWhereOneCallIsRefused() {
    desk.refused = "export_song";
    Conversation conversation = conversation(Reading.of(List.of(COMPOSE, EXPORT), false));
    assertThatThrownBy(() -> conversation.say("make it", List.of()))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("no song to export");
    assertThat(desk.done).isEmpty();
    assertThat(conversation.turns()).isEmpty();
  }

  @Test
  void saysWhatItHeardWhereAToolIsNotThereYet() {
    Conversation conversation = conversation(Reading.of(List.of(COMPOSE, SWAP), false));
    Answer answer = conversation.say("make it and swap", List.of());
    assertThat(answer.done()).isFalse();
    assertThat(answer.text()).contains("another layer").contains("as it was");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void answersGreetingsAndWishesNoToolCanDo() {
    assertThat(conversation(Reading.of(List.of(), false)).say("hi", List.of()).text())
        .startsWith("Hello.");
    assertThat(conversation(Reading.of(List.of(), true)).say("pizza", List.of()).text())
        .contains("nothing was changed")
        .contains("tape stop")
        .contains("flac");
  }

  @Test
  void remembersWhatWasSaidAndDone() {
    Conversation conversation = conversation(Reading.of(List.of(COMPOSE), false));
    for (int i = 0; i < 30; i++) {
      conversation.say("message " + i, List.of());
    }
    assertThat(heard.get(0)).isEmpty();
    assertThat(heard.get(1)).containsExactly(new Turn("message 0", List.of(COMPOSE)));
    // a long conversation keeps its end
    assertThat(conversation.turns()).hasSize(16);
    assertThat(conversation.turns().getLast().user()).isEqualTo("message 29");
  }
}

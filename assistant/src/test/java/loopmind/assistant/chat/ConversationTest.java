package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.Saying;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversationTest extends TalkedOver {

  @Test
  void doesTheCallsInOrderAndSaysWhatTheToolsSay() {
    Answer answer =
        conversation(Reading.of(List.of(COMPOSE, EXPORT), false)).say("make it", List.of());
    assertThat(answer.done()).isTrue();
    assertThat(answer.text()).isEqualTo("Did compose_song.\nDid export_song.");
    assertThat(answer.changes())
        .extracting(Change::what)
        .containsExactly("compose_song", "export_song");
    assertThat(desk.done).containsExactly(COMPOSE.toString(), EXPORT.toString());
  }

  @Test
  void doesNothingWhereOneCallIsRefusedAndSaysWhy() {
    desk.refused = "export_song";
    Conversation conversation = conversation(Reading.of(List.of(COMPOSE, EXPORT), false));
    Answer answer = conversation.say("make it", List.of());
    assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REFUSED);
    assertThat(answer.refusal()).hasValue("There is no song to export. Compose one first.");
    assertThat(answer.calls()).hasSize(2);
    assertThat(desk.done).isEmpty();
    assertThat(conversation.memory().turns()).containsExactly(new Turn("make it", List.of()));
    assertThat(desk.sayings).hasSize(1);
  }

  @Test
  void passesOnWhatIsNoRefusal() {
    Conversation conversation =
        new Conversation(
            new Interpreter() {
              @Override
              public Reading read(
                  SongState song, List<Turn> turns, String message, Collection<String> library) {
                throw new MessageUnreadable("There are no words in it.");
              }

              @Override
              public void ready() {}

              @Override
              public void close() {}
            },
            desk,
            Memory.EMPTY);
    assertThatThrownBy(() -> conversation.say("?!", List.of()))
        .isInstanceOf(MessageUnreadable.class);
  }

  @Test
  void answersGreetingsAndWishesNoToolCanDo() {
    Answer hello = conversation(Reading.of(List.of(), false)).say("hi", List.of());
    assertThat(hello.text()).startsWith("Hello.");
    assertThat(hello.refusal()).isEmpty();
    Answer pizza = conversation(Reading.of(List.of(), true)).say("order a pizza", List.of());
    assertThat(pizza.outcome()).isEqualTo(Answer.Outcome.BEYOND);
    assertThat(pizza.refusal()).isPresent();
    assertThat(pizza.text()).contains("nothing was changed").contains("tape stop").contains("flac");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "thanks a lot! | You're welcome.",
        "what can you do? | LoopMind writes songs",
        "what tempo is drum and bass usually? | Drum and bass usually runs at",
        "bye | Until next time",
        "that is fire | Good to hear.",
        "the sky is blue | I hear no wish in that"
      })
  void talksShortlyWhereNothingIsAsked(String message, String start) {
    Answer answer = conversation(Reading.of(List.of(), false)).say(message, List.of());
    assertThat(answer.text()).startsWith(start).hasSizeLessThan(320);
    assertThat(answer.calls()).isEmpty();
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
    assertThat(conversation.memory().turns()).hasSize(Memory.MOST_TURNS);
    assertThat(conversation.memory().turns().getLast().user()).isEqualTo("message 29");
  }

  @Test
  void keepsFewerTurnsOfLongMessages() {
    Conversation conversation = conversation(Reading.of(List.of(COMPOSE), false));
    for (int i = 0; i < 10; i++) {
      conversation.say("x".repeat(1_500), List.of());
    }
    // two of 1,500 characters fit in 4,000
    assertThat(conversation.memory().turns()).hasSize(2);
  }

  @Test
  void remembersNoCallThatTheContractDoesNotKnow() throws JsonProcessingException {
    JsonNode calls =
        JSON.readTree(
            "[{\"tool\":\"undo\",\"args\":{}},{\"tool\":\"fly\",\"args\":{}},{\"tool\":7},\"rubbish\"]");
    Memory read = Memory.of(List.of(new Saying("a", calls, "b", 1)));
    assertThat(read.turns()).containsExactly(new Turn("a", List.of(call("undo", "{}"))));
    JsonNode broken = JSON.readTree("[{\"question\":{\"at\":3,\"calls\":7}}]");
    assertThat(Memory.of(List.of(new Saying("a", broken, "b", 1))).asked()).isEmpty();
  }
}

package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Saying;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ToolCall COMPOSE = call("compose_song", "{}");
  private static final ToolCall EXPORT = call("export_song", "{}");

  /** Intro of 8 bars, hook at bar 9, verse at 17, hook at 33; two melodies in each hook. */
  private static final SongState SONG =
      new SongState(
          Optional.of("trap"),
          Optional.of(140.0),
          MusicalKey.parse("C minor"),
          List.of(
              section(SectionKind.INTRO, 8, new SongState.Layer(Role.DRUMS, "kit_1")),
              hook(),
              section(SectionKind.VERSE, 16, new SongState.Layer(Role.MELODY, "harp")),
              hook()));

  private final Desk desk = new Desk();
  private final List<List<Turn>> heard = new ArrayList<>();

  private static SongState.Section hook() {
    return section(
        SectionKind.HOOK,
        8,
        new SongState.Layer(Role.DRUMS, "kit_1"),
        new SongState.Layer(Role.DRUMS, "hats_1"),
        new SongState.Layer(Role.MELODY, "bells_dark"),
        new SongState.Layer(Role.MELODY, "flute_2"));
  }

  private static SongState.Section section(SectionKind kind, int bars, SongState.Layer... layers) {
    return new SongState.Section(kind, bars, List.of(layers));
  }

  private static ToolCall call(String tool, String args) {
    try {
      return new ToolCall(tool, (ObjectNode) JSON.readTree(args.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Conversation conversation(Reading reading) {
    return conversation(reading, Memory.EMPTY);
  }

  private Conversation conversation(Reading reading, Memory memory) {
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
    return new Conversation(interpreter, desk, memory);
  }

  private Conversation asking(String tool, String args) {
    return conversation(Reading.of(List.of(call(tool, args)), false));
  }

  /** Does calls by writing them down; a turn that fails leaves nothing. */
  private static final class Desk implements ToolExecutor {
    private List<String> done = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private String refused = "";
    private SongState song = SONG;

    @Override
    public SongState song() {
      return song;
    }

    @Override
    public <T> T turn(String message, Supplier<T> calls) {
      List<String> before = List.copyOf(done);
      messages.add(message);
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
      done.add(call.toString());
      return new ToolResult(
          "Did " + call.tool() + ".", List.of(new Change("", "", call.tool(), "", "done")));
    }

    @Override
    public void said(String user, ArrayNode calls, String answer) {
      sayings.add(new Saying(user, calls, answer, 1));
    }
  }

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "set_tempo | {} | Which tempo? The song runs at 140 BPM.",
        "set_key | {} | Which key? The song is in C minor.",
        "swap_loop | {'role':'melody'} | Which one: bells_dark, flute_2 or harp?",
        "swap_loop | {'role':'melody','section':{'kind':'hook','n':1}} | Which one: bells_dark or flute_2?",
        "swap_loop | {} | Which layer: drums or melody?",
        "set_level | {'role':'drums'} | How: louder, quieter or muted?",
        "set_level | {'role':'drums','db':-3,'section':{'from':{'kind':'hook'}}} | Which one: the hook at bar 9 or the hook at bar 33?",
        "remove_section | {} | Which section: intro, hook 1, verse or hook 2?",
        "resize_section | {'section':{'kind':'verse'}} | How many bars? It has 16.",
        "move_section | {'section':{'kind':'hook'},'after':{'kind':'intro'}} | Which hook: hook 1 or hook 2?",
        "add_transition | {'kind':'riser'} | Into which section: hook 1, verse or hook 2?",
        "search_loops | {} | What should it sound like? Say some words, or name a loop."
      })
  void asksForWhatIsOpenAndDoesNothingBefore(String tool, String args, String question) {
    Answer answer = asking(tool, args).say("do it", List.of());
    assertThat(answer.outcome()).isEqualTo(Answer.Outcome.ASKED);
    assertThat(answer.text()).isEqualTo(question);
    assertThat(answer.question().orElseThrow().sentence()).isEqualTo(question);
    assertThat(desk.done).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "swap_loop | {'role':'melody','query':'darker'}",
        "swap_loop | {'role':'drums'}",
        "swap_loop | {'role':'melody','section':{'kind':'verse'}}",
        "remove_layer | {'role':'melody'}",
        "remove_section | {'section':{'kind':'hook'}}",
        "set_level | {'role':'drums','db':-3,'section':{'kind':'hook'}}",
        "set_level | {'role':'drums','db':-3,'section':{'from':{'kind':'intro'},'to':{'kind':'hook'}}}",
        "add_layer | {'role':'vocal'}",
        "remix_song | {}"
      })
  void doesNotAskWhereTheContractSettlesIt(String tool, String args) {
    assertThat(asking(tool, args).say("do it", List.of()).done()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flute",
        "the flute",
        "Flute_2.",
        "the second",
        "2",
        "2nd one please",
        "i mean the second one"
      })
  void takesAMessageThatOnlyAnswersAsTheAnswer(String reply) {
    Conversation conversation =
        asking("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1}}");
    conversation.say("swap the lead", List.of());
    Answer answer = conversation.say(reply, List.of());
    assertThat(answer.done()).isTrue();
    assertThat(desk.done)
        .containsExactly(
            call("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1},'query':'flute_2'}")
                .toString());
    assertThat(desk.messages.getLast()).isEqualTo("swap the lead (" + reply + ")");
    // the model was asked once: the answer is read by code
    assertThat(heard).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"both", "both of them", "all", "each one please"})
  void doesTheCallForEachWhereBothAreMeant(String reply) {
    Conversation conversation =
        asking("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1}}");
    conversation.say("swap the lead", List.of());
    conversation.say(reply, List.of());
    assertThat(desk.done)
        .hasSize(2)
        .satisfies(calls -> assertThat(calls.get(0)).contains("bells_dark"))
        .satisfies(calls -> assertThat(calls.get(1)).contains("flute_2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "set_tempo | {} | 150 | 'bpm':150",
        "set_tempo | {} | make it 92.5 bpm | 'bpm':92.5",
        "set_key | {} | Bb minor | 'key':'A# minor'",
        "set_key | {} | in f sharp | 'key':'F# major'",
        "resize_section | {'section':{'kind':'verse'}} | 8 bars | 'bars':8",
        "change_genre | {} | drill | 'style':'drill'",
        "match_reference | {} | songs/my track.mp3 | 'file':'songs/my track.mp3'",
        "set_level | {'role':'drums'} | mute | 'mute':true",
        "set_level | {'role':'drums','db':-3,'section':{'from':{'kind':'hook'}}} | 33 | 'from':{'kind':'hook','n':2}",
        "set_level | {'role':'drums','db':-3,'section':{'from':{'kind':'hook'}}} | the first | 'from':{'kind':'hook','n':1}",
        "remove_section | {} | the second hook | 'section':{'kind':'hook','n':2}",
        "remove_section | {} | last hook | 'section':{'kind':'hook','n':2}",
        "remove_section | {} | the verse | 'section':{'kind':'verse'}",
        "remove_section | {} | the last one | 'section':{'kind':'hook','n':2}",
        "add_effect | {'role':'drums'} | tape stop | 'effect':'tape_stop'",
        "search_loops | {} | dusty vinyl drums | 'query':'dusty vinyl drums'",
        "move_section | {'section':{'kind':'verse'}} | after the intro | 'after':{'kind':'intro'}"
      })
  void completesTheCallWithTheAnswer(String tool, String args, String reply, String part) {
    Conversation conversation = asking(tool, args);
    conversation.say("do it", List.of());
    assertThat(conversation.say(reply, List.of()).done()).isTrue();
    assertThat(desk.done).singleElement().asString().contains(part.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add a bridge after the second hook",
        "make the drums louder",
        "the flute should be louder in the second verse and the outro",
        "flute and drums",
        "third",
        "harp?? no wait, undo that",
        "",
        "9"
      })
  void readsAMessageThatSaysMoreAsAMessageLikeAnyOther(String reply) {
    Conversation conversation =
        asking("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1}}");
    conversation.say("swap the lead", List.of());
    conversation.say(reply, List.of());
    assertThat(heard).hasSize(2);
    assertThat(desk.done).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "Never mind!", "forget it.", "cancel"})
  void takesTheWishBack(String reply) {
    Conversation conversation = asking("set_tempo", "{}");
    conversation.say("another tempo", List.of());
    Answer answer = conversation.say(reply, List.of());
    assertThat(answer.outcome()).isEqualTo(Answer.Outcome.TALK);
    assertThat(conversation.memory().asked()).isEmpty();
    assertThat(desk.done).isEmpty();
  }

  @Test
  void asksAgainWhereTheAnswerLeavesSomethingElseOpen() {
    Conversation conversation = asking("resize_section", "{}");
    assertThat(conversation.say("longer", List.of()).text()).startsWith("Which section");
    assertThat(conversation.say("verse", List.of()).text()).isEqualTo("How many bars? It has 16.");
    assertThat(conversation.say("24", List.of()).done()).isTrue();
    assertThat(desk.done)
        .containsExactly(
            call("resize_section", "{'section':{'kind':'verse'},'bars':24}").toString());
  }

  @Test
  void keepsTheQuestionThroughSmallTalkAndThroughARestart() {
    Conversation before = asking("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1}}");
    before.say("swap the lead", List.of());
    Memory kept = Memory.of(desk.sayings);
    assertThat(kept.asked()).isEqualTo(before.memory().asked()).isPresent();
    Conversation after = conversation(Reading.of(List.of(), false), kept);
    assertThat(after.say("hm, let me think", List.of()).outcome()).isEqualTo(Answer.Outcome.TALK);
    assertThat(after.say("bells", List.of()).done()).isTrue();
  }

  @Test
  void forgetsTheQuestionOnceItIsAnsweredAlsoThroughARestart() {
    Conversation conversation = asking("set_tempo", "{}");
    conversation.say("another tempo", List.of());
    conversation.say("150", List.of());
    Memory kept = Memory.of(desk.sayings);
    assertThat(kept.asked()).isEmpty();
    assertThat(kept.turns())
        .containsExactly(
            new Turn("another tempo", List.of()),
            new Turn("150", List.of(call("set_tempo", "{'bpm':150}"))));
    assertThat(kept.turns()).isEqualTo(conversation.memory().turns());
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

  @Test
  void asksNothingAboutASongThatIsNotThere() {
    desk.song = SongState.EMPTY;
    desk.refused = "swap_loop";
    assertThat(asking("swap_loop", "{}").say("swap it", List.of()).outcome())
        .isEqualTo(Answer.Outcome.REFUSED);
  }
}

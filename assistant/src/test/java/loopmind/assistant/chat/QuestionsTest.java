package loopmind.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked back, and what is taken for an answer. */
final class QuestionsTest extends TalkedOver {

  /** The answer to this, where bells and flute are the choices. */
  private Answer afterWhichMelody(String reply) {
    Conversation conversation =
        asking("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1}}");
    conversation.say("swap the lead", List.of());
    return conversation.say(reply, List.of());
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
        "i mean the second one",
        "la segunda por favor",
        "die zweite bitte",
        "le deuxième",
        "a última",
        "il secondo",
        "de tweede graag"
      })
  void takesAMessageThatOnlyAnswersAsTheAnswer(String reply) {
    assertThat(afterWhichMelody(reply).done()).isTrue();
    assertThat(desk.done)
        .containsExactly(
            call("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1},'query':'flute_2'}")
                .toString());
    assertThat(desk.messages.getLast()).isEqualTo("swap the lead (" + reply + ")");
    // the model was asked once: the answer is read by code
    assertThat(heard).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "both",
        "both of them",
        "all",
        "each one please",
        "beide",
        "las dos",
        "les deux",
        "tutti e due",
        "ambas por favor"
      })
  void doesTheCallForEachWhereBothAreMeant(String reply) {
    afterWhichMelody(reply);
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
        "la segunda estrofa más fuerte",
        "die zweite strophe lauter",
        "",
        "9"
      })
  void readsAMessageThatSaysMoreAsAMessageLikeAnyOther(String reply) {
    afterWhichMelody(reply);
    assertThat(heard).hasSize(2);
    assertThat(desk.done).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "Never mind!", "forget it.", "cancel", "Nein danke", "déjalo", "laat maar"})
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
  void asksNothingAboutASongThatIsNotThere() {
    desk.song = SongState.EMPTY;
    desk.refused = "swap_loop";
    assertThat(asking("swap_loop", "{}").say("swap it", List.of()).outcome())
        .isEqualTo(Answer.Outcome.REFUSED);
  }
}

package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;

import loopmind.arranger.song.Song;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The song is: intro 8, verse 16, hook 8, verse 16, hook 8, bridge 8, hook 8, outro 8. */
final class DescribeSongTest {

  private static Workbench bench = Workbench.withSong();

  @BeforeAll
  static void dress() {
    bench = Workbench.withSong();
    bench.call("add_effect", "{'effect':'reverb','role':'chords','section':{'kind':'bridge'}}");
    bench.call("set_level", "{'role':'vocal','mute':true,'section':{'kind':'hook','n':2}}");
    bench.call("add_transition", "{'kind':'tape_stop','into':{'kind':'outro'}}");
    bench.call("set_level", "{'role':'bass','db':-3,'section':{'kind':'hook','n':1}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what key is it in?|The song is in C minor (Camelot 5A).",
        "en qué tonalidad está|The song is in C minor (Camelot 5A).",
        "in welcher tonart ist das|The song is in C minor (Camelot 5A).",
        "quelle est la tonalité|The song is in C minor (Camelot 5A).",
        "how fast is it|It runs at 140 BPM in 4/4.",
        "how long is the song|It lasts 2:17, 80 bars.",
        "how many hooks are there?|There are 3 hooks: hook 1 at bar 25 (0:41), 8 bars, hook 2 at bar 49 (1:22), 8 bars, hook 3 at bar 65 (1:49), 8 bars.",
        "combien de refrains?|There are 3 hooks: ",
        "wie viele Strophen hat der Song?|There are 2 verses: verse 1 at bar 9",
        "onde fica a ponte|There is one bridge: bridge at bar 57 (1:36), 8 bars.",
        "where does the last hook start|Hook 3 at bar 65 (1:49), 8 bars.",
        "is there a drop?|The song has no drop. Sections: intro at bar 1",
        "what happens in the fourth hook|The song has only 3 hooks.",
        "which loop plays the melody in hook 2?|Melody: Trap_",
        "why this bass?|Bass: Trap_808_Vault_Cm_140 in ",
        "which effects are on the bridge|Effects: reverb (1 of 3) on the chords in bridge.",
        "is anything muted|Muted: vocal in hook 2.",
        "what leads into the outro, which transition?|Transitions: tape stop into outro (4 beats).",
        "how loud is it|The whole song is mixed polished at -11 LUFS.",
        "what style is it|It is trap.",
        "what pack are the drums from|The sounds are from: trap (",
        "what did you change last?|Last change: \"set_level {'role':'bass','db':-3,",
        "whats in it|\"",
        "so what have we got|\"",
        "whats in the bridge|There is one bridge: ",
        "who wrote this?|The song's facts do not tell that. ",
      })
  void answersFromTheFacts(String question, String answer) {
    Song before = bench.song();
    ToolAnswer said =
        bench.call("describe_song", "{'question':\"%s\"}".formatted(question).replace('\'', '"'));
    assertThat(said.text()).startsWith(answer);
    assertThat(said.changes()).isEmpty();
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void aWhyIsAnsweredWithTheReasonsKeptWithTheChoice() {
    assertThat(bench.call("describe_song", "{'question':'why this bass?'}").text())
        .contains("because: made for trap, same tempo");
  }

  @Test
  void withoutAQuestionEverythingIsTold() {
    assertThat(bench.call("describe_song", "{}").text())
        .contains("trap at 140 BPM in C minor")
        .contains("Sections: intro at bar 1 (8 bars)")
        .contains("Drums: ");
  }
}

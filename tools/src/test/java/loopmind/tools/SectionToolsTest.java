package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The song is: intro 8, verse 16, hook 8, verse 16, hook 8, bridge 8, hook 8, outro 8. */
final class SectionToolsTest {

  private final Workbench bench = Workbench.withSong();
  private final Song before = bench.song();

  @Test
  void removingASectionLeavesTheOthersAndTheirTransitionsAsTheyWere() {
    ToolAnswer answer = bench.call("remove_section", "{'section':{'kind':'hook','n':2}}");
    assertThat(ids())
        .containsExactly(
            "intro-1", "verse-1", "hook-1", "verse-2", "bridge-1", "hook-3", "outro-1");
    assertThat(Workbench.touched(before, bench.song())).isEmpty();
    assertThat(bench.song().transitionInto(new SectionId("bridge-1")))
        .isEqualTo(before.transitionInto(new SectionId("bridge-1")));
    assertThat(answer.sentence()).startsWith("Took out hook 2 (bar 49)");
    assertThat(answer.changes()).contains(new Change("hook 2", "", "section", "8 bars", ""));
  }

  @Test
  void whatVariedARemovedSectionVariesItsHeir() {
    bench.call("remove_section", "{'section':{'kind':'hook','n':1}}");
    assertThat(bench.section("hook-2").variationOf()).isEmpty();
    assertThat(bench.section("hook-3").variationOf()).contains(new SectionId("hook-2"));
  }

  @Test
  void theFirstSectionHasNoTransition() {
    bench.call("remove_section", "{'section':{'kind':'intro'}}");
    assertThat(bench.song().transitions()).doesNotContainKey(new SectionId("verse-1"));
  }

  @Test
  void movingASectionKeepsEverySectionEqual() {
    bench.call("move_section", "{'section':{'kind':'bridge'},'after':{'kind':'hook','n':1}}");
    assertThat(ids())
        .containsExactly(
            "intro-1", "verse-1", "hook-1", "bridge-1", "verse-2", "hook-2", "hook-3", "outro-1");
    assertThat(Workbench.touched(before, bench.song())).isEmpty();
  }

  @Test
  void theVeryEndAndTheStartArePlaces() {
    bench.call("move_section", "{'section':{'kind':'bridge'},'after':{'kind':'song'}}");
    assertThat(ids()).last().isEqualTo("bridge-1");
    bench.call("move_section", "{'section':{'kind':'bridge'},'before':{'kind':'song'}}");
    assertThat(ids()).first().isEqualTo("bridge-1");
  }

  @Test
  void beforeAKindWithoutANumberIsBeforeItsFirst() {
    bench.call("move_section", "{'section':{'kind':'bridge'},'before':{'kind':'hook'}}");
    assertThat(ids()).startsWith("intro-1", "verse-1", "bridge-1", "hook-1");
  }

  @Test
  void aLongerSectionPlaysItsLoopsOn() {
    bench.call("resize_section", "{'section':{'kind':'verse','n':1},'bars':32}");
    Section verse = bench.section("verse-1");
    assertThat(verse.bars().count()).isEqualTo(32);
    assertThat(Workbench.touched(before, bench.song())).containsExactly("verse-1");
    for (Layer layer : verse.layers()) {
      Layer was = layer(before, "verse-1", layer);
      assertThat(layer.loop()).isEqualTo(was.loop());
      assertThat(layer.placements().getLast().end().value()).isEqualTo(128);
      if (!layer.isOneShot()) {
        assertThat(layer.placements().getFirst().start())
            .isEqualTo(was.placements().getFirst().start());
      }
    }
  }

  @Test
  void aShorterSectionKeepsEveryLayer() {
    bench.call("resize_section", "{'section':{'kind':'intro'},'bars':4}");
    assertThat(bench.section("intro-1").layers())
        .extracting(Layer::id)
        .isEqualTo(
            before.section(new SectionId("intro-1")).layers().stream().map(Layer::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remove_section|{'section':{'kind':'bridge','n':2}}|There is no second bridge; the song has one, at bar 57. Say 'the bridge'.",
        "remove_section|{'section':{'kind':'hook','n':4}}|There is no fourth hook; the song has 3, at bars 25, 49 and 65. Say one of these, such as 'hook 3'.",
        "remove_section|{'section':{'kind':'drop'}}|There is no drop; the song has one intro, 2 verses, 3 hooks, one bridge and one outro. Say one of these, or add a drop first.",
        "remove_section|{'section':{'kind':'song'}}|The song would have no section. Leave at least one.",
        "remove_section|{}|Which section should be taken out? Name one, such as 'verse 2'.",
        "remove_section|{'section':{'kind':'banger'}}|There is no kind of section called \"banger\".",
        "move_section|{'section':{'kind':'bridge'}}|Where should bridge (bar 57) go? Say after or before which section.",
        "move_section|{'section':{'kind':'bridge'},'after':{'kind':'hook','n':2}}|Bridge (bar 57) is already right after hook 2 (bar 49). Name another place.",
        "move_section|{'section':{'kind':'bridge'},'after':{'kind':'bridge'}}|Bridge (bar 57) cannot go beside itself. Name another section to put it after.",
        "resize_section|{'section':{'kind':'outro'},'bars':128}|The outro would last 128 bars. Choose 1 to 64 bars.",
        "resize_section|{'section':{'kind':'outro'},'bars':8}|8 bars is how long outro (bar 73) is already. Say another length.",
        "resize_section|{'section':{'kind':'outro'}}|How long should outro (bar 73) be? Say 1 to 64 bars.",
        "add_section|{'kind':'bridge','bars':65}|The bridge would last 65 bars. Choose 1 to 64 bars.",
        "add_section|{}|What kind of section should be added? Say one of intro, verse, prechorus, hook, bridge, breakdown, build, drop, outro, solo.",
        "add_section|{'kind':'bridge','after':{'kind':'solo'}}|There is no solo; the song has one intro, 2 verses, 3 hooks, one bridge and one outro. Say one of these, or add a solo first.",
        "regenerate_section|{}|Which section should be written anew? Name one, such as 'hook 1'.",
        "regenerate_section|{'section':{'kind':'bridge'},'energy':3}|The energy would change by 3. Say 1 for bigger, -1 for calmer, or leave it out.",
        "remove_section|{'section':{'from':{'kind':'outro'},'to':{'kind':'intro'}}}|The stretch would begin with outro (bar 73) and end before it, with intro (bar 1). Say it the other way round.",
      })
  void whatCannotBeDoneIsRefusedAndChangesNothing(String tool, String arguments, String sentence) {
    assertThatThrownBy(() -> bench.call(tool, arguments))
        .isInstanceOf(EditRefused.class)
        .hasMessage(sentence);
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void aStretchIsEverySectionFromOneToTheOther() {
    bench.call(
        "remove_section", "{'section':{'from':{'kind':'verse','n':2},'to':{'kind':'bridge'}}}");
    assertThat(ids()).containsExactly("intro-1", "verse-1", "hook-1", "hook-3", "outro-1");
  }

  @Test
  void numbersInAMessageNameTheSongAsItWasBeforeIt() {
    bench.desk.turn(
        "delete the first hook, riser into the second one, make the last one 16 bars",
        () -> {
          bench.box.call("remove_section", Workbench.json("{'section':{'kind':'hook','n':1}}"));
          bench.box.call(
              "add_transition", Workbench.json("{'kind':'riser','into':{'kind':'hook','n':2}}"));
          return bench.box.call(
              "resize_section", Workbench.json("{'section':{'kind':'hook','n':-1},'bars':16}"));
        });
    assertThat(bench.song().transitionInto(new SectionId("hook-2")).orElseThrow().kind())
        .isEqualTo(TransitionKind.RISER);
    assertThat(bench.section("hook-3").bars().count()).isEqualTo(16);
    assertThat(bench.section("hook-2").layers())
        .isEqualTo(before.section(new SectionId("hook-2")).layers());
  }

  @Test
  void aKindWithoutANumberNamesTheSectionThatTheMessageAdded() {
    bench.desk.turn(
        "add an 8 bar bridge before the last hook, put strings in it",
        () -> {
          bench.box.call(
              "add_section",
              Workbench.json("{'kind':'bridge','bars':8,'before':{'kind':'hook','n':-1}}"));
          return bench.box.call(
              "add_layer",
              Workbench.json("{'role':'pad','section':{'kind':'bridge'},'query':'strings'}"));
        });
    assertThat(bench.section("bridge-1")).isEqualTo(before.section(new SectionId("bridge-1")));
    assertThat(bench.section("bridge-2").layersOf(Role.PAD)).isNotEmpty();
  }

  @Test
  void anUndoFirstInAMessageBringsBackTheSectionsThatItsWordsName() {
    bench.call("remove_section", "{'section':{'kind':'hook','n':1}}");
    bench.desk.turn(
        "no, the second one",
        () -> {
          bench.box.call("undo", Workbench.json("{}"));
          return bench.box.call(
              "remove_section", Workbench.json("{'section':{'kind':'hook','n':2}}"));
        });
    assertThat(ids()).contains("hook-1", "hook-3").doesNotContain("hook-2");
  }

  @Test
  void aNewSectionFitsBetweenItsNeighbours() {
    ToolAnswer answer =
        bench.call("add_section", "{'kind':'breakdown','after':{'kind':'hook','n':2}}");
    assertThat(ids()).containsSequence("hook-2", "breakdown-1", "bridge-1");
    Section added = bench.section("breakdown-1");
    assertThat(added.energy()).isLessThan(bench.section("hook-2").energy());
    assertThat(added.layers()).isNotEmpty();
    assertThat(bench.song().transitionInto(added.id())).isPresent();
    assertThat(Workbench.touched(before, bench.song())).containsExactly("breakdown-1");
    assertThat(before.loops().keySet())
        .as("its beat is the song's own")
        .containsAll(added.layersOf(Role.BASS).stream().map(Layer::loop).toList());
    assertThat(answer.sentence()).startsWith("Added a breakdown of").contains("at bar 57");
  }

  @Test
  void aSectionWithoutAPlaceGoesWhereTheRulesOfAFormLetIt() {
    bench.call("add_section", "{'kind':'prechorus'}");
    List<String> ids = ids();
    assertThat(ids.get(ids.indexOf("prechorus-1") + 1)).startsWith("hook");
    assertThat(bench.section("prechorus-1").bars().count() % 4).isZero();
  }

  @Test
  void aKindThatComesAgainVariesAnEarlierOne() {
    bench.call("add_section", "{'kind':'verse','after':{'kind':'hook','n':-1},'bars':8}");
    Section added = bench.section("verse-3");
    assertThat(added.bars().count()).isEqualTo(8);
    assertThat(added.variationOf()).contains(new SectionId("verse-1"));
    assertThat(loops(added)).isNotEqualTo(loops(bench.section("verse-2")));
  }

  @Test
  void wordsShapeWhoPlays() {
    bench.call(
        "add_section", "{'kind':'breakdown','query':'just piano and pad','after':{'kind':'song'}}");
    assertThat(bench.section("breakdown-1").layers())
        .extracting(Layer::role)
        .containsOnly(Role.CHORDS, Role.PAD);
    assertThat(bench.plays("breakdown-1", "chords")).contains("Piano");
    bench.call("add_section", "{'kind':'bridge','query':'no drums','after':{'kind':'hook'}}");
    assertThat(bench.section("bridge-2").layersOf(Role.DRUMS)).isEmpty();
  }

  @Test
  void aSectionWrittenAnewDiffersAndNothingElseDoes() {
    bench.call("regenerate_section", "{'section':{'kind':'verse','n':2}}");
    Song once = bench.song();
    assertThat(Workbench.touched(before, once)).containsExactly("verse-2");
    bench.call("regenerate_section", "{'section':{'kind':'verse','n':2}}");
    assertThat(bench.section("verse-2")).isNotEqualTo(once.section(new SectionId("verse-2")));
    assertThat(bench.section("verse-2").bars().count()).isEqualTo(16);
    assertThat(bench.song().transitions()).isEqualTo(before.transitions());
  }

  @Test
  void theSameSeedWritesTheSame() {
    bench.call("regenerate_section", "{'section':{'kind':'bridge'},'seed':5}");
    Section first = bench.section("bridge-1");
    bench.call("undo", "{}");
    bench.call("regenerate_section", "{'section':{'kind':'bridge'},'seed':5}");
    assertThat(bench.section("bridge-1")).isEqualTo(first);
  }

  @Test
  void biggerAndCalmerMoveEnergyAndLayers() {
    Section was = bench.section("verse-1");
    bench.call("regenerate_section", "{'section':{'kind':'verse','n':1},'energy':1}");
    Section bigger = bench.section("verse-1");
    assertThat(bigger.energy()).isGreaterThan(was.energy());
    assertThat(bigger.layers().size()).isGreaterThan(was.layers().size());
    bench.call("regenerate_section", "{'section':{'kind':'verse','n':1},'energy':-1}");
    assertThat(bench.section("verse-1").energy()).isLessThan(bigger.energy());
    assertThat(bench.section("verse-1").layers().size()).isLessThan(bigger.layers().size());
  }

  @Test
  void everyOneOfAKindIsWrittenAnew() {
    bench.call("regenerate_section", "{'section':{'kind':'hook'},'query':'sparse'}");
    assertThat(Workbench.touched(before, bench.song()))
        .containsExactly("hook-1", "hook-2", "hook-3");
    assertThat(bench.section("hook-1").kind()).isEqualTo(SectionKind.HOOK);
  }

  private List<String> ids() {
    return bench.song().sections().stream().map(section -> section.id().text()).toList();
  }

  private static List<Object> loops(Section section) {
    return section.layers().stream().map(layer -> (Object) layer.loop()).toList();
  }

  private static Layer layer(Song song, String id, Layer like) {
    return song.section(new SectionId(id)).layers().stream()
        .filter(layer -> layer.id().equals(like.id()))
        .findFirst()
        .orElseThrow();
  }
}

package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixPlan;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The song is: intro 8, verse 16, hook 8, verse 16, hook 8, bridge 8, hook 8, outro 8. */
final class WholeSongToolsTest {

  private static final MixPlan PLAN =
      new MixPlan(Map.of(Role.BASS, new MixPlan.RoleMix(new Decibels(-1), List.of())));

  /** Settles the same plan for every song, so that tests see where it is asked for. */
  private final Workbench bench =
      Workbench.withSong(song -> song.withFacts(song.facts().with(song.facts().mix().with(PLAN))));

  private final Song before = bench.song();

  @Test
  void composingSettlesTheMixAndEditsKeepIt() {
    assertThat(before.facts().mix().plan()).isEqualTo(PLAN);
    bench.call("set_tempo", "{'bpm':150}");
    bench.call("remove_layer", "{'role':'bass'}");
    assertThat(bench.song().facts().mix().plan()).isEqualTo(PLAN);
  }

  @Test
  void warmerTwiceGoesFurther() {
    bench.call("mix_song", "{'query':'warmer'}");
    assertThat(colour().warmth()).isEqualTo(1);
    bench.call("mix_song", "{'query':'warmer'}");
    assertThat(colour().warmth()).isEqualTo(2);
    assertThat(Workbench.touched(before, bench.song())).isEmpty();
  }

  @Test
  void aColourAtItsEndIsRefused() {
    for (int i = 0; i < 3; i++) {
      bench.call("mix_song", "{'query':'warmer'}");
    }
    assertThatThrownBy(() -> bench.call("mix_song", "{'query':'warmer'}"))
        .hasMessage(
            "The mix cannot get any \"warmer\" than it is: that is as far as it goes. Say another word.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "punchier|0,0,1,0,0,0|0",
        "a bit brighter|0,0.5,0,0,0,0|0",
        "less bass|0,0,0,-1,0,0|0",
        "more highs and wider|0,1,0,0,1,0|0",
        "cleaner mix please|0,0,0,0,0,1|0",
        "louder|0,0,0,0,0,0|2",
        "much quieter|0,0,0,0,0,0|-3",
        "más cálido y ancho|1,0,0,0,1,0|0",
        "etwas heller, weniger bass|0,0.5,0,-1,0,0|0",
        "plus chaud et plus large|1,0,0,0,1,0|0",
        "too bright|0,-1,0,0,0,0|0",
      })
  void wordsForTheSoundBecomeAColour(String query, String colour, double loudness) {
    bench.call("mix_song", "{'query':'%s'}".formatted(query));
    List<Double> wanted = List.of(colour.split(",")).stream().map(Double::valueOf).toList();
    MixColour is = colour();
    assertThat(
            List.of(
                is.warmth(), is.brightness(), is.punch(), is.weight(), is.width(), is.clarity()))
        .isEqualTo(wanted.stream().map(value -> value + 0.0).toList());
    double was = before.facts().mix().loudness().value();
    assertThat(bench.song().facts().mix().loudness().value()).isEqualTo(was + loudness);
  }

  @Test
  void aWordThatIsNotKnownIsTakenForTheNearestAndTheAnswerSaysSo() {
    ToolAnswer answer = bench.call("mix_song", "{'query':'brutal'}");
    assertThat(answer.notes()).containsExactly("I took \"brutal\" for harsh.");
    assertThat(colour().brightness()).isPositive();
  }

  @Test
  void modeAndLoudnessAreSet() {
    ToolAnswer answer = bench.call("mix_song", "{'mode':'tape','lufs':-16}");
    assertThat(bench.song().facts().mix().mode()).isEqualTo(MixMode.TAPE);
    assertThat(bench.song().facts().mix().loudness().value()).isEqualTo(-16);
    assertThat(answer.sentence()).isEqualTo("The whole song is mixed tape at -16 LUFS.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mix_song|{}|How should it be mixed? Say raw, polished or tape, a loudness in LUFS, or a word such as warmer.",
        "mix_song|{'mode':'vinyl'}|There is no way of mixing called \"vinyl\". Say raw, polished or tape.",
        "mix_song|{'lufs':-3}|The master would be at -3.0 LUFS. Choose -24 to -6 LUFS.",
        "mix_song|{'query':'banana'}|The mix cannot be made \"banana\": I know words such as warmer, ",
        "mix_song|{'mode':'polished'}|The song is mixed that way already: polished at -11 LUFS. Say another way.",
        "change_genre|{}|Which genre should it be? Say one, such as drill.",
        "change_genre|{'style':'Trap'}|The song is trap already. Say another genre, or ask for a remix.",
        "remix_song|{'amount':0}|A share of 0.00 of the song would change. Choose more than 0, up to 1 for all of it.",
        "remix_song|{'amount':2}|A share of 2.00 of the song would change. Choose more than 0, up to 1 for all of it.",
        "remix_song|{'keep':['kazoo']}|There is no role called \"kazoo\". Say one of drums, ",
        "compose_song|{'anchor':'no_such_loop_anywhere'}|There is no loop called \"no_such_loop_anywhere\" in the library. The nearest names are ",
        "compose_song|{'anchor':'FX_Impact_Deep'}|FX_Impact_Deep does not repeat in a tempo, so no song can be built around it. Name a loop with a tempo.",
        "compose_song|{'anchor':'Trap_Flute_Smoke_140_Cm','exclude':['melody']}|The song would be built around a melody loop, but without any melody. Leave one of the two out.",
        "search_loops|{'query':'dark','bpm':900}|No loop is looked for at 900 BPM. Choose 40 to 240 BPM.",
        "search_loops|{'query':'dark','limit':0}|0 loops cannot be listed. Choose 1 to 100.",
        "search_loops|{}|What should it sound like? Say some words, or name a loop.",
      })
  void whatCannotBeDoneIsRefusedAndChangesNothing(String tool, String arguments, String sentence) {
    assertThatThrownBy(() -> bench.call(tool, arguments))
        .isInstanceOf(EditRefused.class)
        .hasMessageStartingWith(sentence);
    assertThat(bench.song()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"house", "drill", "boom bap", "drum and bass", "lofi", "techno"})
  void anotherGenreIsTheSameSongInItsTempo(String name) {
    ToolAnswer answer = bench.call("change_genre", "{'style':'%s'}".formatted(name));
    Style style = Styles.known().named(name).orElseThrow();
    Song after = bench.song();
    assertThat(after.facts().style()).isEqualTo(style.name());
    assertThat(style.holds(after.facts().tempo())).isTrue();
    assertThat(after.facts().key()).isEqualTo(before.facts().key());
    assertThat(after.facts().mix().loudness()).isEqualTo(style.loudness());
    assertThat(after.bars().count()).isCloseTo(before.bars().count(), within(1));
    assertThat(after.sections()).allSatisfy(s -> assertThat(s.layers()).isNotEmpty());
    assertThat(answer.notes()).anyMatch(note -> note.startsWith("Kept: "));
    assertThat(loops(after, Role.VOCAL))
        .as("the person's own voice stays")
        .containsKey("Trap_Vox_Chant_140_Cm");
    bench.call("undo", "{}");
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void danceMusicLeadsToItsDrops() {
    bench.call("change_genre", "{'style':'house'}");
    List<Section> sections = bench.song().sections();
    for (int i = 1; i < sections.size(); i++) {
      if (sections.get(i).kind() == SectionKind.DROP) {
        assertThat(sections.get(i - 1).kind()).isEqualTo(SectionKind.BUILD);
      }
    }
    assertThat(loops(bench.song(), Role.DRUMS).keySet()).allMatch(loop -> loop.startsWith("House"));
    bench.call("change_genre", "{'style':'boom bap'}");
    assertThat(bench.song().sections())
        .extracting(Section::kind)
        .contains(SectionKind.HOOK)
        .doesNotContain(SectionKind.DROP, SectionKind.BUILD);
  }

  @Test
  void aRemixKeepsTheRolesItIsToldTo() {
    bench.call("remix_song", "{'query':'darker','keep':['drums','vocal'],'amount':1}");
    Song after = bench.song();
    for (Section section : after.sections()) {
      for (Role role : List.of(Role.DRUMS, Role.VOCAL)) {
        assertThat(section.layersOf(role)).isEqualTo(before.section(section.id()).layersOf(role));
      }
    }
    assertThat(Workbench.touched(before, after)).hasSizeGreaterThan(5);
    assertThat(after.bars()).isEqualTo(before.bars());
  }

  @Test
  void aSmallRemixLeavesMostOfTheSong() {
    bench.call("remix_song", "{'amount':0.1,'seed':9}");
    assertThat(loops(bench.song(), Role.BASS)).isNotEmpty();
    Song first = bench.song();
    bench.call("undo", "{}");
    bench.call("remix_song", "{'amount':0.1,'seed':9}");
    assertThat(bench.song()).isEqualTo(first);
  }

  @Test
  void aRemixInAnotherStyleFollowsIt() {
    bench.call("remix_song", "{'style':'lofi','keep':['melody']}");
    assertThat(bench.song().facts().style()).isEqualTo("lofi");
    assertThat(loops(bench.song(), Role.MELODY).keySet())
        .isSubsetOf(loops(before, Role.MELODY).keySet());
  }

  @Test
  void everythingIsBuiltAroundTheAnchor() {
    ToolAnswer answer = bench.call("compose_song", "{'anchor':'House_Stab_Loft','seed':2}");
    String anchor = loops(bench.song(), Role.CHORDS).keySet().iterator().next();
    assertThat(loops(bench.song(), Role.CHORDS)).hasSize(1);
    assertThat(anchor).startsWith("House_");
    assertThat(bench.song().facts().style()).isEqualTo("house");
    assertThat(bench.song().facts().tempo().value()).isEqualTo(124);
    assertThat(answer.sentence()).contains("Built around " + anchor);
  }

  @Test
  void onlyWhatWasAllowedIsUsedAndNothingThatWasExcluded() {
    bench.call(
        "compose_song",
        "{'style':'trap','use_only':['trap'],'exclude':['hats','vocal'],'folder':'starter',"
            + "'include':[{'role':'melody','query':'flute'}],'bars':48,'seed':1}");
    Map<String, Integer> all = new HashMap<>();
    for (Role role : Role.values()) {
      all.putAll(loops(bench.song(), role));
    }
    assertThat(all.keySet())
        .noneMatch(name -> name.contains("Hat"))
        .noneMatch(name -> name.contains("Vox"));
    assertThat(loops(bench.song(), Role.MELODY).keySet()).anyMatch(n -> n.contains("Flute"));
  }

  private MixColour colour() {
    return bench.song().facts().mix().colour();
  }

  /** Names of the loops of a role, and how many layers play each. */
  private static Map<String, Integer> loops(Song song, Role role) {
    Map<String, Integer> names = new HashMap<>();
    for (Section section : song.sections()) {
      section
          .layersOf(role)
          .forEach(layer -> names.merge(song.loop(layer.loop()).name(), 1, Integer::sum));
    }
    return names;
  }
}

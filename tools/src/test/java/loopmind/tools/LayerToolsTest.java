package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Change;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Transition;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Beats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The song is: intro 8, verse 16, hook 8, verse 16, hook 8, bridge 8, hook 8, outro 8. */
final class LayerToolsTest {

  private final Workbench bench = Workbench.withSong();
  private final Song before = bench.song();

  @Test
  void swappingALoopKeepsTheLayerInItsPlace() {
    Layer was = Workbench.layers(bench.section("hook-1"), "melody").getFirst();
    bench.call("swap_loop", "{'role':'melody','section':{'kind':'hook','n':1}}");
    Layer is = Workbench.layers(bench.section("hook-1"), "melody").getFirst();
    assertThat(Workbench.touched(before, bench.song())).containsExactly("hook-1");
    assertThat(is.loop()).isNotEqualTo(was.loop());
    assertThat(is.id()).isEqualTo(was.id());
    assertThat(is.gain()).isEqualTo(was.gain());
    assertThat(is.placements()).hasSameSizeAs(was.placements());
    assertThat(is.reasons()).isNotEmpty();
  }

  @Test
  void darkerIsDarkerThanWhatPlays() {
    ToolAnswer answer =
        bench.call("swap_loop", "{'role':'melody','section':{'kind':'hook'},'query':'darker'}");
    double was = middle(before, "hook-1", Role.MELODY);
    assertThat(middle(bench.song(), "hook-1", Role.MELODY)).isLessThan(was);
    assertThat(answer.sentence()).startsWith("Melody in every hook: ").contains("darker than ");
    assertThat(answer.changes()).extracting(Change::what).contains("loop");
  }

  @Test
  void aWordForASoundFindsIt() {
    bench.call("swap_loop", "{'role':'melody','section':{'kind':'verse'},'query':'flute'}");
    assertThat(bench.plays("verse-1", "melody")).contains("Flute");
  }

  @Test
  void aLoopThatIsNamedIsTakenAndAWrongLetterMended() {
    ToolAnswer answer =
        bench.call(
            "swap_loop",
            "{'role':'bass','section':{'kind':'verse','n':1},'loop':'Drill_808_Slidr.wav'}");
    assertThat(bench.plays("verse-1", "bass")).startsWith("Drill_808_Slide");
    assertThat(answer.notes()).anyMatch(note -> note.startsWith("There is no loop called"));
    Layer layer = Workbench.layers(bench.section("verse-1"), "bass").getFirst();
    assertThat(layer.speed()).isCloseTo(140.0 / 142, within(1e-9));
  }

  @Test
  void theNameOfALoopThatPlaysThereSaysWhichLayerIsMeant() {
    String first = bench.plays("hook-1", "melody");
    bench.call("add_layer", "{'role':'melody','section':{'kind':'hook','n':1},'query':'lead'}");
    List<Layer> two = Workbench.layers(bench.section("hook-1"), "melody");
    assertThat(two).hasSize(2);
    bench.call(
        "swap_loop",
        "{'role':'melody','section':{'kind':'hook','n':1},'query':'%s'}"
            .formatted(bench.song().loop(two.getLast().loop()).name()));
    List<Layer> after = Workbench.layers(bench.section("hook-1"), "melody");
    assertThat(bench.plays("hook-1", "melody")).isEqualTo(first);
    assertThat(after.getLast().loop()).isNotEqualTo(two.getLast().loop());
  }

  @Test
  void everySectionThatLacksTheLayerIsPassedOver() {
    bench.call("swap_loop", "{'role':'drums','loop':'%s'}".formatted(name("Drill_Drums")));
    for (Section section : bench.song().sections()) {
      assertThat(section.layersOf(Role.DRUMS))
          .hasSameSizeAs(before.section(section.id()).layersOf(Role.DRUMS));
    }
  }

  @Test
  void aLayerIsAddedBesideTheOthers() {
    ToolAnswer answer =
        bench.call(
            "add_layer", "{'role':'percussion','section':{'kind':'bridge'},'query':'shaker'}");
    List<Layer> were = before.section(new SectionId("bridge-1")).layers();
    List<Layer> are = bench.section("bridge-1").layers();
    assertThat(are).startsWith(were.toArray(Layer[]::new)).hasSize(were.size() + 1);
    assertThat(are.getLast().role()).isEqualTo(Role.PERCUSSION);
    assertThat(Workbench.touched(before, bench.song())).containsExactly("bridge-1");
    assertThat(answer.sentence()).startsWith("Added ");
    bench.call("add_layer", "{'role':'percussion','section':{'kind':'bridge'}}");
    assertThat(bench.section("bridge-1").layersOf(Role.PERCUSSION)).hasSizeGreaterThan(1);
  }

  @Test
  void whatSoundsOnceIsPlacedAtAPhrase() {
    bench.call("add_layer", "{'role':'fx','section':{'kind':'verse','n':1},'query':'impact'}");
    Layer hit = bench.section("verse-1").layers().getLast();
    assertThat(hit.cycle()).isEqualTo(Beats.ZERO);
    assertThat(hit.placements()).extracting(p -> p.start().value()).containsExactly(0.0, 32.0);
  }

  @Test
  void theLastLayerMayGoAndTheAnswerSaysSo() {
    for (Layer layer : bench.section("bridge-1").layers()) {
      if (!bench.section("bridge-1").layersOf(layer.role()).isEmpty()) {
        ToolAnswer answer =
            bench.call(
                "remove_layer",
                "{'role':'%s','section':{'kind':'bridge'}}".formatted(layer.role().word()));
        boolean silent = bench.section("bridge-1").layers().isEmpty();
        assertThat(answer.notes().contains("Bridge is silent now.")).isEqualTo(silent);
      }
    }
    assertThat(bench.section("bridge-1").layers()).isEmpty();
    assertThat(Workbench.touched(before, bench.song())).containsExactly("bridge-1");
  }

  @Test
  void wordsPickOneOfSeveralLayers() {
    bench.call("remove_layer", "{'role':'drums','query':'hats'}");
    for (Section section : bench.song().sections()) {
      assertThat(section.layersOf(Role.DRUMS))
          .extracting(layer -> bench.song().loop(layer.loop()).instrument())
          .doesNotContain("hihat");
    }
    assertThat(bench.song().roles()).contains(Role.DRUMS);
  }

  @Test
  void levelsAddUpAndMutesKeepThePlacements() {
    bench.call("set_level", "{'role':'bass','db':3,'section':{'kind':'hook','n':1}}");
    Layer was = before.section(new SectionId("hook-1")).layersOf(Role.BASS).getFirst();
    Layer is = bench.section("hook-1").layersOf(Role.BASS).getFirst();
    assertThat(is.gain().value()).isCloseTo(was.gain().value() + 3, within(0.006)); // rounded
    assertThat(is.withGain(was.gain())).isEqualTo(was);
    bench.call("set_level", "{'role':'bass','mute':true}");
    assertThat(bench.section("hook-1").layersOf(Role.BASS).getFirst().muted()).isTrue();
    bench.call("set_level", "{'role':'bass','mute':false,'db':-3,'section':{'kind':'hook','n':1}}");
    assertThat(bench.section("hook-1").layersOf(Role.BASS).getFirst().muted()).isFalse();
    assertThat(bench.section("hook-2").layersOf(Role.BASS).getFirst().muted()).isTrue();
  }

  @Test
  void effectsGoOntoLayersOrOntoSectionsAndGetStronger() {
    bench.call("add_effect", "{'effect':'reverb','role':'melody','section':{'kind':'hook','n':2}}");
    assertThat(
            bench
                .section("hook-2")
                .layersOf(Role.MELODY)
                .getFirst()
                .effects()
                .strength(EffectKind.REVERB))
        .contains(1);
    assertThat(bench.section("hook-2").effects().isEmpty()).isTrue();
    bench.call("add_effect", "{'effect':'lowpass_sweep','section':{'kind':'intro'}}");
    bench.call("add_effect", "{'effect':'lowpass_sweep','section':{'kind':'intro'}}");
    assertThat(bench.section("intro-1").effects().strength(EffectKind.LOWPASS_SWEEP)).contains(2);
    assertThat(Workbench.touched(before, bench.song())).containsExactly("intro-1", "hook-2");
    bench.call("remove_effect", "{'section':{'kind':'intro'}}");
    bench.call("remove_effect", "{'effect':'reverb','role':'melody'}");
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void aTransitionLeadsIntoEverySectionOfTheKind() {
    bench.call("add_transition", "{'kind':'buildup','into':{'kind':'hook'}}");
    assertThat(bench.song().transitionInto(new SectionId("hook-1")))
        .contains(new Transition(TransitionKind.BUILDUP, new Beats(32)));
    assertThat(Workbench.touched(before, bench.song())).isEmpty();
    bench.call("remove_transition", "{'kind':'buildup'}");
    assertThat(bench.song().transitions().values())
        .extracting(Transition::kind)
        .doesNotContain(TransitionKind.BUILDUP);
    assertThat(bench.song().transitions()).doesNotContainKey(new SectionId("hook-3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swap_loop|{}|Which layer should get another loop? Say its role, such as melody.",
        "swap_loop|{'role':'kazoo'}|There is no role called \"kazoo\". Say one of drums, percussion, bass, chords, melody, pad, vocal, fx.",
        "swap_loop|{'role':'bass','loop':'nothing_like_it_at_all'}|There is no loop called \"nothing_like_it_at_all\" in the library. The nearest names are ",
        "swap_loop|{'role':'bass','loop':'Trap_808_Vault_Cm_140'}|Trap_808_Vault_Cm_140 is what plays there already. Name another loop, or say how it should sound.",
        "add_layer|{}|Which layer should be added? Say its role, such as a pad.",
        "remove_layer|{}|Which layer should be taken out? Say its role, such as pad.",
        "remove_layer|{'role':'drums','query':'snare'}|Nothing in the whole song answers to \"snare\"; there is ",
        "set_level|{'role':'bass'}|By how much should the bass change? Say it in dB, or mute or unmute it.",
        "set_level|{'role':'bass','db':30}|The level would change by 30 dB. Choose a change from -24 to 12 dB, and not 0.",
        "set_level|{'role':'bass','mute':false}|The bass in ",
        "add_effect|{}|Which effect should be added? Say one of lowpass_sweep, ",
        "add_effect|{'effect':'chorus'}|There is no effect called \"chorus\". Say one of lowpass_sweep, ",
        "remove_effect|{}|There is no effect on the whole song to take off; the song has no effects at all. Say 'add' to put one on.",
        "add_transition|{'kind':'riser'}|Which section should the riser lead into? Name one, such as 'hook 1'.",
        "add_transition|{'into':{'kind':'hook'}}|Which transition should be added? Say one of riser, ",
        "add_transition|{'kind':'riser','into':{'kind':'intro'}}|A riser into the intro would have nothing before it: the song starts there. Name a later section.",
        "remove_transition|{'kind':'tape_stop','into':{'kind':'hook','n':1}}|There is no tape stop into hook 1 (bar 25) to take away; ",
        "set_tempo|{}|How fast should it be? The song runs at 140 BPM; say a tempo from 40 to 240 BPM, or a change such as 10 % faster.",
        "set_tempo|{'bpm':900}|The song would run at 900 BPM. Choose 40 to 240 BPM.",
        "set_tempo|{'percent':-90}|The song would run at 14 BPM. Choose 40 to 240 BPM.",
        "set_tempo|{'bpm':140}|The song runs at 140 BPM already. Say another tempo.",
        "set_key|{}|Which key should it be in? The song is in C minor; say a key such as F# minor, or a number of semitones.",
        "set_key|{'key':'H mixo'}|\"H mixo\" is no key. Say one such as C minor or F# major.",
        "set_key|{'semitones':13}|The song would move by 13 semitones. Choose -12 to 12, and not 0.",
        "set_key|{'key':'Cm'}|The song is in C minor already. Say another key.",
      })
  void whatCannotBeDoneIsRefusedAndChangesNothing(String tool, String arguments, String sentence) {
    assertThatThrownBy(() -> bench.call(tool, arguments))
        .isInstanceOf(EditRefused.class)
        .hasMessageStartingWith(sentence);
    assertThat(bench.song()).isEqualTo(before);
  }

  @Test
  void anEffectAsStrongAsItGetsIsRefused() {
    for (int i = 0; i < 3; i++) {
      bench.call("add_effect", "{'effect':'delay','section':{'kind':'bridge'}}");
    }
    assertThatThrownBy(
            () -> bench.call("add_effect", "{'effect':'delay','section':{'kind':'bridge'}}"))
        .hasMessage(
            "The delay on bridge (bar 57) is as strong as it gets already (3 of 3). Take it off, or add another effect.");
  }

  @Test
  void aLevelBeyondWhatALayerTakesIsRefused() {
    bench.call("set_level", "{'role':'bass','db':6,'section':{'kind':'hook'}}");
    assertThatThrownBy(
            () -> bench.call("set_level", "{'role':'bass','db':12,'section':{'kind':'hook'}}"))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("a layer goes from -60 to 12 dB");
  }

  private static String name(String start) {
    return StarterLoops.all().stream()
        .map(Loop::name)
        .filter(name -> name.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  /** The middle of the spectrum of what plays a role, in bands. */
  private static double middle(Song song, String section, Role role) {
    Layer layer = song.section(new SectionId(section)).layersOf(role).getFirst();
    List<Double> levels = song.loop(layer.loop()).profile().levelsDb();
    double sum = 0;
    double all = 0;
    for (int band = 0; band < levels.size(); band++) {
      sum += band * Math.pow(10, levels.get(band) / 20);
      all += Math.pow(10, levels.get(band) / 20);
    }
    return sum / all;
  }
}

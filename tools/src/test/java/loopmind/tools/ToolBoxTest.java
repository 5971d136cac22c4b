package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.plan.Composer;
import loopmind.arranger.plan.Plan;
import loopmind.arranger.plan.PlanRequest;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Styles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToolBoxTest {

  private final SongDesk desk = new SongDesk(Optional.empty(), history -> {});
  private final LoopShelf shelf = new EmptyShelf();
  private final ToolBox box =
      new ToolBox(
          List.of(
              new ComposeSong(
                  desk,
                  shelf,
                  new Composer(
                      ToolBoxTest::noPlan, new StyleFinder(Styles.known(), new SentenceEncoder())),
                  new ComposeSong.Defaults(1, Optional.empty(), Optional.empty()),
                  Balancing.NONE),
              new SearchLoops(desk, shelf),
              new DescribeSong(desk),
              new Undo(desk),
              new Redo(desk)));

  @Test
  void offersTheToolsOfTheContractWithTheirSchemas() {
    assertThat(box.names())
        .containsExactlyInAnyOrder("compose_song", "search_loops", "describe_song", "undo", "redo");
    assertThat(box.specifications())
        .extracting(ToolSpecification::name)
        .containsExactlyInAnyOrderElementsOf(box.names());
    assertThat(box.specifications().toString())
        .contains("use_only")
        .contains("anchor")
        .contains("40 to 240 BPM");
  }

  @Test
  void everyEditingToolTakesTheArgumentsOfTheContract() {
    Map<String, Set<String>> arguments = new TreeMap<>();
    for (ToolSpecification one : new Workbench().box.specifications()) {
      arguments.put(one.name(), new TreeSet<>(one.parameters().properties().keySet()));
    }
    assertThat(arguments)
        .containsEntry("swap_loop", sorted("role section query loop"))
        .containsEntry("add_layer", sorted("role section query loop"))
        .containsEntry("remove_layer", sorted("role section query"))
        .containsEntry("add_section", sorted("kind bars after before query"))
        .containsEntry("remove_section", sorted("section"))
        .containsEntry("move_section", sorted("section after before"))
        .containsEntry("resize_section", sorted("section bars"))
        .containsEntry("regenerate_section", sorted("section query energy seed"))
        .containsEntry("set_tempo", sorted("bpm percent"))
        .containsEntry("set_key", sorted("key semitones"))
        .containsEntry("set_level", sorted("role db mute section query"))
        .containsEntry("add_effect", sorted("effect role section query"))
        .containsEntry("remove_effect", sorted("effect role section query"))
        .containsEntry("add_transition", sorted("kind into"))
        .containsEntry("remove_transition", sorted("kind into"))
        .containsEntry("mix_song", sorted("mode lufs query"))
        .containsEntry("change_genre", sorted("style"))
        .containsEntry("remix_song", sorted("query keep style amount seed"))
        .containsEntry("describe_song", sorted("question"))
        .containsEntry("search_loops", sorted("query like role bpm key limit"))
        .containsEntry(
            "compose_song",
            sorted(
                "style moods bpm key bars seconds sections include exclude folder anchor use_only seed"));
  }

  private static Set<String> sorted(String names) {
    return new TreeSet<>(List.of(names.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"bpm\":900}|The song would run at 900 BPM. Choose 40 to 240 BPM.",
        "{\"bars\":2}|The song would last 2 bars. Choose 4 to 512 bars.",
        "{\"seconds\":-5}|The song would last -5 seconds. Choose up to 1800 seconds.",
        "{\"key\":\"H mixo\"}|\"H mixo\" is no key. Say one such as C minor or F# major.",
        "{\"sections\":[\"banger\"]}|There is no kind of section called \"banger\".",
        "{\"sections\":[{\"kind\":\"hook\",\"bars\":99}]}|The hook would last 99 bars. Choose 1 to 64 bars.",
        "{\"include\":[{\"role\":\"kazoo\"}]}|There is no role called \"kazoo\". Say one of drums, percussion, bass, chords, melody, pad, vocal, fx.",
        "{\"anchor\":\"nope.wav\"}|There is no loop called \"nope.wav\"; the library is empty. Point LoopMind at a folder with loops.",
      })
  void aValueOutOfBoundsIsRefusedWithWhatToDo(String arguments, String sentence) {
    assertThatThrownBy(() -> call("compose_song", arguments))
        .isInstanceOf(EditRefused.class)
        .hasMessage(sentence);
  }

  @Test
  void anArgumentThatIsNotInTheContractIsRefused() {
    assertThatThrownBy(() -> call("undo", "{\"howmany\":2}"))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("howmany");
    assertThatThrownBy(() -> call("format_disk", "{}"))
        .isInstanceOf(EditRefused.class)
        .hasMessage("There is no tool called format_disk.");
  }

  @Test
  void aSearchForNothingAsksWhatItShouldSoundLike() {
    assertThatThrownBy(() -> call("search_loops", "{}"))
        .hasMessageContaining("What should it sound like?");
    assertThat(call("search_loops", "{\"query\":\"dark\"}").sentence())
        .contains("Nothing in the library");
  }

  private ToolAnswer call(String tool, String arguments) {
    return desk.turn("test", () -> box.call(tool, json(arguments)));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private static Plan noPlan(PlanRequest request) {
    throw new AssertionError("Nothing is planned for " + request.style().name());
  }

  private static final class EmptyShelf implements LoopShelf {
    @Override
    public List<Loop> loops() {
      return List.of();
    }

    @Override
    public List<Loop> loopsIn(String folder) {
      return List.of();
    }

    @Override
    public List<Found> search(Query query) {
      return List.of();
    }
  }
}

package loopmind.assistant.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.song.SectionKind;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JustAddedTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static Lexicon lexicon;

  @BeforeAll
  static void read() throws IOException {
    lexicon = Lexicon.read(Path.of(System.getProperty("loopmind.root"), "models/assistant"));
  }

  private static SongState song(String sections) {
    return new SongState(
        Optional.of("trap"),
        Optional.of(140.0),
        Optional.empty(),
        Stream.of(sections.split(" "))
            .map(kind -> new SongState.Section(SectionKind.named(kind).orElseThrow(), 8, List.of()))
            .toList());
  }

  private static ToolCall call(String tool, String args) {
    try {
      return new ToolCall(tool, (ObjectNode) JSON.readTree(args.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String resolved(String sections, String added, String message, ToolCall call) {
    List<Turn> turns = List.of(new Turn("add one", List.of(call("add_section", added))));
    return new JustAdded(song(sections), lexicon)
        .resolved(List.of(call), turns, message)
        .getFirst()
        .args()
        .toString()
        .replace('"', '\'');
  }

  /** A wish to mute all drums, after a bridge was added behind the hook. */
  private static String muted(String sections, String message) {
    return resolved(
        sections,
        "{'kind':'bridge','after':{'kind':'hook'}}",
        message,
        call("set_level", "{'role':'drums','mute':true}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "intro bridge hook bridge outro | {'kind':'bridge','after':{'kind':'hook'}} | 2",
        "intro bridge hook bridge outro | {'kind':'bridge','before':{'kind':'hook'}} | 1",
        "bridge intro hook bridge | {'kind':'bridge','after':{'kind':'song'}} | 2",
        "bridge intro hook bridge | {'kind':'bridge','before':{'kind':'song'}} | 1",
        "intro bridge bridge hook | {'kind':'bridge','after':{'kind':'bridge','n':1}} | 2"
      })
  void pointsAtTheOneThatWasAdded(String sections, String added, int number) {
    assertThat(
            resolved(
                sections,
                added,
                "make it 4 bars",
                call("resize_section", "{'section':{'kind':'bridge'},'bars':4}")))
        .isEqualTo("{'section':{'kind':'bridge','n':%d},'bars':4}".formatted(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "intro hook bridge outro | mute the drums in it | {'kind':'bridge'}",
        "intro bridge hook bridge outro | mute the drums in there | {'kind':'bridge','n':2}",
        "intro bridge hook bridge outro | take the drums out of it please | {'kind':'bridge','n':2}"
      })
  void stayInsideWhatWasAdded(String sections, String message, String section) {
    assertThat(muted(sections, message))
        .isEqualTo("{'role':'drums','mute':true,'section':%s}".formatted(section));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "mute the drums",
        "mute the drums in it but not in the bridge",
        "put it in the mix and mute the drums"
      })
  void leavesWhatDoesNotPointThere(String message) {
    assertThat(muted("intro hook bridge outro", message)).isEqualTo("{'role':'drums','mute':true}");
  }

  @ParameterizedTest
  @CsvSource({"make every bridge 4 bars", "make all bridges 4 bars", "all the middle 8s: 4 bars"})
  void leavesAKindThatTheMessageNames(String message) {
    assertThat(
            resolved(
                "intro bridge hook bridge",
                "{'kind':'bridge','after':{'kind':'hook'}}",
                message,
                call("resize_section", "{'section':{'kind':'bridge'},'bars':4}")))
        .isEqualTo("{'section':{'kind':'bridge'},'bars':4}");
  }

  @Test
  void leavesWhatNamesItsOwnSectionOrIsNoWishForLayers() {
    ToolCall verse = call("set_level", "{'role':'drums','mute':true,'section':{'kind':'hook'}}");
    String added = "{'kind':'bridge','after':{'kind':'hook'}}";
    assertThat(resolved("intro hook bridge", added, "the drums in it, in the hook", verse))
        .isEqualTo(verse.args().toString().replace('"', '\''));
    ToolCall ask = call("describe_song", "{'about':'what plays in it'}");
    assertThat(resolved("intro hook bridge", added, "what plays in it", ask))
        .isEqualTo(ask.args().toString().replace('"', '\''));
  }

  @Test
  void leavesWhatCannotBeTold() {
    ToolCall mute = call("set_level", "{'role':'drums','mute':true}");
    assertThat(
            resolved("intro bridge hook bridge", "{'kind':'bridge'}", "mute the drums in it", mute))
        .isEqualTo(mute.args().toString().replace('"', '\''));
  }
}

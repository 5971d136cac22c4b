package loopmind.assistant.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** A song, a desk that writes down what it is told to do, and conversations over them. */
abstract class TalkedOver {

  static final ObjectMapper JSON = new ObjectMapper();
  static final ToolCall COMPOSE = call("compose_song", "{}");
  static final ToolCall EXPORT = call("export_song", "{}");

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

  final Desk desk = new Desk();
  final List<List<Turn>> heard = new ArrayList<>();

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

  static ToolCall call(String tool, String args) {
    try {
      return new ToolCall(tool, (ObjectNode) JSON.readTree(args.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Conversation conversation(Reading reading) {
    return conversation(reading, Memory.EMPTY);
  }

  Conversation conversation(Reading reading, Memory memory) {
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

  Conversation asking(String tool, String args) {
    return conversation(Reading.of(List.of(call(tool, args)), false));
  }

  /** Does calls by writing them down; a turn that fails leaves nothing. */
  static final class Desk implements ToolExecutor {
    List<String> done = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    final List<Saying> sayings = new ArrayList<>();
    String refused = "";
    SongState song = SONG;

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
}

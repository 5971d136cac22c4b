package loopmind.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.ToolExecutor;
import loopmind.assistant.chat.ToolResult;
import loopmind.tools.SongDesk;
import loopmind.tools.ToolAnswer;
import loopmind.tools.ToolBox;

/** The tools of one song, as the conversation calls them. */
public final class DeskTools implements ToolExecutor {

  private final SongDesk desk;
  private final Supplier<ToolBox> box;
  private volatile Consumer<ToolCall> before = call -> {};

  /**
   * @param box of the tools; asked for when the first is called
   */
  DeskTools(SongDesk desk, Supplier<ToolBox> box) {
    this.desk = desk;
    this.box = box;
  }

  /** Has somebody told of each call before it is done. */
  public void beforeEach(Consumer<ToolCall> listener) {
    before = listener;
  }

  @Override
  public SongState song() {
    return desk.current().map(DeskTools::state).orElse(SongState.EMPTY);
  }

  @Override
  public <T> T turn(String message, Supplier<T> calls) {
    return desk.turn(message, calls);
  }

  @Override
  public ToolResult execute(ToolCall call) {
    before.accept(call);
    ToolAnswer answer = box.get().call(call.tool(), call.args());
    return new ToolResult(answer.text(), answer.changes());
  }

  @Override
  public void said(String user, ArrayNode calls, String answer) {
    desk.say(user, calls, answer);
  }

  private static SongState state(Song song) {
    return new SongState(
        Optional.of(song.facts().style()),
        Optional.of(song.facts().tempo().value()),
        Optional.of(song.facts().key()),
        song.sections().stream().map(section -> section(song, section)).toList());
  }

  private static SongState.Section section(Song song, Section section) {
    List<SongState.Layer> layers =
        section.layers().stream()
            .map(layer -> new SongState.Layer(layer.role(), song.loop(layer.loop()).name()))
            .toList();
    return new SongState.Section(section.kind(), section.bars().count(), layers);
  }
}

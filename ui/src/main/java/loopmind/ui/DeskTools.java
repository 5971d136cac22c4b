package loopmind.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.ToolExecutor;
import loopmind.assistant.chat.ToolResult;
import loopmind.tools.SongDesk;
import loopmind.tools.ToolBox;

/** The tools of one song, as the conversation calls them. */
public final class DeskTools implements ToolExecutor {

  private final SongDesk desk;
  private final ToolBox box;

  public DeskTools(SongDesk desk, ToolBox box) {
    this.desk = desk;
    this.box = box;
  }

  @Override
  public Set<String> tools() {
    return box.names();
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
    return new ToolResult(box.call(call.tool(), call.args()).text());
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

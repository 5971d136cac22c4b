package loopmind.ui;

import java.util.Collection;
import java.util.List;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.Reading;

/** Refuses whatever is said. */
public final class NotToday implements Interpreter {

  @Override
  public Reading read(
      SongState song, List<Turn> turns, String message, Collection<String> library) {
    throw new EditRefused("Not today.");
  }

  @Override
  public void ready() {}

  @Override
  public void close() {}
}

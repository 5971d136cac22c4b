package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import org.jspecify.annotations.Nullable;

/** Takes back the last message, or several. */
public final class Undo {
  private final SongDesk desk;

  public Undo(SongDesk desk) {
    this.desk = desk;
  }

  /** How far; null is one step. */
  public record Request(
      @Description("how many messages, 1 or more; 1 where nothing is said")
          @Nullable Integer steps) {}

  @Tool(name = "undo", value = "Takes back the last message, or several.")
  public ToolAnswer undo(@P("how far") Request request) {
    int steps = request.steps() == null ? 1 : request.steps();
    var song = desk.move(history -> history.undone(steps));
    return ToolAnswer.of("Undone. The song is now " + ComposeSong.summary(song));
  }
}

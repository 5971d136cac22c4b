package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import org.jspecify.annotations.Nullable;

/** Brings back what was undone. */
public final class Redo {
  private final SongDesk desk;

  public Redo(SongDesk desk) {
    this.desk = desk;
  }

  /** How far; null is one step. */
  public record Request(
      @Description("how many messages, 1 or more; 1 where nothing is said")
          @Nullable Integer steps) {}

  @Tool(name = "redo", value = "Brings back what was undone.")
  public ToolAnswer redo(@P("how far") Request request) {
    int steps = request.steps() == null ? 1 : request.steps();
    var song = desk.move(history -> history.redone(steps));
    return ToolAnswer.of("Redone. The song is now " + ComposeSong.summary(song));
  }
}

package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.plan.Restyling;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Turns the same song into another genre. */
public final class ChangeGenre {

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final Planner planner;
  private final StyleFinder styles;
  private final Balancing balancing;

  public ChangeGenre(
      SongDesk desk, LoopShelf shelf, Planner planner, StyleFinder styles, Balancing balancing) {
    this.desk = desk;
    this.shelf = shelf;
    this.planner = planner;
    this.styles = styles;
    this.balancing = balancing;
  }

  /** Which genre. */
  public record Request(
      @Description("genre as the person names it, such as drill") @Nullable String style) {}

  @Tool(
      name = "change_genre",
      value =
          "Turns the same song into another genre: planned anew, with the person's own sounds where the genre can use them.")
  public ToolAnswer changeGenre(@P("which genre") Request request) {
    String said = Asked.orBlank(request.style());
    if (said.isEmpty()) {
      throw new EditRefused("Which genre should it be? Say one, such as drill.");
    }
    Song before = desk.song();
    StyleFinder.Found found = styles.find(said);
    if (found.style().name().equals(before.facts().style())) {
      throw new EditRefused(
          "The song is %s already. Say another genre, or ask for a remix.", before.facts().style());
    }
    Edited edited = new Restyling(planner, shelf.loops()).restyle(before, found.style(), Set.of());
    Song after = balancing.balanced(edited.song());
    desk.apply(any -> after);
    List<String> notes = new ArrayList<>(found.note().stream().toList());
    notes.addAll(edited.notes());
    return ToolAnswer.of(
        "The same song as %s: %s".formatted(found.style().name(), ComposeSong.summary(after)),
        before,
        new Edited(after, notes));
  }
}

package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.LoopNames;
import loopmind.arranger.loop.Role;
import loopmind.arranger.plan.LayerAddition;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Adds one more layer. */
public final class AddLayer {

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final References references;

  public AddLayer(SongDesk desk, LoopShelf shelf) {
    this.desk = desk;
    this.shelf = shelf;
    references = new References(desk);
  }

  /** What is added, and where. */
  public record Request(
      @Description(Asked.ROLES) @Nullable String role,
      @Description("where; left out: the whole song") @Nullable SectionArgument section,
      @Description("how it should sound, in the person's own words") @Nullable String query,
      @Description("name of that very loop") @Nullable String loop) {}

  @Tool(name = "add_layer", value = "Adds one more layer: the loop that fits best, or a named one.")
  public ToolAnswer addLayer(@P("what, and where") Request request) {
    Role role =
        Asked.role(request.role(), "Which layer should be added? Say its role, such as a pad.");
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.section());
    LayerAddition addition = new LayerAddition(before, shelf.loops());
    String loop = Asked.orBlank(request.loop());
    List<String> notes = new ArrayList<>();
    Edited after;
    if (loop.isEmpty()) {
      after = addition.chosen(sections, role, Asked.orBlank(request.query()));
    } else {
      LoopNames.Named named = LoopNames.of(shelf.loops(), Optional.of(before)).find(loop);
      named.note().ifPresent(notes::add);
      after = addition.named(sections, role, named.loop());
    }
    notes.addAll(after.notes());
    desk.apply(any -> after.song());
    Layer added = added(before, after.song(), sections);
    return ToolAnswer.of(
        "Added %s to %s as %s: %s."
            .formatted(
                after.song().loop(added.loop()).name(),
                SectionNames.phrase(before, sections),
                role.word(),
                String.join(", ", added.reasons())),
        before,
        new Edited(after.song(), notes));
  }

  private static Layer added(Song before, Song after, List<SectionId> sections) {
    return sections.stream()
        .filter(id -> !before.section(id).equals(after.section(id)))
        .map(id -> after.section(id).layers().getLast())
        .findFirst()
        .orElseThrow();
  }
}

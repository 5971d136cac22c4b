package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.LayerFinder;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.LayerRemoval;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Takes a layer out. */
public final class RemoveLayer {

  private final SongDesk desk;
  private final References references;

  public RemoveLayer(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which layer. */
  public record Request(
      @Description(Asked.ROLES) @Nullable String role,
      @Description("where; left out: the whole song") @Nullable SectionArgument section,
      @Description("which of several layers of the role, such as hats") @Nullable String query) {}

  @Tool(name = "remove_layer", value = "Takes a layer out; query picks one of several.")
  public ToolAnswer removeLayer(@P("which layer") Request request) {
    Role role =
        Asked.role(request.role(), "Which layer should be taken out? Say its role, such as pad.");
    Song before = desk.song();
    List<LayerPlace> layers =
        new LayerFinder(before)
            .find(
                references.sections(request.section()),
                Optional.of(role),
                Asked.orBlank(request.query()));
    Song after = LayerRemoval.without(before, layers);
    desk.apply(any -> after);
    List<String> silent =
        Sentences.sections(layers).stream()
            .filter(id -> after.section(id).layers().isEmpty())
            .map(id -> Sentences.upper(SectionNames.of(after, id)) + " is silent now.")
            .toList();
    return ToolAnswer.of(
        "Took the %s out of %s."
            .formatted(Sentences.what(before, layers), Sentences.where(before, layers)),
        before,
        new Edited(after, silent));
  }
}

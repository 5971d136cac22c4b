package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.SectionOrder;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Takes a section out of the song. */
public final class RemoveSection {

  private final SongDesk desk;
  private final References references;

  public RemoveSection(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which section. */
  public record Request(
      @Description("the section to take out") @Nullable SectionArgument section) {}

  @Tool(name = "remove_section", value = "Takes a section out of the song.")
  public ToolAnswer removeSection(@P("which section") Request request) {
    if (request.section() == null) {
      throw new EditRefused("Which section should be taken out? Name one, such as 'verse 2'.");
    }
    Song before = desk.song();
    List<SectionId> gone = references.sections(request.section());
    Song after = SectionOrder.without(before, gone);
    desk.apply(any -> after);
    return ToolAnswer.of(
        "Took out %s; the song has %d bars now instead of %d."
            .formatted(
                SectionNames.phrase(before, gone), after.bars().count(), before.bars().count()),
        before,
        Edited.of(after));
  }
}

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

/** Puts a section elsewhere. */
public final class MoveSection {

  private final SongDesk desk;
  private final References references;

  public MoveSection(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which section, and where to: after or before another. */
  public record Request(
      @Description("the section to move") @Nullable SectionArgument section,
      @Description("the section it goes after; song for the very end") @Nullable SectionRef after,
      @Description("the section it goes before; song for the start") @Nullable SectionRef before) {}

  @Tool(name = "move_section", value = "Puts a section elsewhere. Give after or before.")
  public ToolAnswer moveSection(@P("which section, and where to") Request request) {
    Song was = desk.song();
    if (request.section() == null) {
      throw new EditRefused("Which section should be moved? Name one, such as 'bridge'.");
    }
    List<SectionId> moving = references.sections(request.section());
    Song is = moved(was, moving, request);
    desk.apply(any -> is);
    return ToolAnswer.of(
        "%s %s at bar %d now instead of %d."
            .formatted(
                Sentences.upper(
                    SectionNames.list(
                        moving.stream().map(id -> SectionNames.of(was, id)).toList())),
                moving.size() == 1 ? "starts" : "start",
                is.startBar(moving.getFirst()) + 1,
                was.startBar(moving.getFirst()) + 1),
        was,
        Edited.of(is));
  }

  private Song moved(Song song, List<SectionId> moving, Request request) {
    if (request.after() != null) {
      boolean end = "song".equalsIgnoreCase(Asked.orBlank(request.after().kind()));
      List<SectionId> others =
          song.sections().stream().map(s -> s.id()).filter(id -> !moving.contains(id)).toList();
      SectionId beside =
          end && !others.isEmpty() ? others.getLast() : references.last(request.after());
      return SectionOrder.moved(song, moving, beside, true);
    }
    if (request.before() != null) {
      boolean start = "song".equalsIgnoreCase(Asked.orBlank(request.before().kind()));
      List<SectionId> others =
          song.sections().stream().map(s -> s.id()).filter(id -> !moving.contains(id)).toList();
      SectionId beside =
          start && !others.isEmpty() ? others.getFirst() : references.first(request.before());
      return SectionOrder.moved(song, moving, beside, false);
    }
    throw new EditRefused(
        "Where should %s go? Say after or before which section.",
        SectionNames.phrase(song, moving));
  }
}

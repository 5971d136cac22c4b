package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.stream.Collectors;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Resizing;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Makes a section longer or shorter. */
public final class ResizeSection {

  private final SongDesk desk;
  private final References references;

  public ResizeSection(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which section, and how long. */
  public record Request(
      @Description("the section to resize") @Nullable SectionArgument section,
      @Description(
              "its new length, " + Section.SHORTEST_BARS + " to " + Section.LONGEST_BARS + " bars")
          @Nullable Integer bars) {}

  @Tool(name = "resize_section", value = "Makes a section longer or shorter; its loops stay.")
  public ToolAnswer resizeSection(@P("which section, and how long") Request request) {
    if (request.section() == null) {
      throw new EditRefused("Which section should be resized? Name one, such as 'outro'.");
    }
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.section());
    if (request.bars() == null) {
      throw new EditRefused(
          "How long should %s be? Say %d to %d bars.",
          SectionNames.phrase(before, sections), Section.SHORTEST_BARS, Section.LONGEST_BARS);
    }
    Song after = Resizing.resized(before, sections, request.bars());
    desk.apply(any -> after);
    String were =
        sections.stream()
            .map(id -> Integer.toString(before.section(id).bars().count()))
            .distinct()
            .collect(Collectors.joining(" and "));
    return ToolAnswer.of(
        "%s: %d bars now instead of %s; the loops go on in their phrase."
            .formatted(
                Sentences.upper(SectionNames.phrase(before, sections)), request.bars(), were),
        before,
        Edited.of(after));
  }
}

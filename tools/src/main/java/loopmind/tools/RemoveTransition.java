package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionEdits;
import loopmind.arranger.song.TransitionKind;
import org.jspecify.annotations.Nullable;

/** Takes away what leads into a section. */
public final class RemoveTransition {

  private final SongDesk desk;
  private final References references;

  public RemoveTransition(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which transition, and where. */
  public record Request(
      @Description(Asked.TRANSITIONS + "; left out: whatever is there") @Nullable String kind,
      @Description("the section that it leads into; left out: every section")
          @Nullable SectionArgument into) {}

  @Tool(name = "remove_transition", value = "Takes away what leads into a section.")
  public ToolAnswer removeTransition(@P("which, and into what") Request request) {
    String word = Asked.orBlank(request.kind());
    Optional<TransitionKind> kind =
        word.isEmpty() ? Optional.empty() : Optional.of(Asked.transition(word));
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.into());
    Song after = TransitionEdits.away(before, sections, kind);
    desk.apply(any -> after);
    List<SectionId> changed =
        sections.stream()
            .filter(id -> !after.transitionInto(id).equals(before.transitionInto(id)))
            .toList();
    return ToolAnswer.of(
        "No %s leads into %s any more."
            .formatted(
                kind.map(TransitionKind::spoken).orElse("transition"),
                SectionNames.phrase(before, changed)),
        before,
        Edited.of(after));
  }
}

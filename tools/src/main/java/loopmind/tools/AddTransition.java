package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionEdits;
import loopmind.arranger.song.TransitionKind;
import org.jspecify.annotations.Nullable;

/** Leads from one section into the next. */
public final class AddTransition {

  private final SongDesk desk;
  private final References references;

  public AddTransition(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which transition, and where. */
  public record Request(
      @Description(Asked.TRANSITIONS) @Nullable String kind,
      @Description("the section that it leads into") @Nullable SectionArgument into) {}

  @Tool(
      name = "add_transition",
      value = "Leads into a section with a riser, fill, sweep or the like.")
  public ToolAnswer addTransition(@P("which, and into what") Request request) {
    String word = Asked.orBlank(request.kind());
    if (word.isEmpty()) {
      throw new EditRefused(
          "Which transition should be added? Say one of %s.", Asked.TRANSITIONS.replace(" ", ", "));
    }
    TransitionKind kind = Asked.transition(word);
    if (request.into() == null) {
      throw new EditRefused(
          "Which section should the %s lead into? Name one, such as 'hook 1'.", kind.spoken());
    }
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.into());
    Song after = TransitionEdits.into(before, sections, kind);
    desk.apply(any -> after);
    List<SectionId> changed =
        sections.stream()
            .filter(id -> !after.transitionInto(id).equals(before.transitionInto(id)))
            .toList();
    return ToolAnswer.of(
        "A %s leads into %s now.".formatted(kind.spoken(), SectionNames.phrase(before, changed)),
        before,
        new Edited(after, unheard(after, changed, kind)));
  }

  private static List<String> unheard(Song song, List<SectionId> into, TransitionKind kind) {
    List<String> notes = new ArrayList<>();
    for (SectionId id : into) {
      Section from = TransitionEdits.before(song, id);
      boolean drums = from.layers().stream().map(Layer::role).anyMatch(r -> r.isPercussive());
      if (kind.needsDrums() && !drums) {
        notes.add(
            "%s has no drums, so little of the %s is heard there."
                .formatted(Sentences.upper(SectionNames.withBar(song, from.id())), kind.spoken()));
      }
    }
    return notes;
  }
}

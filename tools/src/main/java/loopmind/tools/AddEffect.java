package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.LayerFinder;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.EffectEdits;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Puts an effect on a layer, or on everything in a section. */
public final class AddEffect {

  private final SongDesk desk;
  private final References references;

  public AddEffect(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which effect, and on what. */
  public record Request(
      @Description(Asked.EFFECTS) @Nullable String effect,
      @Description(Asked.ROLES + "; left out: everything that sounds") @Nullable String role,
      @Description("where; left out: the whole song") @Nullable SectionArgument section,
      @Description("which of several layers of the role, such as hats") @Nullable String query) {}

  @Tool(
      name = "add_effect",
      value =
          "Puts an effect on a layer, or, without a role, on whole sections. One that is there gets stronger.")
  public ToolAnswer addEffect(@P("which effect, and on what") Request request) {
    String word = Asked.orBlank(request.effect());
    if (word.isEmpty()) {
      throw new EditRefused(
          "Which effect should be added? Say one of %s.", Asked.EFFECTS.replace(" ", ", "));
    }
    EffectKind effect = Asked.effect(word);
    Optional<Role> role = Asked.roleIfSaid(request.role());
    String query = Asked.orBlank(request.query());
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.section());
    Song after;
    String what;
    if (role.isEmpty() && query.isBlank()) {
      after = EffectEdits.onSections(before, sections, effect);
      what = SectionNames.phrase(before, sections);
    } else {
      List<LayerPlace> layers = new LayerFinder(before).find(sections, role, query);
      after = EffectEdits.onto(before, layers, effect);
      what = Sentences.what(before, layers) + " in " + Sentences.where(before, layers);
    }
    desk.apply(any -> after);
    return ToolAnswer.of(
        "%s on %s.".formatted(Sentences.upper(effect.spoken()), what), before, Edited.of(after));
  }
}

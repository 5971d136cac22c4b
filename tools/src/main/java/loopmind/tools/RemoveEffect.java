package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.LayerFinder;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.EffectEdits;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Takes effects off a layer, or off whole sections. */
public final class RemoveEffect {

  private final SongDesk desk;
  private final References references;

  public RemoveEffect(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which effect, and off what. */
  public record Request(
      @Description(Asked.EFFECTS + "; left out: all of them") @Nullable String effect,
      @Description(Asked.ROLES + "; left out: the effects of whole sections") @Nullable String role,
      @Description("where; left out: the whole song") @Nullable SectionArgument section,
      @Description("which of several layers of the role, such as hats") @Nullable String query) {}

  @Tool(
      name = "remove_effect",
      value = "Takes an effect off, or all of them: of a layer, or, without a role, of sections.")
  public ToolAnswer removeEffect(@P("which effect, and off what") Request request) {
    String word = Asked.orBlank(request.effect());
    Optional<EffectKind> effect =
        word.isEmpty() ? Optional.empty() : Optional.of(Asked.effect(word));
    Optional<Role> role = Asked.roleIfSaid(request.role());
    String query = Asked.orBlank(request.query());
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.section());
    Song after;
    String what;
    if (role.isEmpty() && query.isBlank()) {
      after = EffectEdits.offSections(before, sections, effect);
      what = SectionNames.phrase(before, sections);
    } else {
      List<LayerPlace> layers = new LayerFinder(before).find(sections, role, query);
      after = EffectEdits.off(before, layers, effect);
      what = Sentences.what(before, layers) + " in " + Sentences.where(before, layers);
    }
    desk.apply(any -> after);
    return ToolAnswer.of(
        "%s off %s."
            .formatted(
                effect.map(one -> Sentences.upper(one.spoken())).orElse("All effects"), what),
        before,
        Edited.of(after));
  }
}

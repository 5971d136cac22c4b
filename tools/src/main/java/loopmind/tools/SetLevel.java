package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.choose.LayerFinder;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Levels;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Makes a layer louder or softer, or silent. */
public final class SetLevel {

  private final SongDesk desk;
  private final References references;

  public SetLevel(SongDesk desk) {
    this.desk = desk;
    references = new References(desk);
  }

  /** Which layer, and what of it; db, mute, or both. */
  public record Request(
      @Description(Asked.ROLES) @Nullable String role,
      @Description("change of level, " + Levels.MOST_DOWN_DB + " to " + Levels.MOST_UP_DB + " dB")
          @Nullable Double db,
      @Description("true to silence it, false to hear it again") @Nullable Boolean mute,
      @Description("where; left out: the whole song") @Nullable SectionArgument section,
      @Description("which of several layers of the role, such as hats") @Nullable String query) {}

  @Tool(name = "set_level", value = "Makes a layer louder or softer by db, or mutes or unmutes it.")
  public ToolAnswer setLevel(@P("which layer, and how") Request request) {
    Role role =
        Asked.role(request.role(), "Which layer is meant? Say its role, such as the drums.");
    if (request.db() == null && request.mute() == null) {
      throw new EditRefused(
          "By how much should the %s change? Say it in dB, or mute or unmute it.", role.word());
    }
    Song before = desk.song();
    List<LayerPlace> layers =
        new LayerFinder(before)
            .find(
                references.sections(request.section()),
                Optional.of(role),
                Asked.orBlank(request.query()));
    List<String> said = new ArrayList<>();
    Song after = changed(before, layers, request, said);
    desk.apply(any -> after);
    return ToolAnswer.of(
        "%s in %s: %s."
            .formatted(
                Sentences.upper(Sentences.what(before, layers)),
                Sentences.where(before, layers),
                String.join(" and ", said)),
        before,
        Edited.of(after));
  }

  private static Song changed(
      Song song, List<LayerPlace> layers, Request request, List<String> said) {
    Song after = song;
    if (request.mute() != null) {
      after = Levels.muted(after, layers, request.mute());
      said.add(request.mute() ? "muted" : "heard again");
    }
    if (request.db() != null) {
      after = Levels.changed(after, same(after, layers), request.db());
      String change = Sentences.plain(Math.abs(request.db()));
      said.add("%s dB %s".formatted(change, request.db() > 0 ? "louder" : "softer"));
    }
    return after;
  }

  /** The same layers after an edit of them. */
  private static List<LayerPlace> same(Song song, List<LayerPlace> layers) {
    List<LayerPlace> now = new ArrayList<>();
    for (LayerPlace one : layers) {
      song.section(one.section()).layers().stream()
          .filter(layer -> layer.id().equals(one.layer().id()))
          .forEach(layer -> now.add(new LayerPlace(one.section(), layer)));
    }
    return now;
  }
}

package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.choose.LayerFinder;
import loopmind.arranger.choose.LoopNames;
import loopmind.arranger.choose.LoopSwap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Puts another loop in the place of the one that plays a role. */
public final class SwapLoop {

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final References references;

  public SwapLoop(SongDesk desk, LoopShelf shelf) {
    this.desk = desk;
    this.shelf = shelf;
    references = new References(desk);
  }

  /** Which layer, and what it should play. */
  public record Request(
      @Description(Asked.ROLES) @Nullable String role,
      @Description("where; left out: the whole song") @Nullable SectionArgument section,
      @Description("what it should be, such as darker or 808; beside loop: which of several layers")
          @Nullable String query,
      @Description("name of that very loop") @Nullable String loop) {}

  @Tool(
      name = "swap_loop",
      value = "Puts another loop in the place of the one that plays a role: by words, or by name.")
  public ToolAnswer swapLoop(@P("which layer, and what it should be") Request request) {
    Role role =
        Asked.role(
            request.role(), "Which layer should get another loop? Say its role, such as melody.");
    Song before = desk.song();
    List<SectionId> sections = references.sections(request.section());
    String query = Asked.orBlank(request.query());
    String loop = Asked.orBlank(request.loop());
    LayerFinder finder = new LayerFinder(before);
    List<String> notes = new ArrayList<>();
    Edited after;
    if (loop.isEmpty()) {
      // the name of a loop that plays there says which layer, not what it should be
      List<LayerPlace> playing = finder.playing(sections, role, query);
      after =
          playing.isEmpty()
              ? new LoopSwap(before, shelf.loops())
                  .chosen(finder.replaceable(sections, role, query), query)
              : new LoopSwap(before, shelf.loops()).chosen(playing, "");
    } else {
      LoopNames.Named named = LoopNames.of(shelf.loops(), Optional.of(before)).find(loop);
      named.note().ifPresent(notes::add);
      List<LayerPlace> layers =
          query.isBlank()
              ? finder.replaceable(sections, role, "")
              : finder.find(sections, Optional.of(role), query);
      after = new LoopSwap(before, shelf.loops()).named(layers, named.loop());
    }
    notes.addAll(after.notes());
    desk.apply(any -> after.song());
    return ToolAnswer.of(
        sentence(before, after.song(), role), before, new Edited(after.song(), notes));
  }

  private record Swap(String from, String to, String why) {}

  private static String sentence(Song before, Song after, Role role) {
    Map<Swap, List<LayerPlace>> swaps = new LinkedHashMap<>();
    for (SectionId id : before.sections().stream().map(s -> s.id()).toList()) {
      List<Layer> were = before.section(id).layers();
      List<Layer> are = after.section(id).layers();
      for (int i = 0; i < were.size(); i++) {
        if (!were.get(i).loop().equals(are.get(i).loop())) {
          Swap swap =
              new Swap(
                  before.loop(were.get(i).loop()).name(),
                  after.loop(are.get(i).loop()).name(),
                  String.join(", ", are.get(i).reasons()));
          swaps.computeIfAbsent(swap, any -> new ArrayList<>()).add(new LayerPlace(id, are.get(i)));
        }
      }
    }
    List<String> lines = new ArrayList<>();
    swaps.forEach(
        (swap, places) ->
            lines.add(
                "%s in %s: %s → %s, %s."
                    .formatted(
                        Sentences.upper(role.word()),
                        Sentences.where(after, places),
                        swap.from(),
                        swap.to(),
                        swap.why())));
    return String.join("\n", lines);
  }
}

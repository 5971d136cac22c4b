package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.List;
import java.util.OptionalInt;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.plan.SectionWriter;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Bars;
import org.jspecify.annotations.Nullable;

/** Writes one more section into the song. */
public final class AddSection {

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final Planner planner;
  private final References references;

  public AddSection(SongDesk desk, LoopShelf shelf, Planner planner) {
    this.desk = desk;
    this.shelf = shelf;
    this.planner = planner;
    references = new References(desk);
  }

  /** What is written, and where. */
  public record Request(
      @Description(Asked.KINDS) @Nullable String kind,
      @Description("length, " + Section.SHORTEST_BARS + " to " + Section.LONGEST_BARS + " bars")
          @Nullable Integer bars,
      @Description("the section it goes after; song for the very end") @Nullable SectionRef after,
      @Description("the section it goes before; song for the start") @Nullable SectionRef before,
      @Description("how it should feel or what should play, in the person's own words")
          @Nullable String query) {}

  @Tool(
      name = "add_section",
      value = "Writes a new section; without a place, where a song of this style would have it.")
  public ToolAnswer addSection(@P("what, and where") Request request) {
    SectionKind kind = Asked.kind(request.kind());
    Integer bars = request.bars();
    if (bars != null && (bars < Section.SHORTEST_BARS || bars > Section.LONGEST_BARS)) {
      throw new EditRefused(
          "The %s would last %d bars. Choose %d to %d bars.",
          kind.word(), bars, Section.SHORTEST_BARS, Section.LONGEST_BARS);
    }
    Song before = desk.song();
    SectionWriter.Wish wish =
        new SectionWriter.Wish(
            kind,
            new Bars(bars == null ? 0 : bars),
            place(before, request),
            Asked.orBlank(request.query()));
    Edited after = new SectionWriter(planner, shelf.loops()).write(before, wish);
    desk.apply(any -> after.song());
    return ToolAnswer.of(sentence(before, after.song()), before, after);
  }

  private OptionalInt place(Song song, Request request) {
    List<SectionId> order = song.sections().stream().map(Section::id).toList();
    if (request.after() != null) {
      return OptionalInt.of(order.indexOf(references.last(request.after())) + 1);
    }
    return request.before() == null
        ? OptionalInt.empty()
        : OptionalInt.of(order.indexOf(references.first(request.before())));
  }

  private static String sentence(Song before, Song after) {
    List<SectionId> old = before.sections().stream().map(Section::id).toList();
    Section added =
        after.sections().stream().filter(s -> !old.contains(s.id())).findFirst().orElseThrow();
    List<LayerPlace> layers =
        added.layers().stream().map(layer -> new LayerPlace(added.id(), layer)).toList();
    int at = after.sections().indexOf(added);
    String where =
        at == 0
            ? "at the start"
            : "after " + SectionNames.of(after, after.sections().get(at - 1).id());
    String way =
        after
            .transitionInto(added.id())
            .map(t -> ", a %s leads in".formatted(t.kind().spoken()))
            .orElse("");
    return "Added %s %s of %d bars at bar %d, %s: %s%s."
        .formatted(
            "aeiou".indexOf(added.kind().word().charAt(0)) < 0 ? "a" : "an",
            added.kind().word(),
            added.bars().count(),
            after.startBar(added.id()) + 1,
            where,
            Sentences.what(after, layers),
            way);
  }
}

package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.plan.SectionRewriter;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Writes a section anew and leaves the rest. */
public final class RegenerateSection {

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final Planner planner;
  private final References references;

  public RegenerateSection(SongDesk desk, LoopShelf shelf, Planner planner) {
    this.desk = desk;
    this.shelf = shelf;
    this.planner = planner;
    references = new References(desk);
  }

  /** Which section, and what should be different. */
  public record Request(
      @Description("the section to write anew") @Nullable SectionArgument section,
      @Description("how it should feel or what should play, in the person's own words")
          @Nullable String query,
      @Description("-1 calmer, 1 bigger") @Nullable Double energy,
      @Description("any whole number; the same seed gives the same section") @Nullable Long seed) {}

  @Tool(name = "regenerate_section", value = "Writes one section anew and leaves the rest.")
  public ToolAnswer regenerateSection(@P("which section, and how") Request request) {
    if (request.section() == null) {
      throw new EditRefused("Which section should be written anew? Name one, such as 'hook 1'.");
    }
    double energy = energy(request);
    Song before = desk.song();
    SectionRewriter rewriter = new SectionRewriter(planner, shelf.loops());
    Song song = before;
    List<String> said = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    long seed = request.seed() == null ? seed(before) : request.seed();
    for (SectionId id : references.sections(request.section())) {
      SectionRewriter.Wish wish =
          new SectionRewriter.Wish(
              Asked.orBlank(request.query()),
              energy,
              Set.of(),
              31 * seed + song.sections().indexOf(song.section(id)));
      Edited edited = rewriter.rewrite(song, id, wish);
      song = edited.song();
      notes.addAll(edited.notes());
      said.add(line(before, song, id));
    }
    Song after = song;
    desk.apply(any -> after);
    return ToolAnswer.of(
        String.join("\n", said), before, new Edited(after, notes.stream().distinct().toList()));
  }

  private static double energy(Request request) {
    double energy = request.energy() == null ? 0 : request.energy();
    if (!(energy >= -1 && energy <= 1)) {
      throw new EditRefused(
          "The energy would change by %s. Say 1 for bigger, -1 for calmer, or leave it out.",
          Sentences.plain(energy));
    }
    return energy;
  }

  /** Asked twice, it answers twice; after an undo it answers as it did. */
  private long seed(Song song) {
    return song.facts().seed() * 31 + desk.history().map(history -> history.current()).orElse(0);
  }

  private static String line(Song before, Song after, SectionId id) {
    Section is = after.section(id);
    List<LayerPlace> layers = is.layers().stream().map(l -> new LayerPlace(id, l)).toList();
    return "Wrote %s anew: %s; energy %s instead of %s."
        .formatted(
            SectionNames.withBar(after, id),
            Sentences.what(after, layers),
            Sentences.plain(is.energy()),
            Sentences.plain(before.section(id).energy()));
  }
}

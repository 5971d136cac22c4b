package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.loop.Role;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.plan.Remixing;
import loopmind.arranger.plan.Restyling;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Song;
import org.jspecify.annotations.Nullable;

/** Makes an alternate version of the song. */
public final class RemixSong {

  /** How much changes where nothing is said. */
  public static final double USUAL_AMOUNT = 0.5;

  private final SongDesk desk;
  private final LoopShelf shelf;
  private final Planner planner;
  private final StyleFinder styles;
  private final Balancing balancing;

  public RemixSong(
      SongDesk desk, LoopShelf shelf, Planner planner, StyleFinder styles, Balancing balancing) {
    this.desk = desk;
    this.shelf = shelf;
    this.planner = planner;
    this.styles = styles;
    this.balancing = balancing;
  }

  /** How it should differ. */
  public record Request(
      @Description("the feeling of the whole song, such as darker") @Nullable String query,
      @Description("roles whose layers stay as they are: " + Asked.ROLES)
          @Nullable List<String> keep,
      @Description("another genre, as the person names it") @Nullable String style,
      @Description("how much changes, 0 to 1; left out: " + USUAL_AMOUNT) @Nullable Double amount,
      @Description("any whole number; the same seed gives the same version") @Nullable Long seed) {}

  @Tool(
      name = "remix_song",
      value = "Makes an alternate version, or changes the mood of the whole song.")
  public ToolAnswer remixSong(@P("how it should differ") Request request) {
    Song before = desk.song();
    Set<Role> keep = EnumSet.noneOf(Role.class);
    if (request.keep() != null) {
      request.keep().forEach(word -> keep.add(Asked.role(word)));
    }
    double amount = request.amount() == null ? USUAL_AMOUNT : request.amount();
    long seed = request.seed() == null ? seed(before) : request.seed();
    String query = Asked.orBlank(request.query());
    List<String> notes = new ArrayList<>();
    Song from = styled(before, Asked.orBlank(request.style()), keep, notes);
    // another genre has exchanged the loops that it cannot use already
    boolean swaps = from.equals(before) || !query.isEmpty();
    Remixing.Wish wish = new Remixing.Wish(query, keep, amount, swaps, seed);
    Edited edited = new Remixing(planner, shelf.loops()).remix(from, wish);
    notes.addAll(edited.notes());
    Song after = balancing.balanced(edited.song());
    desk.apply(any -> after);
    String kept =
        keep.isEmpty()
            ? ""
            : " The %s stay%s."
                .formatted(
                    String.join(" and ", keep.stream().map(Role::word).toList()),
                    keep.size() == 1 ? "s" : "");
    return ToolAnswer.of(
        "Another version: %s%s".formatted(ComposeSong.summary(after), kept),
        before,
        new Edited(after, notes));
  }

  private Song styled(Song song, String said, Set<Role> keep, List<String> notes) {
    if (said.isEmpty()) {
      return song;
    }
    StyleFinder.Found found = styles.find(said);
    found.note().ifPresent(notes::add);
    if (found.style().name().equals(song.facts().style())) {
      return song;
    }
    Edited edited = new Restyling(planner, shelf.loops()).restyle(song, found.style(), keep);
    notes.addAll(edited.notes());
    return edited.song();
  }

  /** Asked twice, it answers twice; after an undo it answers as it did. */
  private long seed(Song song) {
    return song.facts().seed() * 31
        + desk.history().map(history -> history.current()).orElse(0)
        + 7;
  }
}

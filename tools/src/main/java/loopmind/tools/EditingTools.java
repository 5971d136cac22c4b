package loopmind.tools;

import java.util.List;
import loopmind.arranger.choose.MixWords;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.plan.Planner;

/** The tools that edit the song on a desk, all of them but composing, undo and export. */
public final class EditingTools {

  private EditingTools() {}

  /**
   * What the tools need.
   *
   * @param shelf the loops at hand
   * @param planner writes sections
   * @param styles finds the style that is meant
   * @param encoder finds the nearest word for one that is not known
   * @param balancing settles the mix where the whole song is mixed anew
   */
  public record Means(
      LoopShelf shelf,
      Planner planner,
      StyleFinder styles,
      SentenceEncoder encoder,
      Balancing balancing) {}

  /** One object a tool, for a {@link ToolBox}. */
  public static List<Object> of(SongDesk desk, Means means) {
    LoopShelf shelf = means.shelf();
    return List.of(
        new SwapLoop(desk, shelf),
        new AddLayer(desk, shelf),
        new RemoveLayer(desk),
        new AddSection(desk, shelf, means.planner()),
        new RemoveSection(desk),
        new MoveSection(desk),
        new ResizeSection(desk),
        new RegenerateSection(desk, shelf, means.planner()),
        new SetTempo(desk),
        new SetKey(desk),
        new SetLevel(desk),
        new AddEffect(desk),
        new RemoveEffect(desk),
        new AddTransition(desk),
        new RemoveTransition(desk),
        new MixSong(desk, new MixWords(means.encoder()), means.balancing()),
        new ChangeGenre(desk, shelf, means.planner(), means.styles(), means.balancing()),
        new RemixSong(desk, shelf, means.planner(), means.styles(), means.balancing()));
  }
}

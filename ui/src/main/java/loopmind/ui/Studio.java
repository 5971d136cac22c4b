package loopmind.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.plan.Composer;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.song.SongFile;
import loopmind.arranger.song.Styles;
import loopmind.mixer.export.LoopFiles;
import loopmind.mixer.export.SongExport;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.tools.Balancing;
import loopmind.tools.ComposeSong;
import loopmind.tools.DescribeSong;
import loopmind.tools.ExportSong;
import loopmind.tools.LoopShelf;
import loopmind.tools.MatchReference;
import loopmind.tools.Redo;
import loopmind.tools.SearchLoops;
import loopmind.tools.SongDesk;
import loopmind.tools.ToolBox;
import loopmind.tools.Undo;

/** One song being worked on: its desk, its file, and the tools that may change it. */
public final class Studio implements AutoCloseable {

  private final SongFile file;
  private final SongDesk desk;
  private final DeskTools tools;

  /**
   * What the tools need.
   *
   * @param shelf the loops at hand
   * @param renderer makes sound
   * @param files of the song's loops
   * @param defaults what holds where a message does not say otherwise
   * @param threads that render
   * @param progress of renders
   */
  public record Means(
      LoopShelf shelf,
      Renderer renderer,
      LoopFiles files,
      ComposeSong.Defaults defaults,
      int threads,
      RenderProgress progress) {}

  /**
   * @param file where the song is kept; saved before any turn is acknowledged
   * @param composer that is being loaded
   */
  public Studio(
      SongFile file,
      Optional<SongFile.Content> content,
      CompletableFuture<Composer> composer,
      Means means) {
    this.file = file;
    desk = SongDesk.withoutClock(content, file::save);
    Path folder = file.path().getParent() == null ? Path.of(".") : file.path().getParent();
    ToolBox box =
        new ToolBox(
            List.of(
                new ComposeSong(
                    desk, means.shelf(), composer.join(), means.defaults(), Balancing.NONE),
                new SearchLoops(desk, means.shelf()),
                new DescribeSong(desk),
                new ExportSong(
                    desk,
                    new SongExport(means.renderer(), means.files()),
                    folder,
                    means.threads(),
                    means.progress()),
                new MatchReference(desk, means.shelf(), means.files(), means.progress()),
                new Undo(desk),
                new Redo(desk)));
    tools = new DeskTools(desk, box);
  }

  /** Loads the planner while other things go on. */
  public static CompletableFuture<Composer> composer() {
    return CompletableFuture.supplyAsync(
        () -> {
          Planner planner = new Planner(ProjectRoot.models().resolve("planner"));
          return new Composer(
              planner::plan, new StyleFinder(Styles.known(), new SentenceEncoder()));
        });
  }

  public SongDesk desk() {
    return desk;
  }

  public DeskTools tools() {
    return tools;
  }

  public SongFile file() {
    return file;
  }

  /** Keeps the report of a render with the song. */
  public void keepReport(QaReport report) {
    desk.keepReport(new ObjectMapper().valueToTree(report));
  }

  /** Leaves the song as one file. */
  @Override
  public void close() {
    file.fold();
  }
}

package loopmind.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import loopmind.arranger.choose.SentenceEncoder;
import loopmind.arranger.choose.StyleFinder;
import loopmind.arranger.plan.Composer;
import loopmind.arranger.plan.Planner;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.SongFile;
import loopmind.arranger.song.Styles;
import loopmind.mixer.export.LoopFiles;
import loopmind.mixer.export.SongExport;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.mix.MixPlanner;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.tools.ComposeSong;
import loopmind.tools.DescribeSong;
import loopmind.tools.EditingTools;
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
   * @param exports folder that exports are written to; empty for that of the song file
   * @param defaults what holds where a message does not say otherwise
   * @param threads that render
   * @param progress of renders
   */
  public record Means(
      LoopShelf shelf,
      Renderer renderer,
      LoopFiles files,
      Optional<Path> exports,
      ComposeSong.Defaults defaults,
      int threads,
      RenderProgress progress) {

    /** Exports lie beside the song file. */
    public Means(
        LoopShelf shelf,
        Renderer renderer,
        LoopFiles files,
        ComposeSong.Defaults defaults,
        int threads,
        RenderProgress progress) {
      this(shelf, renderer, files, Optional.empty(), defaults, threads, progress);
    }
  }

  /**
   * What writes songs.
   *
   * @param planner of sections
   * @param styles finds the style that is meant
   * @param encoder finds the nearest word for one that is not known
   */
  public record Writers(Planner planner, StyleFinder styles, SentenceEncoder encoder) {

    Composer composer() {
      return new Composer(planner::plan, styles);
    }
  }

  /**
   * @param file where the song is kept
   * @param desk that saves to it before any turn is acknowledged
   * @param writers that are being loaded; waited for when the first tool is called
   */
  public Studio(SongFile file, SongDesk desk, CompletableFuture<Writers> writers, Means means) {
    this(file, desk, writers.thenApply(loaded -> box(file, desk, loaded, means))::join);
  }

  Studio(SongFile file, SongDesk desk, Supplier<ToolBox> box) {
    this.file = file;
    this.desk = desk;
    tools = new DeskTools(desk, box);
  }

  private static ToolBox box(SongFile file, SongDesk desk, Writers writers, Means means) {
    Path folder = file.path().getParent() == null ? Path.of(".") : file.path().getParent();
    LoopShelf shelf = means.shelf();
    List<Object> all =
        new ArrayList<>(
            EditingTools.of(
                desk,
                new EditingTools.Means(
                    shelf,
                    writers.planner(),
                    writers.styles(),
                    writers.encoder(),
                    Studio::balanced)));
    all.add(new ComposeSong(desk, shelf, writers.composer(), means.defaults(), Studio::balanced));
    all.add(new SearchLoops(desk, shelf));
    all.add(new DescribeSong(desk));
    SongExport export = new SongExport(means.renderer(), means.files());
    all.add(
        new ExportSong(
            desk, export, means.exports().orElse(folder), means.threads(), means.progress()));
    all.add(new MatchReference(desk, shelf, means.files(), means.progress(), Studio::balanced));
    all.add(new Undo(desk));
    all.add(new Redo(desk));
    return new ToolBox(all);
  }

  private static Song balanced(Song song) {
    SongFacts facts = song.facts();
    return song.withFacts(facts.with(facts.mix().with(MixPlanner.plan(song))));
  }

  /** Loads the planner while other things go on. */
  public static CompletableFuture<Writers> writers() {
    return CompletableFuture.supplyAsync(
        () -> {
          SentenceEncoder encoder = new SentenceEncoder();
          return new Writers(
              new Planner(ProjectRoot.models().resolve("planner")),
              new StyleFinder(Styles.known(), encoder),
              encoder);
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

package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Loop;
import loopmind.library.listen.FileFacts;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;
import loopmind.ui.Library;

/** The loops of a request: the folders are brought up to date, then read from the catalogue. */
final class Listened {

  private final Library library;
  private final Options options;
  private final Say say;
  private final Stopping stop;
  private final List<Path> folders;

  /**
   * @param folders that were named; none for what is known, or the starter pack
   */
  Listened(Library library, List<Path> folders, Options options, Say say, Stopping stop) {
    this.library = library;
    this.options = options;
    this.say = say;
    this.stop = stop;
    this.folders = new ArrayList<>(library.foldersFor(folders));
  }

  /** For {@code compose}: with the anchor. */
  Listened(Library library, ComposeOptions compose, Options options, Say say, Stopping stop) {
    this(library, compose.folders(), options, say, stop);
    compose.anchor().ifPresent(folders::add);
  }

  List<Path> folders() {
    return folders;
  }

  /** Listens to what is new; returns the number of files that were looked at. */
  int bringUpToDate() {
    Progress progress = new Progress();
    boolean whole =
        library.analyze(folders, new AnalyzeOptions(false, false, options.threads()), progress);
    say.done();
    if (!whole) {
      throw new CancellationException("Stopped; what was heard so far is kept.");
    }
    return progress.files;
  }

  List<Loop> loops() {
    return library.loops(folders, false);
  }

  private final class Progress implements AnalyzeProgress {
    private int files;

    @Override
    public void scanned(int count) {
      files = count;
    }

    @Override
    public void file(FileFacts facts, int done) {
      say.progress("listening", done / (double) Math.max(1, files));
    }

    @Override
    public boolean cancelled() {
      return stop.asked();
    }
  }
}

package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import loopmind.library.listen.FileFacts;
import loopmind.library.search.AnalyzeOptions;
import loopmind.library.search.AnalyzeProgress;
import loopmind.ui.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind analyze}: facts of files and folders, into the catalogue. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description =
        "Listens to files, folders and archives and says what is heard; what is known already is not heard again.",
    footer = {"", "Example:  loopmind analyze ~/Samples/MyPack --json > facts.jsonl"})
final class AnalyzeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, folders, archives")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--ignore-names",
      description = "names, folders and tags in files say nothing; sound alone does")
  private boolean ignoreNames;

  @Option(names = "--force", description = "listen again to what is known already")
  private boolean force;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    Say say = Say.toStandardError();
    try (Library library = new Library(options.home());
        Stop stop = new Stop()) {
      Show show = new Show(say, options.json(), stop);
      boolean whole =
          library.analyze(paths, new AnalyzeOptions(ignoreNames, force, options.threads()), show);
      say.done();
      if (!whole) {
        say.line("loopmind: stopped; what was heard so far is kept.");
        return 1;
      }
      say.line("%d sounds, %d files that give none.".formatted(show.sounds, show.refused));
      return 0;
    }
  }

  /** A line a file on standard output, progress on standard error. */
  private static final class Show implements AnalyzeProgress {
    private final Say say;
    private final boolean json;
    private final Stop stop;
    private int files;
    private int sounds;
    private int refused;

    Show(Say say, boolean json, Stop stop) {
      this.say = say;
      this.json = json;
      this.stop = stop;
    }

    @Override
    public void scanned(int count) {
      files = count;
    }

    @Override
    public void file(FileFacts facts, int done) {
      if (facts.error().isEmpty()) {
        sounds++;
      } else {
        refused++;
      }
      System.out.println(json ? facts.json() : FactsLine.of(facts));
      say.progress("listening", done / (double) Math.max(1, files));
    }

    @Override
    public boolean cancelled() {
      return stop.asked();
    }
  }
}

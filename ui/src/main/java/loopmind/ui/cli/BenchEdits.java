package loopmind.ui.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loopmind.arranger.song.SongFile;
import loopmind.mixer.render.EditBench;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.SoundCache;
import loopmind.tools.ComposeSong;
import loopmind.tools.SongDesk;
import loopmind.ui.Folders;
import loopmind.ui.Home;
import loopmind.ui.Library;
import loopmind.ui.ProjectRoot;
import loopmind.ui.Shelf;
import loopmind.ui.SongAudio;
import loopmind.ui.Studio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loopmind bench edits}: how soon an edit is heard, tool by tool. */
@Command(
    name = "edits",
    mixinStandardHelpOptions = true,
    description =
        "Composes a two-minute song, then makes one edit with each tool, one after another: how long until it is saved, until what changed is heard, and until the whole is rendered.")
final class BenchEdits implements Callable<Integer> {

  private static final long MOST_SOUND_BYTES = 2L << 30;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "folder of loops (default: the starter pack)")
  private @Nullable Path folder;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    Say say = Say.toStandardError();
    try (Stop stop = new Stop();
        Library library = new Library(options.home())) {
      Path place = Files.createTempDirectory("loopmind-bench");
      try {
        return measured(library, place, say, stop) ? 0 : 1;
      } finally {
        Folders.delete(place);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean measured(Library library, Path place, Say say, Stop stop) {
    Path loops = folder == null ? ProjectRoot.starterPack() : folder.toAbsolutePath().normalize();
    Listened listened = new Listened(library, List.of(loops), options, say, stop);
    listened.bringUpToDate();
    Renders progress = new Renders(say, stop);
    SongAudio audio = new SongAudio(library.ingest());
    Renderer renderer =
        new Renderer(audio, new SoundCache(place.resolve("sounds"), MOST_SOUND_BYTES));
    Studio.Means means =
        new Studio.Means(
            new Shelf(listened.loops(), library::search),
            renderer,
            audio,
            new ComposeSong.Defaults(ComposeOptions.USUAL_SEED, Optional.empty(), Optional.empty()),
            options.threads(),
            progress);
    try (Studio studio = studio(place, means)) {
      EditBench bench = new EditBench(renderer, place, options.threads(), progress);
      return new EditRound(studio, bench, place, this::print).run();
    } finally {
      say.done();
    }
  }

  private static Studio studio(Path place, Studio.Means means) {
    SongFile file = new SongFile(place.resolve("bench" + Home.SONG_ENDING));
    SongDesk desk = SongDesk.withoutClock(Optional.empty(), file::save);
    return new Studio(file, desk, Studio.writers(), means);
  }

  private void print(BenchLine line) {
    System.out.println(options.json() ? line.json() : line);
  }
}

package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFile;
import loopmind.library.ingest.Ingest;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.Rendering;
import loopmind.ui.SongAudio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind export}: a song file into a format. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a song in a format; with --stems a file for each role lies beside it.",
    footer = {
      "",
      "Example:  loopmind export my-song.loopmind.json --format flac --out my-song.flac"
    })
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SONG", description = "a song file")
  private Path songFile = Path.of("");

  @Option(names = "--format", paramLabel = "F", required = true, description = "wav or flac")
  private String format = "";

  @Option(names = "--stems", description = "also a file for each role")
  private boolean stems;

  @Option(names = "--out", paramLabel = "PATH", required = true, description = "the file to write")
  private Path out = Path.of("");

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    Song song = new SongFile(songFile).load().history().song();
    String wanted = format.toLowerCase(Locale.ROOT);
    if (!wanted.equals("wav") && !wanted.equals("flac")) {
      throw new EditRefused("This version writes wav and flac, not %s.", format);
    }
    Path file = named(wanted);
    Say say = Say.toStandardError();
    try (Stop stop = new Stop()) {
      Rendering made =
          new Renderer(new SongAudio(new Ingest(options.home().cache())))
              .render(
                  song,
                  RenderOptions.whole(
                      file,
                      stems ? Optional.of(file.resolveSibling(stemFolder(file))) : Optional.empty(),
                      options.threads()),
                  new Renders(say, stop));
      say.done();
      System.out.println(made.mix());
      made.stems().values().forEach(System.out::println);
      return made.report().passed() ? 0 : 1;
    }
  }

  private Path named(String ending) {
    String name = String.valueOf(out.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith("." + ending)
        ? out.toAbsolutePath()
        : out.toAbsolutePath().resolveSibling(name + "." + ending);
  }

  private static String stemFolder(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.')) + "-stems";
  }
}

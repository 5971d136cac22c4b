package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import loopmind.arranger.song.History;
import loopmind.arranger.song.SongFile;
import loopmind.library.ingest.Ingest;
import loopmind.mixer.export.ExportFormat;
import loopmind.mixer.export.ExportOptions;
import loopmind.mixer.export.Exported;
import loopmind.mixer.export.SongExport;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.render.Renderer;
import loopmind.tools.ExportSong;
import loopmind.ui.SongAudio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind export}: a song file into a format. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a song in a format of other programs, in place of a file of that name.",
      "With --stems a folder with a file for each role lies beside it; a zip takes mix and stems in."
    },
    footer = {"", "Example:  loopmind export my-song.loopmind.json --format mp3 --out my-song.mp3"})
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SONG", description = "a song file")
  private Path songFile = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      description = "wav, flac, mp3, ogg, midi, dawproject, or zip for the song with its loops")
  private String format = "";

  @Option(names = "--stems", description = "also a file for each role")
  private boolean stems;

  @Option(names = "--out", paramLabel = "PATH", required = true, description = "the file to write")
  private Path out = Path.of("");

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    ExportFormat wanted = ExportSong.format(format);
    History history = new SongFile(songFile).load().history();
    Path file = named(wanted.ending());
    Say say = Say.toStandardError();
    try (Stop stop = new Stop()) {
      SongAudio audio = new SongAudio(new Ingest(options.home().cache()), songFile);
      Exported made =
          new SongExport(new Renderer(audio), audio)
              .write(
                  history,
                  new ExportOptions(
                      wanted,
                      file,
                      stems ? Optional.of(file.resolveSibling(stemFolder(file))) : Optional.empty(),
                      options.threads()),
                  new Renders(say, stop));
      say.done();
      print(wanted, made);
      return made.report().map(QaReport::passed).orElse(true) ? 0 : 1;
    }
  }

  private void print(ExportFormat wanted, Exported made) {
    if (!options.json()) {
      System.out.println(made.file());
      made.stems().values().forEach(System.out::println);
      return;
    }
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.createObjectNode();
    node.put("file", made.file().toString());
    node.put("format", wanted.word());
    node.put("replaced", made.replaced());
    ArrayNode files = node.putArray("stems");
    made.stems()
        .forEach(
            (role, path) ->
                files.addObject().put("role", role.word()).put("file", path.toString()));
    made.report().ifPresent(report -> node.set("qa", mapper.valueToTree(report)));
    System.out.println(node);
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

package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.SongFile;
import loopmind.arranger.units.Lufs;
import loopmind.library.ingest.Ingest;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.Rendering;
import loopmind.ui.SongAudio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code loopmind render}: a song file into sound. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description =
        "Makes the sound of a song file again: all of it or some bars, in another mix mode or loudness.",
    footer = {
      "",
      "Example:  loopmind render my-song.loopmind.json --from 9 --to 17 --out hook.wav"
    })
final class RenderCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SONG", description = "a song file")
  private Path songFile = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = ".wav or .flac (default: beside the song file)")
  private @Nullable Path out;

  @Option(names = "--stems", paramLabel = "DIR", description = "also a file for each role")
  private @Nullable Path stems;

  @Option(names = "--from", paramLabel = "BAR", description = "first bar, counted from 1")
  private int from = 1;

  @Option(names = "--to", paramLabel = "BAR", description = "bar to stop before, counted from 1")
  private int to = RenderOptions.END;

  @Option(names = "--mode", paramLabel = "MODE", description = "raw, polished or tape")
  private @Nullable String mode;

  @Option(names = "--lufs", paramLabel = "X", description = "loudness of the master, -24 to -6")
  private @Nullable Double lufs;

  @Mixin private Options options = new Options();

  @Override
  public Integer call() {
    Song song = asWanted(new SongFile(songFile).load().history().song());
    if (from < 1 || to <= from || from > song.bars().count()) {
      throw new EditRefused(
          "Bars %d to %s cannot be rendered; the song has %d.",
          from, to == RenderOptions.END ? "the end" : String.valueOf(to), song.bars().count());
    }
    Say say = Say.toStandardError();
    try (Stop stop = new Stop()) {
      Rendering made =
          new Renderer(
                  new SongAudio(new Ingest(options.home().cache()), songFile),
                  options.home().sounds())
              .render(song, wanted(), new Renders(say, stop));
      say.done();
      print(made);
      return made.report().passed() ? 0 : 1;
    }
  }

  private RenderOptions wanted() {
    int end = to == RenderOptions.END ? to : to - 1;
    Path file = out == null ? beside() : out;
    return new RenderOptions(file, Optional.ofNullable(stems), from - 1, end, options.threads());
  }

  private Path beside() {
    String name = String.valueOf(songFile.getFileName()).replace(".loopmind.json", "");
    return songFile.toAbsolutePath().resolveSibling(name + "-render.wav");
  }

  private Song asWanted(Song song) {
    SongFacts facts = song.facts();
    MixSettings mix = facts.mix();
    mix = mode == null ? mix : mix.with(ComposeOptions.mode(mode));
    mix = lufs == null ? mix : mix.with(new Lufs(lufs));
    return song.withFacts(facts.with(mix));
  }

  private void print(Rendering made) {
    if (!options.json()) {
      System.out.println(made.mix());
      made.stems().values().forEach(System.out::println);
      QaCommand.print(made.report(), false);
      return;
    }
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.createObjectNode().put("mix", made.mix().toString());
    ObjectNode files = node.putObject("stems");
    made.stems().forEach((role, file) -> files.put(role.word(), file.toString()));
    node.set("qa", mapper.valueToTree(made.report()));
    System.out.println(node);
  }
}

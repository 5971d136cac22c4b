package loopmind.ui.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.calls.ToolCall;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.Rendering;
import loopmind.tools.ComposeSong;
import loopmind.tools.ExportSong;
import loopmind.tools.SongDesk;
import loopmind.ui.ArrangementPicture;
import loopmind.ui.Home;
import loopmind.ui.Library;
import loopmind.ui.Shelf;
import loopmind.ui.SongAudio;
import loopmind.ui.SongReport;
import loopmind.ui.Studio;

/** One run of {@code compose}: the tools are called, then the song is rendered and kept. */
final class ComposeRun {

  private final ComposeOptions compose;
  private final Options options;
  private final Say say;
  private final Stop stop;
  private final Clock clock;

  ComposeRun(ComposeOptions compose, Options options, Say say, Stop stop, Clock clock) {
    this.compose = compose;
    this.options = options;
    this.say = say;
    this.stop = stop;
    this.clock = clock;
  }

  /** A desk without a song; its file gets a name of its own where none is given. */
  Studio studio(Library library, Listened listened, CompletableFuture<Studio.Writers> writers) {
    SongAudio audio = new SongAudio(library.ingest());
    Studio.Means means =
        new Studio.Means(
            new Shelf(listened.loops(), library::search),
            new Renderer(audio, options.home().sounds()),
            audio,
            new ComposeSong.Defaults(compose.seed(), compose.mode(), Optional.empty()),
            options.threads(),
            new Renders(say, stop));
    SongFile file = new SongFile(songFile());
    // no clock: the same request gives the same file
    SongDesk desk = SongDesk.withoutClock(Optional.empty(), file::save);
    return new Studio(file, desk, writers, means);
  }

  private Path songFile() {
    return compose
        .song()
        .or(() -> compose.out().map(out -> out.resolveSibling(stem(out) + Home.SONG_ENDING)))
        .orElseGet(() -> options.home().freshSongFile());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  List<String> execute(Studio studio, String request, List<ToolCall> calls) {
    return studio
        .desk()
        .turn(
            request,
            () -> {
              List<String> answers = new ArrayList<>();
              calls.forEach(call -> answers.add(studio.tools().execute(call).text()));
              return answers;
            });
  }

  Rendering render(Studio studio, Library library) {
    Song song = studio.desk().song();
    String title = ExportSong.fileName(song.facts().title());
    String songStem =
        String.valueOf(studio.file().path().getFileName()).replace(Home.SONG_ENDING, "");
    Path out =
        compose
            .out()
            .orElseGet(() -> studio.file().path().resolveSibling(songStem + "-" + title + ".wav"));
    Rendering made =
        new Renderer(new SongAudio(library.ingest()), options.home().sounds())
            .render(
                song,
                RenderOptions.whole(out, compose.stems(), options.threads()),
                new Renders(say, stop));
    clock.put("render", made.renderMillis());
    clock.put("master", made.masterMillis());
    studio.keepReport(made.report());
    compose.picture().ifPresent(file -> draw(song, made, file));
    return made;
  }

  private static void draw(Song song, Rendering made, Path file) {
    try {
      Files.writeString(file, new ArrangementPicture(song, AudioFiles.read(made.mix())).draw());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The picture could not be written to %s.".formatted(file), failed);
    }
  }

  /** The document that {@code compose --json} promises. */
  ObjectNode json(Studio studio, Rendering made, List<ToolCall> calls) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.createObjectNode();
    node.put("song", studio.file().path().toString());
    node.put("mix", made.mix().toString());
    ArrayNode stems = node.putArray("stems");
    made.stems()
        .forEach(
            (role, file) ->
                stems.addObject().put("role", role.word()).put("file", file.toString()));
    node.setAll(SongReport.of(studio.desk().song()));
    ArrayNode said = node.putArray("calls");
    calls.forEach(call -> said.add(call.json()));
    node.set("qa", mapper.valueToTree(made.report()));
    node.set("timings_ms", clock.json());
    return node;
  }
}

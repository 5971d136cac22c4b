package loopmind.mixer.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Song;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.Rendering;

/**
 * Writes songs in every {@link ExportFormat}. A file appears in its place whole, over an older one,
 * or not at all. The same song gives the same bytes.
 */
public final class SongExport {

  private final Renderer renderer;
  private final LoopFiles files;

  public SongExport(Renderer renderer, LoopFiles files) {
    this.renderer = renderer;
    this.files = files;
  }

  /**
   * @param history whose current song is written; a zip holds all of it
   * @throws java.util.concurrent.CancellationException where {@code progress} asks for an end
   * @throws loopmind.mixer.audio.AudioUnreadable where a loop's file is gone
   * @throws loopmind.mixer.audio.AudioUnwritable where the folder cannot be written to
   */
  public Exported write(History history, ExportOptions options, RenderProgress progress) {
    Song song = history.song();
    boolean replaced = Files.exists(options.file());
    return switch (options.format()) {
      case WAV, FLAC -> {
        Rendering made =
            renderer.render(
                song,
                RenderOptions.whole(options.file(), options.stems(), options.threads()),
                progress);
        yield new Exported(made.mix(), replaced, made.stems(), Optional.of(made.report()));
      }
      case MP3, OGG -> encoded(song, options, replaced, progress);
      case MIDI -> {
        SongMidi.write(song, files, options.file(), progress);
        yield new Exported(options.file(), replaced, Map.of(), Optional.empty());
      }
      case DAWPROJECT -> {
        DawProject.write(song, files, options.file(), progress);
        yield new Exported(options.file(), replaced, Map.of(), Optional.empty());
      }
      case ZIP -> zipped(history, options, replaced, progress);
    };
  }

  private Exported encoded(
      Song song, ExportOptions options, boolean replaced, RenderProgress progress) {
    try (Scratch scratch = new Scratch()) {
      Rendering made = rendered(song, options, scratch, progress);
      Encoding.run(made.mix(), options.file(), options.format(), progress);
      Map<Role, Path> stems = new TreeMap<>();
      options
          .stems()
          .ifPresent(
              folder ->
                  made.stems()
                      .forEach(
                          (role, wav) -> {
                            Path file =
                                folder.resolve(role.word() + "." + options.format().ending());
                            Encoding.run(wav, file, options.format(), progress);
                            stems.put(role, file);
                          }));
      return new Exported(options.file(), replaced, stems, Optional.of(made.report()));
    }
  }

  private Exported zipped(
      History history, ExportOptions options, boolean replaced, RenderProgress progress) {
    if (options.stems().isEmpty()) {
      SongZip.write(history, files, Map.of(), options.file(), progress);
      return new Exported(options.file(), replaced, Map.of(), Optional.empty());
    }
    try (Scratch scratch = new Scratch()) {
      Rendering made = rendered(history.song(), options, scratch, progress);
      Map<String, Path> sounds = new TreeMap<>();
      sounds.put("mix.wav", made.mix());
      made.stems().forEach((role, wav) -> sounds.put("stems/" + role.word() + ".wav", wav));
      SongZip.write(history, files, sounds, options.file(), progress);
      return new Exported(options.file(), replaced, Map.of(), Optional.of(made.report()));
    }
  }

  private Rendering rendered(
      Song song, ExportOptions options, Scratch scratch, RenderProgress progress) {
    return renderer.render(
        song,
        RenderOptions.whole(
            scratch.folder().resolve("mix.wav"),
            options.stems().map(any -> scratch.folder().resolve("stems")),
            options.threads()),
        progress);
  }
}

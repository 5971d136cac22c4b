package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Song;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.Rendering;
import org.jspecify.annotations.Nullable;

/** Writes the song as a sound file, and its stems. */
public final class ExportSong {

  private static final Set<String> FORMATS = Set.of("wav", "flac");

  private final SongDesk desk;
  private final Renderer renderer;
  private final Path folder;
  private final int threads;
  private final RenderProgress progress;

  /**
   * @param folder where files are written
   * @param threads that render, 1 or more
   */
  public ExportSong(
      SongDesk desk, Renderer renderer, Path folder, int threads, RenderProgress progress) {
    this.desk = desk;
    this.renderer = renderer;
    this.folder = folder;
    this.threads = threads;
    this.progress = progress;
  }

  /** What is written; null is WAV without stems. */
  public record Request(
      @Description("wav or flac") @Nullable String format,
      @Description("whether each role gets a file of its own too") @Nullable Boolean stems) {}

  @Tool(
      name = "export_song",
      value = "Writes the finished song as a file, and its stems where asked for.")
  public ToolAnswer exportSong(@P("what to write") Request request) {
    Song song = desk.song();
    String format = request.format() == null ? "wav" : request.format().toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(format)) {
      throw new EditRefused(
          "The song would be written as %s, which this version does not write. Choose wav or flac.",
          format);
    }
    String name = fileName(song.facts().title());
    Path file = folder.resolve(name + "." + format);
    Optional<Path> stems =
        Boolean.TRUE.equals(request.stems())
            ? Optional.of(folder.resolve(name + "-stems"))
            : Optional.empty();
    Rendering made = renderer.render(song, RenderOptions.whole(file, stems, threads), progress);
    String said = "Written to " + made.mix();
    return ToolAnswer.of(
        stems.isEmpty()
            ? said + "."
            : "%s, its %d stems to %s.".formatted(said, made.stems().size(), stems.get()));
  }

  /** A title as a file name that every system takes. */
  public static String fileName(String title) {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String kept = plain.length() > 60 ? plain.substring(0, 60) : plain;
    return kept.isEmpty() ? "song" : kept;
  }
}

package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.History;
import loopmind.arranger.song.Song;
import loopmind.mixer.export.ExportFormat;
import loopmind.mixer.export.ExportOptions;
import loopmind.mixer.export.Exported;
import loopmind.mixer.export.SongExport;
import loopmind.mixer.measure.QaCheck;
import loopmind.mixer.measure.QaReport;
import loopmind.mixer.render.RenderProgress;
import org.jspecify.annotations.Nullable;

/** Writes the song in a format of other programs, and its stems. */
public final class ExportSong {

  private static final int LONGEST_NAME = 60;

  private final SongDesk desk;
  private final SongExport export;
  private final Path folder;
  private final int threads;
  private final RenderProgress progress;

  /**
   * @param folder where files are written
   * @param threads that render, 1 or more
   * @param progress may stop it; nothing is then written
   */
  public ExportSong(
      SongDesk desk, SongExport export, Path folder, int threads, RenderProgress progress) {
    this.desk = desk;
    this.export = export;
    this.folder = folder;
    this.threads = threads;
    this.progress = progress;
  }

  /** What is written; null is WAV without stems. */
  public record Request(
      @Description("wav, flac, mp3, ogg, midi, dawproject, or zip for the song with its loops")
          @Nullable String format,
      @Description("whether each role gets a file of its own too") @Nullable Boolean stems) {}

  @Tool(
      name = "export_song",
      value = "Writes the finished song as a file, and its stems where asked for.")
  public ToolAnswer exportSong(@P("what to write") Request request) {
    Song song = desk.song();
    ExportFormat format = format(request.format() == null ? "wav" : request.format());
    boolean stems = Boolean.TRUE.equals(request.stems());
    String name = fileName(song.facts().title());
    Exported made =
        export.write(
            history(song),
            new ExportOptions(
                format,
                folder.resolve(name + "." + format.ending()),
                stems ? Optional.of(folder.resolve(name + "-stems")) : Optional.empty(),
                threads),
            progress);
    return new ToolAnswer(said(made), notes(format, stems, made));
  }

  /**
   * @throws EditRefused where LoopMind does not write it
   */
  public static ExportFormat format(String word) {
    return ExportFormat.named(word)
        .orElseThrow(
            () ->
                new EditRefused(
                    "The song would be written as %s, which LoopMind does not write. Choose one of %s.",
                    word, ExportFormat.words()));
  }

  /** With the edits of this message, which the history has not yet. */
  private History history(Song song) {
    return desk.history()
        .map(known -> known.song().equals(song) ? known : known.with("exported", song))
        .orElseGet(() -> History.of("exported", song));
  }

  private static String said(Exported made) {
    String where = "Written to %s".formatted(made.file());
    String over = made.replaced() ? ", in place of the one that was there" : "";
    return made.stems().isEmpty()
        ? where + over + "."
        : "%s%s, its %d stems to %s."
            .formatted(
                where,
                over,
                made.stems().size(),
                made.stems().values().iterator().next().getParent());
  }

  private static List<String> notes(ExportFormat format, boolean stems, Exported made) {
    List<String> notes = new ArrayList<>();
    switch (format) {
      case MIDI ->
          notes.add(
              "It holds when each role sounds, with the hits of the drums; loops are recordings, so their melodies are not in it.");
      case DAWPROJECT ->
          notes.add(
              "Effects, transitions and the master stay here; the other program plays the loops as they are.");
      case ZIP -> notes.add("The song opens anywhere from the folder it is unpacked to.");
      default -> {}
    }
    if (stems && (format == ExportFormat.MIDI || format == ExportFormat.DAWPROJECT)) {
      notes.add("Each role has a track of its own in it, so there are no stems beside it.");
    }
    made.report().filter(report -> !report.passed()).ifPresent(report -> notes.add(missed(report)));
    return notes;
  }

  private static String missed(QaReport report) {
    return report.checks().stream()
        .filter(check -> !check.passed())
        .map(QaCheck::name)
        .collect(Collectors.joining(", ", "Checks that the master missed: ", "."));
  }

  /** A title as a file name that every system takes. */
  public static String fileName(String title) {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String kept = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return kept.isEmpty() ? "song" : kept;
  }
}

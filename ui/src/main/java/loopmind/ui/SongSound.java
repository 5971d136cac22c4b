package loopmind.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.TempoMap;
import loopmind.mixer.render.Preview;
import loopmind.mixer.render.RenderOptions;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.mixer.render.Rendering;

/** Makes one song heard: the stretch that an edit changed, and the whole. */
public final class SongSound {

  /** Previews of a song that are kept; older ones are deleted. */
  static final int PREVIEWS_KEPT = 12;

  /** Of a song that is all new, so much of its first peak is heard at once. */
  private static final int FIRST_BARS = 8;

  private final Renderer renderer;
  private final Path songFile;
  private final Path previews;
  private final int threads;
  private final Supplier<Optional<Path>> stems;

  /**
   * A part of the song as a file.
   *
   * @param file WAV
   * @param start where in the song it begins
   * @param end where in the song it ends
   */
  public record Stretch(Path file, Seconds start, Seconds end) {}

  /**
   * @param previews folder for previews; made when needed
   * @param threads that render, 1 or more
   */
  public SongSound(Renderer renderer, Path songFile, Path previews, int threads) {
    this(renderer, songFile, previews, Optional::empty, threads);
  }

  /**
   * @param previews folder for previews; made when needed
   * @param stems gives a folder for the stems of the next mix; empty where none are wanted
   * @param threads that render, 1 or more
   */
  SongSound(
      Renderer renderer,
      Path songFile,
      Path previews,
      Supplier<Optional<Path>> stems,
      int threads) {
    this.stems = stems;
    this.renderer = renderer;
    this.songFile = songFile.toAbsolutePath();
    this.previews = previews;
    this.threads = threads;
  }

  /** Where the whole mix lies: beside the song file. */
  public Path mixFile() {
    return songFile.resolveSibling(stem() + ".wav");
  }

  private String stem() {
    return String.valueOf(songFile.getFileName()).replace(Home.SONG_ENDING, "");
  }

  /**
   * Renders what an edit changed.
   *
   * @param before the song as it was; empty where there was none, and a part of its peak is heard
   * @param version number of the version, for the name of the file
   */
  public Stretch preview(Song song, Optional<Song> before, int version, RenderProgress progress) {
    Path file = previewFile(Integer.toString(version));
    if (before.isEmpty()) {
      return first(song, file, progress);
    }
    return changed(song, before.get(), file, progress);
  }

  /**
   * Renders what stood where an edit changed something, just as {@link #preview} renders the
   * change, so that the two can be compared.
   *
   * @param version number of the version after the edit
   */
  Stretch before(Song before, Song after, int version, RenderProgress progress) {
    return changed(before, after, previewFile(version + "-before"), progress);
  }

  private Stretch changed(Song song, Song other, Path file, RenderProgress progress) {
    Preview made = renderer.preview(song, other, file, threads, progress);
    return new Stretch(made.file(), made.start(), made.end());
  }

  private Stretch first(Song song, Path file, RenderProgress progress) {
    Section peak =
        song.sections().stream()
            .filter(section -> section.kind().isPeak())
            .findFirst()
            .orElse(song.sections().getFirst());
    int from = song.startBar(peak.id());
    int to = from + Math.min(FIRST_BARS, peak.bars().count());
    RenderOptions options = new RenderOptions(file, Optional.empty(), from, to, threads);
    renderer.render(song, options, progress);
    return new Stretch(file, seconds(song, from), seconds(song, to));
  }

  private static Seconds seconds(Song song, int bar) {
    TempoMap map = song.tempoMap(SampleRate.STUDIO);
    return map.secondsAt(map.startOfBar(bar));
  }

  /** Renders the whole song to {@link #mixFile}. */
  public Rendering mix(Song song, RenderProgress progress) {
    return renderer.render(song, RenderOptions.whole(mixFile(), stems.get(), threads), progress);
  }

  private Path previewFile(String version) {
    String name = "%s-%08x".formatted(stem(), songFile.hashCode());
    try {
      Files.createDirectories(previews);
      forgetOld(name);
    } catch (IOException failed) {
      throw new EditRefused(
          "The preview cannot be written to %s. Choose another folder with --home.", previews);
    }
    return previews.resolve("%s-%s.wav".formatted(name, version));
  }

  private void forgetOld(String name) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(previews)) {
      old =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(name + "-"))
              .sorted(Comparator.comparingLong(SongSound::age).reversed())
              .skip(PREVIEWS_KEPT - 1)
              .toList();
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
  }

  static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }
}

package loopmind.mixer.render;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import loopmind.arranger.song.Song;

/**
 * Measures how soon an edit is heard: the whole song is rendered once, then for each edit the
 * stretch that it changed and the whole after it, as a conversation does it.
 */
public final class EditBench {

  private static final double NANOS_A_MILLI = 1e6;

  private final Renderer renderer;
  private final Path folder;
  private final int threads;
  private final RenderProgress progress;

  /**
   * One edit. Times in milliseconds.
   *
   * @param heardMillis until the preview of it was written
   * @param heardCpuMillis of all processors together, for the preview; the same however busy the
   *     machine is, but for what its caches lost
   * @param stretchSeconds length of the preview
   * @param playedAnew sections whose sound the edit changed
   * @param sections of the song after it
   * @param whole the render after it
   */
  public record Row(
      double heardMillis,
      double heardCpuMillis,
      double stretchSeconds,
      int playedAnew,
      int sections,
      Rendering whole) {}

  /**
   * @param folder for what is written; its files {@code bench.wav} and {@code preview.wav} are
   *     replaced
   * @param threads that render, 1 or more
   */
  public EditBench(Renderer renderer, Path folder, int threads, RenderProgress progress) {
    this.renderer = renderer;
    this.folder = folder;
    this.threads = threads;
    this.progress = progress;
  }

  /** Renders the whole of a song, and keeps what it is made of. */
  public Rendering whole(Song song) {
    RenderOptions options =
        RenderOptions.whole(folder.resolve("bench.wav"), Optional.empty(), threads);
    return renderer.render(song, options, progress);
  }

  /**
   * @param before the song as it was rendered last
   */
  public Row edit(Song after, Song before) {
    long begun = System.nanoTime();
    long cpu = cpuNanos();
    Preview heard =
        renderer.preview(after, before, folder.resolve("preview.wav"), threads, progress);
    double cpuMillis = (cpuNanos() - cpu) / NANOS_A_MILLI;
    double millis = (System.nanoTime() - begun) / NANOS_A_MILLI;
    return new Row(
        millis,
        cpuMillis,
        heard.end().value() - heard.start().value(),
        heard.sections().size(),
        after.sections().size(),
        whole(after));
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

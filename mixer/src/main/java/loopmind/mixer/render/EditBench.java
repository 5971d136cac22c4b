package loopmind.mixer.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Decibels;

/**
 * Measures how soon an edit is heard: renders a song with nothing kept, again with all of it kept,
 * and then, section by section, with one layer of that section a decibel quieter.
 */
public final class EditBench {

  private EditBench() {}

  /**
   * Times in milliseconds.
   *
   * @param what was done
   * @param heardMillis until the preview of it was written; 0 where there was none
   * @param playMillis of the render after it, up to its master
   * @param masterMillis of that render's master, checks and files
   */
  public record Row(String what, long heardMillis, long playMillis, long masterMillis) {}

  /**
   * @param folder for what is written; its files {@code bench.wav} and {@code preview.wav} are
   *     replaced, and its folder {@code sounds} holds what was kept
   * @param threads that render, 1 or more
   */
  public static List<Row> run(Song song, LoopAudio audio, Path folder, int threads)
      throws IOException {
    Files.createDirectories(folder);
    SoundCache cache = new SoundCache(folder.resolve("sounds"), 2L << 30);
    RenderOptions options =
        RenderOptions.whole(folder.resolve("bench.wav"), Optional.empty(), threads);
    List<Row> rows = new ArrayList<>();
    Renderer renderer = new Renderer(audio, cache);
    rows.add(
        row("whole, as the folder is", 0, renderer.render(song, options, RenderProgress.NONE)));
    rows.add(row("whole, all kept", 0, renderer.render(song, options, RenderProgress.NONE)));
    rows.add(
        row(
            "whole, all kept in files",
            0,
            new Renderer(audio, cache).render(song, options, RenderProgress.NONE)));
    Song before = song;
    for (Section section : song.sections()) {
      if (!section.layers().isEmpty()) {
        Song edited = quieter(before, section);
        Preview preview =
            renderer.preview(
                edited, before, folder.resolve("preview.wav"), threads, RenderProgress.NONE);
        Rendering whole = renderer.render(edited, options, RenderProgress.NONE);
        String what =
            "%s, %d bars, %d layers"
                .formatted(section.id().text(), section.bars().count(), section.layers().size());
        rows.add(row(what, preview.millis(), whole));
        before = edited;
      }
    }
    return rows;
  }

  private static Row row(String what, long heardMillis, Rendering made) {
    return new Row(what, heardMillis, made.renderMillis(), made.masterMillis());
  }

  private static Song quieter(Song song, Section section) {
    return song.withSection(
        section.id(),
        one -> {
          var layers = new ArrayList<>(one.layers());
          var last = layers.removeLast();
          layers.add(last.withGain(new Decibels(last.gain().value() - 1)));
          return one.withLayers(layers);
        },
        Map.of());
  }
}

package loopmind.mixer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.song.History;
import loopmind.arranger.song.PortableSong;
import loopmind.arranger.song.SongFile;
import loopmind.mixer.render.RenderProgress;

/**
 * A song file with the loops of all its versions, as they were recorded, in {@value
 * PortableSong#LOOPS} beside it: opens where the library is not at hand. Names no folder of the
 * machine it was made on.
 */
final class SongZip {

  private SongZip() {}

  /**
   * @param sounds further files, by their names within the zip
   */
  static void write(
      History history,
      LoopFiles files,
      Map<String, Path> sounds,
      Path file,
      RenderProgress progress) {
    WholeFile.write(file, out -> write(history, files, sounds, file, out, progress));
  }

  private static void write(
      History history,
      LoopFiles files,
      Map<String, Path> sounds,
      Path file,
      OutputStream out,
      RenderProgress progress)
      throws IOException {
    Map<LoopId, Loop> loops = new TreeMap<>();
    history.versions().forEach(version -> loops.putAll(version.song().loops()));
    Set<String> added = new HashSet<>();
    int done = 0;
    try (ZipSink zip = new ZipSink(out);
        Scratch scratch = new Scratch()) {
      for (Loop loop : loops.values()) {
        if (progress.cancelled()) {
          throw new CancellationException("The export was stopped; nothing was written.");
        }
        progress.at("collecting loops", done++ / (double) loops.size());
        String name = nameOf(loop, loops);
        if (added.add(name)) {
          zip.add(name, files.file(loop));
        }
      }
      SongFile song = new SongFile(scratch.folder().resolve("song.json"));
      History portable = PortableSong.with(history, loop -> Path.of(nameOf(loop, loops)));
      song.save(new SongFile.Content(portable, Optional.empty()));
      zip.add(songName(file), song.path());
      for (Map.Entry<String, Path> sound : sounds.entrySet()) {
        zip.add(sound.getKey(), sound.getValue());
      }
    }
  }

  /** Regions of one file share it; it has the name of the first of them. */
  private static String nameOf(Loop loop, Map<LoopId, Loop> loops) {
    return loops.values().stream()
        .filter(other -> other.id().hash().equals(loop.id().hash()))
        .findFirst()
        .map(first -> PortableSong.LOOPS + "/" + FileNames.ofFile(first))
        .orElseThrow();
  }

  private static String songName(Path zip) {
    String name = String.valueOf(zip.getFileName());
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ".loopmind.json";
  }
}

package loopmind.arranger.song;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;

/** Songs that travel with their loops, which lie in a folder beside the song file. */
public final class PortableSong {

  /** The folder beside a song file in which its loops are looked for. */
  public static final String LOOPS = "loops";

  private PortableSong() {}

  /**
   * The same history with other places for its loops.
   *
   * @param places of each loop, relative to the folder of the song file
   */
  public static History with(History history, Function<Loop, Path> places) {
    return History.of(
        history.versions().stream().map(version -> with(version, places)).toList(),
        history.redo(),
        history.current(),
        history.names());
  }

  private static History.Version with(History.Version version, Function<Loop, Path> places) {
    return new History.Version(
        version.message(), with(version.song(), places), version.parent(), version.savedAt());
  }

  private static Song with(Song song, Function<Loop, Path> places) {
    Map<LoopId, Loop> moved = new TreeMap<>();
    song.loops().forEach((id, loop) -> moved.put(id, loop.lyingAt(places.apply(loop))));
    return new Song(song.facts(), song.sections(), song.transitions(), moved);
  }
}

package loopmind.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loopmind.arranger.song.EditRefused;

/**
 * The songs of a home; each is opened once, by whoever asks for it first. While it is open here no
 * other program of the same home opens it.
 */
public final class OpenSongs implements AutoCloseable {

  /** What a song may be called: no path, nothing hidden. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,79}");

  private final Path folder;
  private final Path holds;
  private final Function<Path, OpenSong> opening;
  private final Map<String, OpenSong> open = new LinkedHashMap<>();
  private final Map<String, SongHold> held = new LinkedHashMap<>();

  /**
   * A song that lies in the home.
   *
   * @param id its name
   * @param changed when its file was written last
   */
  public record Listed(String id, Instant changed) {}

  /**
   * @param folder of song files
   * @param holds folder of what says that a song is open
   * @param opening opens the song of a file, or makes a new one where there is none
   */
  OpenSongs(Path folder, Path holds, Function<Path, OpenSong> opening) {
    this.folder = folder;
    this.holds = holds;
    this.opening = opening;
  }

  /** All songs, the one that was changed last first. */
  public List<Listed> list() {
    List<Listed> songs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(Home.SONG_ENDING)) {
          String id = name.substring(0, name.length() - Home.SONG_ENDING.length());
          songs.add(new Listed(id, Files.getLastModifiedTime(file).toInstant()));
        }
      }
    } catch (IOException failed) {
      throw new EditRefused("The folder of songs %s cannot be read.", folder);
    }
    songs.sort(Comparator.comparing(Listed::changed).reversed().thenComparing(Listed::id));
    return songs;
  }

  /** A song that is there; empty where there is none of that name, or another program has it. */
  public synchronized Optional<OpenSong> find(String id) {
    if (open.containsKey(id)) {
      return Optional.ofNullable(open.get(id));
    }
    if (!isThere(id) || !hold(id)) {
      return Optional.empty();
    }
    return Optional.of(opened(id));
  }

  /** The songs that somebody has asked for since the start. */
  public synchronized List<OpenSong> open() {
    return List.copyOf(open.values());
  }

  /** Why {@link #find} did not give that song, one sentence. */
  public String whyNot(String id) {
    return isThere(id)
        ? "The song %s is open in another LoopMind of this home. Use that one (the studio answers at /mcp too), or close it."
            .formatted(id)
        : "There is no song called %s.".formatted(id);
  }

  private boolean isThere(String id) {
    return ID.matcher(id).matches() && Files.isRegularFile(file(id));
  }

  private boolean hold(String id) {
    Optional<SongHold> taken = SongHold.take(holds.resolve(id));
    taken.ifPresent(hold -> held.put(id, hold));
    return taken.isPresent();
  }

  private void letGo(String id) {
    SongHold hold = held.remove(id);
    if (hold != null) {
      hold.close();
    }
  }

  /** A new song under a name that is free. */
  public synchronized OpenSong create() {
    for (int n = 1; ; n++) {
      String id = "song-" + n;
      if (!open.containsKey(id) && !Files.exists(file(id)) && hold(id)) {
        if (!Files.exists(file(id))) { // another program may have saved it just now
          return opened(id);
        }
        letGo(id);
      }
    }
  }

  /**
   * The song of a name, made where there is none.
   *
   * @throws EditRefused where no song may be called so
   */
  public synchronized OpenSong named(String id) {
    if (!ID.matcher(id).matches()) {
      throw new EditRefused("No song can be called \"%s\".", id);
    }
    Optional<OpenSong> known = find(id);
    if (known.isEmpty() && (isThere(id) || !hold(id))) {
      throw new EditRefused("%s", whyNot(id));
    }
    return known.orElseGet(() -> opened(id));
  }

  private OpenSong opened(String id) {
    try {
      OpenSong song = opening.apply(file(id));
      open.put(id, song);
      return song;
    } finally {
      if (!open.containsKey(id)) {
        letGo(id);
      }
    }
  }

  private Path file(String id) {
    return folder.resolve(id + Home.SONG_ENDING);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(OpenSong::close);
    open.clear();
    held.values().forEach(SongHold::close);
    held.clear();
  }
}

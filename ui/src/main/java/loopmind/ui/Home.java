package loopmind.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loopmind.arranger.song.EditRefused;
import loopmind.mixer.render.SoundCache;

/**
 * Where LoopMind keeps what it knows and makes.
 *
 * @param folder the folder of {@code --home}
 */
public record Home(Path folder) {

  private static final long MOST_SOUND_BYTES = 1_000_000_000;

  /** How the name of a song file ends. */
  public static final String SONG_ENDING = ".loopmind.json";

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** {@code LOOPMIND_HOME}, else {@code .loopmind} in the user's own folder. */
  public static Home usual() {
    String named = System.getenv("LOOPMIND_HOME");
    return new Home(
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".loopmind")
            : Path.of(named));
  }

  public Path catalogue() {
    return folder.resolve("catalogue");
  }

  public Path songs() {
    return made(folder.resolve("songs"));
  }

  /** A file for a song that has none, under a name that is free. */
  public Path freshSongFile() {
    for (int n = 1; ; n++) {
      Path file = songs().resolve("song-" + n + SONG_ENDING);
      if (!Files.exists(file)) {
        return file;
      }
    }
  }

  /** What was typed in a chat before. */
  public Path chatHistory() {
    return made(folder).resolve("chat-history");
  }

  /** What was played once, so that it need not be played again. */
  public SoundCache sounds() {
    return new SoundCache(cache().resolve("sounds"), MOST_SOUND_BYTES);
  }

  /** Sounds of what was changed last. */
  public Path previews() {
    return cache().resolve("previews");
  }

  /** Sounds that were given to the library instead of pointed at. */
  public Path uploads() {
    return folder.resolve("uploads");
  }

  /** What songs were exported to, a folder a song. */
  public Path exports() {
    return folder.resolve("exports");
  }

  /** The queue of jobs, and what they made. */
  public Path jobs() {
    return made(folder.resolve("jobs"));
  }

  /** The parts of the mixes that were rendered last. */
  public Path stems() {
    return cache().resolve("stems");
  }

  /** Loops as they sound in songs. */
  public Path auditions() {
    return cache().resolve("auditions");
  }

  /** The graph by which a very large library is searched; made again where it is lost. */
  public Path index() {
    return cache().resolve("index");
  }

  public Path cache() {
    return folder.resolve("cache");
  }

  public Path logFile() {
    return made(folder.resolve("logs")).resolve("loopmind.log");
  }

  private static Path made(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException failed) {
      throw new EditRefused("The folder %s cannot be made. Choose another with --home DIR.", path);
    }
  }
}

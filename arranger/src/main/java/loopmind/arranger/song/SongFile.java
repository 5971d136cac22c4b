package loopmind.arranger.song;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A song with its whole history as a JSON file, described in {@code docs/song-format.md}.
 *
 * <p>Saving a turn adds a line to a journal beside the file, {@code NAME.journal}, and forces it to
 * disk, so that it costs the same whether the history is short or long. {@link #fold} puts the
 * journal into the file, in one step: the new content is written beside it and forced to disk, the
 * three files before it are kept as {@code .1} to {@code .3}, and only then does the new one take
 * the name. A crash at any moment leaves every turn that was saved.
 *
 * <p>Two programs may read a file at once, but not both save: the one that comes second is refused.
 */
public final class SongFile {

  /** How many older files are kept beside the newest. */
  public static final int OLDER_KEPT = 3;

  /** A journal that grew beyond this is folded while saving, which takes a moment longer. */
  static final long LONGEST_JOURNAL_BYTES = 64_000_000;

  private final Path path;
  private final SongStore store;
  private final long longestJournal;

  public SongFile(Path path) {
    this(path, LONGEST_JOURNAL_BYTES);
  }

  SongFile(Path path, long longestJournal) {
    this.path = path.toAbsolutePath();
    this.longestJournal = longestJournal;
    store = new SongStore(this.path, OLDER_KEPT);
  }

  public Path path() {
    return path;
  }

  /**
   * What a song file holds.
   *
   * @param history of the song
   * @param sayings the conversation about it, the latest last; of more than {@value #MOST_SAYINGS}
   *     the last
   * @param report of the last render of the version one stands on, as written by the renderer
   */
  public record Content(History history, List<Saying> sayings, Optional<JsonNode> report) {

    public static final int MOST_SAYINGS = 200;

    public Content {
      sayings =
          List.copyOf(sayings.subList(Math.max(0, sayings.size() - MOST_SAYINGS), sayings.size()));
    }

    /** Without a conversation. */
    public Content(History history, Optional<JsonNode> report) {
      this(history, List.of(), report);
    }
  }

  /**
   * Saves, and returns only when the content is on disk.
   *
   * @throws EditRefused where the folder cannot be written, or another program saved the song since
   *     it was loaded here; what was saved before is as it was
   */
  public synchronized void save(Content content) {
    // an interrupt closes channels; whoever is stopped still saves what was done
    boolean interrupted = Thread.interrupted();
    try {
      Files.createDirectories(DurableFiles.folder(path));
      store.save(content, longestJournal);
    } catch (IOException failed) {
      throw new EditRefused(
          "The song could not be saved as %s: %s. Make room, or choose a folder that can be written.",
          path, reason(failed));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Puts the journal into the file, so that the file alone is the whole song; to be called when one
   * is done with it. It can be saved and loaded as before. Does nothing where there is no journal.
   *
   * @throws EditRefused where that cannot be done; the journal then stays, and nothing is lost
   */
  public synchronized void fold() {
    try {
      store.fold();
    } catch (IOException failed) {
      throw new EditRefused(
          "The song could not be put into one file %s: %s. It is whole with the journal beside it.",
          path, reason(failed));
    }
  }

  /**
   * Reads a song of this or any earlier version of the format, its journal included.
   *
   * @throws EditRefused where the file is missing, damaged, or of a later version
   */
  public synchronized Content load() {
    try {
      return store.load();
    } catch (NoSuchFileException missing) {
      throw new EditRefused("There is no song file %s.", path);
    } catch (SongJournal.Damaged damaged) {
      throw new EditRefused(
          "The journal %s is damaged: %s. Move it away to open the song as it was before its first line.",
          store.journalPath(), damaged.getMessage());
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      throw new EditRefused(
          "%s is damaged or no song of LoopMind. Older versions lie beside it as %s.1 to .%d.",
          path, path.getFileName(), OLDER_KEPT);
    } catch (IOException failed) {
      throw new EditRefused("%s could not be read: %s.", path, reason(failed));
    }
  }

  private static String reason(IOException failed) {
    if (failed instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is no folder";
    }
    String message = failed.getMessage();
    return failed.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
  }
}

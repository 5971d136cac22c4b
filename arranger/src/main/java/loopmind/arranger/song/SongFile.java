package loopmind.arranger.song;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A song with its whole history as a JSON file, described in {@code docs/song-format.md}.
 *
 * <p>Saving is atomic: the new content is written beside the file and forced to disk, the three
 * versions before it are kept as {@code .1} to {@code .3}, and only then does the new file take the
 * name. A crash at any moment leaves the old file or the new one, whole.
 */
public final class SongFile {

  /** How many older files are kept beside the newest. */
  public static final int OLDER_KEPT = 3;

  /** Songs larger than this are no songs of ours, and are not read. */
  private static final long LARGEST_BYTES = 200_000_000;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path path;

  public SongFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  public Path path() {
    return path;
  }

  /**
   * What a song file holds.
   *
   * @param history of the song
   * @param report of the last render, as written by the renderer
   */
  public record Content(History history, Optional<JsonNode> report) {}

  /**
   * Saves, and returns only when the content is on disk.
   *
   * @throws EditRefused where the folder cannot be written
   */
  public void save(Content content) {
    ObjectNode root = SongJson.write(content.history());
    content.report().ifPresent(report -> root.set("qa", report));
    try {
      byte[] bytes = JSON.writeValueAsBytes(root);
      Files.createDirectories(folder());
      Path fresh = Files.createTempFile(folder(), "." + path.getFileName(), ".new");
      try {
        writeAndForce(fresh, bytes);
        keepOlder();
        Files.move(
            fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException failed) {
      throw new EditRefused(
          "The song could not be saved as %s: %s. Choose a folder that can be written.",
          path, reason(failed));
    }
  }

  private static void writeAndForce(Path file, byte[] bytes) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  /** Copies rather than renames, so that the file itself is there at every moment. */
  private void keepOlder() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    for (int age = OLDER_KEPT - 1; age >= 1; age--) {
      if (Files.exists(older(age))) {
        Files.move(
            older(age),
            older(age + 1),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path copy = Files.createTempFile(folder(), "." + path.getFileName(), ".old");
    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
    Files.move(copy, older(1), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path older(int age) {
    return path.resolveSibling(path.getFileName() + "." + age);
  }

  private Path folder() {
    Path parent = path.getParent();
    return parent == null ? Path.of(".").toAbsolutePath() : parent;
  }

  private void forceFolder() throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return; // a folder cannot be opened there, and its journal keeps the order of renames
    }
    try (FileChannel entry = FileChannel.open(folder(), StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  /**
   * Reads a song of this or any earlier version of the format.
   *
   * @throws EditRefused where the file is missing, damaged, or of a later version
   */
  public Content load() {
    try {
      if (Files.size(path) > LARGEST_BYTES) {
        throw new EditRefused("%s is too large to be a song of LoopMind.", path);
      }
      JsonNode root = JSON.readTree(Files.readString(path, StandardCharsets.UTF_8));
      JsonNode report = root.path("qa");
      return new Content(
          SongJson.read(root), report.isObject() ? Optional.of(report) : Optional.empty());
    } catch (NoSuchFileException missing) {
      throw new EditRefused("There is no song file %s.", path);
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      throw new EditRefused(
          "%s is damaged or no song of LoopMind. Older versions lie beside it as %s.1 to .%d.",
          path, path.getFileName(), OLDER_KEPT);
    } catch (IOException failed) {
      throw new EditRefused("%s could not be read: %s.", path, reason(failed));
    }
  }

  private static String reason(IOException failed) {
    String message = failed.getMessage();
    return failed.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
  }
}

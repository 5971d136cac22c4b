package loopmind.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.song.EditRefused;

/** What songs were exported to: a folder a song, so that two of one title do not meet. */
public final class Exports {

  /** A file, or one within a folder of stems. */
  private static final int DEEPEST = 2;

  private final Path folder;

  /**
   * @param folder with a folder a song; made when needed
   */
  Exports(Path folder) {
    this.folder = folder;
  }

  /**
   * A file that was exported.
   *
   * @param name from the folder of the song, parts of it with a slash between
   * @param bytes of it
   * @param written when it was
   */
  public record Export(String name, long bytes, Instant written) {}

  /** Where a song is exported to; made here. */
  Path of(String song) {
    Path its = folder.resolve(song);
    try {
      return Files.createDirectories(its);
    } catch (IOException failed) {
      throw new EditRefused("The folder %s cannot be made.", its);
    }
  }

  /** The exports of a song, the latest first. */
  public List<Export> list(String song) {
    Path its = folder.resolve(song);
    if (!Files.isDirectory(its)) {
      return List.of();
    }
    List<Export> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(its, DEEPEST)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.add(
            new Export(
                its.relativize(file).toString().replace('\\', '/'),
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant()));
      }
    } catch (IOException failed) {
      throw new EditRefused("The exports in %s cannot be read.", its);
    }
    found.sort(Comparator.comparing(Export::written).reversed().thenComparing(Export::name));
    return found;
  }

  /** The file of an export; empty where the song has none of that name, whatever it says. */
  public Optional<Path> find(String song, String name) {
    return list(song).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> folder.resolve(song).resolve(one.name()));
  }
}

package loopmind.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loopmind.arranger.song.EditRefused;

/**
 * How much room a home takes, and what of it can be made again and may go. Songs, exports, loops
 * and what is known of them are never touched.
 */
public final class Housekeeping {

  private final Workplace place;

  public Housekeeping(Workplace place) {
    this.place = place;
  }

  /** What can be thrown away, because it is made anew when it is needed. */
  public enum Spare {
    /** Sounds that were played once. */
    SOUNDS,
    /** Loops as they sound in songs. */
    AUDITIONS,
    /** Stretches that edits changed, but for the last of each open song. */
    PREVIEWS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Bytes of each folder of the home, by its name. */
  public Map<String, Long> bytes() {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> folders = Files.list(place.home().folder())) {
      folders
          .filter(Files::isDirectory)
          .forEach(folder -> sizes.put(String.valueOf(folder.getFileName()), size(files(folder))));
    } catch (IOException unreadable) {
      throw new EditRefused("The folder %s cannot be read.", place.home().folder());
    }
    return sizes;
  }

  /** Bytes that can still be written where the home lies. */
  public long freeBytes() {
    try {
      return Files.getFileStore(place.home().folder()).getUsableSpace();
    } catch (IOException unreadable) {
      throw new EditRefused("The folder %s cannot be read.", place.home().folder());
    }
  }

  /**
   * Throws away what can be made again.
   *
   * @return bytes that are free now
   */
  public long clean(Set<Spare> spares) {
    long freed = 0;
    if (spares.contains(Spare.SOUNDS)) {
      freed += delete(files(place.home().cache().resolve("sounds")));
    }
    if (spares.contains(Spare.AUDITIONS)) {
      freed += delete(files(place.home().auditions()));
    }
    if (spares.contains(Spare.PREVIEWS)) {
      Set<Path> offered =
          place.songs().open().stream()
              .flatMap(song -> song.heard().stream())
              .map(SongSound.Stretch::file)
              .collect(Collectors.toSet());
      freed +=
          delete(
              files(place.home().previews()).stream()
                  .filter(file -> !offered.contains(file))
                  .toList());
    }
    return freed;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new EditRefused("The folder %s cannot be read.", folder);
    }
  }

  private static long size(List<Path> files) {
    return files.stream().mapToLong(Housekeeping::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException unreadable) {
      throw new EditRefused("The file %s cannot be read.", file);
    }
  }

  private static long delete(List<Path> files) {
    long freed = 0;
    for (Path file : files) {
      long bytes = size(file);
      try {
        freed += Files.deleteIfExists(file) ? bytes : 0;
      } catch (IOException held) {
        throw new EditRefused("The file %s cannot be deleted.", file);
      }
    }
    return freed;
  }
}

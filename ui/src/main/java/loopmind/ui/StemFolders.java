package loopmind.ui;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the stems of mixes lie: a folder a mix, because a browser may still read those of the mix
 * before. They take some thirty megabytes a stem, so only the last ones of few songs are kept.
 */
final class StemFolders {

  /** Of each song: the new mix, and the one that may still be heard. */
  static final int MIXES_KEPT = 2;

  static final int SONGS_KEPT = 4;

  private static final System.Logger LOG = System.getLogger(StemFolders.class.getName());

  private final Path folder;

  /**
   * @param folder made when needed; holds nothing else
   */
  StemFolders(Path folder) {
    this.folder = folder;
  }

  /** A folder for the next mix of a song; older ones make room for it. */
  synchronized Path fresh(String song) {
    Path its = folder.resolve(song);
    List<Path> mixes = newestFirst(its);
    int last = mixes.stream().mapToInt(StemFolders::number).max().orElse(0);
    mixes.stream().skip(MIXES_KEPT - 1).forEach(StemFolders::delete);
    newestFirst(folder).stream()
        .filter(other -> !other.equals(its))
        .skip(SONGS_KEPT - 1)
        .forEach(StemFolders::delete);
    return its.resolve(Integer.toString(last + 1));
  }

  private static int number(Path mix) {
    String name = String.valueOf(mix.getFileName());
    return name.matches("[0-9]{1,8}") ? Integer.parseInt(name) : 0;
  }

  private static List<Path> newestFirst(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> sorted = new ArrayList<>(all.toList());
      sorted.sort(Comparator.comparingLong(SongSound::age).reversed());
      return sorted;
    } catch (IOException unreadable) {
      LOG.log(Level.WARNING, "The stems in {0} cannot be listed: {1}", folder, unreadable);
      return List.of();
    }
  }

  private static void delete(Path old) {
    try {
      Folders.delete(old);
    } catch (IOException held) { // tried again with the next mix
      LOG.log(Level.WARNING, "The old stems in {0} stay for now: {1}", old, held);
    }
  }
}

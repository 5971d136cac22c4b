package loopmind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stems take no more room than those of a few mixes. */
class StemFoldersTest {

  @TempDir Path folder;
  private long clock = 1_000;

  private Path mixed(StemFolders stems, String song) throws IOException {
    Path fresh = stems.fresh(song);
    assertThat(fresh).doesNotExist();
    Files.writeString(Files.createDirectories(fresh).resolve("drums.wav"), "sound");
    Files.setLastModifiedTime(fresh, FileTime.fromMillis(clock += 1_000));
    Files.setLastModifiedTime(folder.resolve(song), FileTime.fromMillis(clock));
    return fresh;
  }

  private static long files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void keepsTheNewMixAndTheOneThatMayBeHeard() throws IOException {
    StemFolders stems = new StemFolders(folder);
    Path first = mixed(stems, "song-1");
    Path second = mixed(stems, "song-1");
    Path third = mixed(stems, "song-1");
    assertThat(first).doesNotExist();
    assertThat(second).exists();
    assertThat(third).exists().isNotEqualTo(second);
    // after a new start nothing is written over either
    assertThat(new StemFolders(folder).fresh("song-1")).isNotIn(first, second, third);
  }

  @Test
  void makesRoomForOtherSongs() throws IOException {
    StemFolders stems = new StemFolders(folder);
    for (int song = 1; song <= 9; song++) {
      mixed(stems, "song-" + song);
      mixed(stems, "song-" + song);
    }
    assertThat(files(folder)).isEqualTo(StemFolders.MIXES_KEPT * StemFolders.SONGS_KEPT);
    assertThat(folder.resolve("song-9")).exists();
    assertThat(folder.resolve("song-1")).doesNotExist();
  }
}

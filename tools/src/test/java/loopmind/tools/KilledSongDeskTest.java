package loopmind.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loopmind.arranger.song.History;
import loopmind.arranger.song.SongFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class KilledSongDeskTest {

  /** {@code -Dloopmind.kills=500} for the figure of the benchmarks. */
  private static final int CYCLES = Integer.getInteger("loopmind.kills", 25);

  @TempDir Path folder;

  @Test
  @Timeout(1_200)
  void nothingAcknowledgedIsLostWhenTheProcessIsKilledAtAnyMoment() throws Exception {
    Killing.Losses losses = new Killing(folder, SongDeskWriter.Way.CAREFUL, 4).run(CYCLES);
    assertThat(losses.acknowledged()).isGreaterThan(5 * CYCLES);
    assertThat(losses).isEqualTo(new Killing.Losses(CYCLES, losses.acknowledged(), 0, 0));
  }

  @Test
  @Timeout(240)
  void aWriterThatAcknowledgesWhatLiesInABufferIsCaught() throws Exception {
    assertThat(new Killing(folder, SongDeskWriter.Way.BUFFERED, 4).run(10).missing()).isPositive();
  }

  @Test
  @Timeout(240)
  void aWriterThatWritesOverTheFileIsCaught() throws Exception {
    assertThat(new Killing(folder, SongDeskWriter.Way.IN_PLACE, 4).run(60).unopenable())
        .isPositive();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(120)
  void onAFullDiskTheTurnIsRefusedAndTheSongIsAsBefore() throws Exception {
    Path song = folder.resolve("killed.loopmind.json");
    List<String> said = untilTheDiskIsFull(song);
    int acknowledged = said.size() - 2;
    assertThat(acknowledged).isGreaterThan(20);
    assertThat(said.get(acknowledged))
        .startsWith(SongDeskWriter.REFUSED + "The song could not be saved as " + song)
        .endsWith("Make room, or choose a folder that can be written.");
    assertThat(said.getLast()).as("the song in memory is as before").isEqualTo("true");
    History history = new SongFile(song).load().history();
    assertThat(history.versions()).hasSize(acknowledged);
    assertThat(history.lastMessage()).hasValue("edit " + (acknowledged - 1));
  }

  /** No file of the writer may grow beyond the limit; as on a full disk, its writes then fail. */
  private static List<String> untilTheDiskIsFull(Path song) throws IOException {
    List<String> command = Killing.command(song, 0, SongDeskWriter.Way.CAREFUL);
    Process child =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of("bash", "-c", "ulimit -f 64; exec \"$0\" \"$@\""),
                        command.stream())
                    .toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return child.inputReader().lines().toList();
  }
}

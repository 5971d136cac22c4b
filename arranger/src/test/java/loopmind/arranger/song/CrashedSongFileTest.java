package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash can leave behind opens; what only damage can leave behind says so. */
final class CrashedSongFileTest {

  @TempDir Path folder;

  private final List<History> saved = new ArrayList<>();
  private Path song = Path.of("");
  private Path journal = Path.of("");

  /** A song with a journal of four turns. */
  @BeforeEach
  void saveSomeTurns() {
    song = folder.resolve("song.loopmind.json");
    journal = folder.resolve("song.loopmind.json.journal");
    SongFile file = new SongFile(song);
    saved.add(History.of("first", TestSongs.song()));
    for (int gain = -4; gain < 0; gain++) {
      saved.add(saved.getLast().with("gain " + gain, SongFileTest.edited(gain)));
    }
    saved.forEach(history -> file.save(content(history)));
  }

  @Test
  void aJournalCutAtAnyByteHoldsEveryTurnWhoseLineIsWhole() throws IOException {
    byte[] whole = Files.readAllBytes(journal);
    for (int length = 0; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(journal, cut);
      int lines = (int) new String(cut, "UTF-8").chars().filter(c -> c == '\n').count();
      assertThat(load().versions()).hasSize(1 + Math.max(0, lines - 1));
    }
  }

  @Test
  void aTornLastLineIsDroppedAndWrittenOver() throws IOException {
    byte[] whole = Files.readAllBytes(journal);
    Random random = new Random(3);
    for (int torn = 1; torn < 2_000; torn += 97) {
      byte[] garbage = new byte[torn];
      random.nextBytes(garbage);
      Files.write(journal, concat(whole, torn % 2 == 0 ? new byte[torn] : garbage));
      SongFile file = new SongFile(song);
      History back = file.load().history();
      assertThat(back).isEqualTo(saved.getLast());
      file.save(content(back.with("after the crash", SongFileTest.edited(-9))));
      assertThat(load().lastMessage()).hasValue("after the crash");
      Files.write(journal, whole);
    }
  }

  @Test
  void aCrashBetweenTheSnapshotAndTheEndOfItsJournalCountsNoTurnTwice() throws IOException {
    Path kept = Files.copy(journal, folder.resolve("kept"));
    new SongFile(song).fold();
    Files.move(kept, journal, StandardCopyOption.REPLACE_EXISTING);
    SongFile file = new SongFile(song);
    assertThat(file.load().history()).isEqualTo(saved.getLast());
    History later = saved.getLast().with("later", SongFileTest.edited(-9));
    file.save(content(later));
    assertThat(load()).isEqualTo(later);
    assertThat(Files.exists(folder.resolve("song.loopmind.json.journal.old"))).isFalse();
  }

  @Test
  void aCrashBeforeTheSnapshotTookItsNameLeavesNoTrace() throws IOException {
    Files.writeString(folder.resolve(".song.loopmind.json.new"), "half of a snapsh");
    Files.writeString(folder.resolve(".song.loopmind.json.old"), "half of a cop");
    assertThat(load()).isEqualTo(saved.getLast());
    new SongFile(song).fold();
    assertThat(load()).isEqualTo(saved.getLast());
    assertThat(folder.resolve(".song.loopmind.json.new")).doesNotExist();
    assertThat(folder.resolve(".song.loopmind.json.old")).doesNotExist();
  }

  @Test
  void aJournalOfAnotherSnapshotIsKeptAsideAndCountsForNothing() throws IOException {
    byte[] lost = Files.readAllBytes(journal);
    Files.writeString(song, Files.readString(song).replace("first", "edited by hand"));
    SongFile file = new SongFile(song);
    History back = file.load().history();
    assertThat(back.versions()).hasSize(1);
    file.save(content(back.with("later", SongFileTest.edited(-9))));
    assertThat(load().versions()).hasSize(2);
    assertThat(Files.readAllBytes(folder.resolve("song.loopmind.json.journal.old")))
        .isEqualTo(lost);
  }

  @Test
  void aJournalWhoseFileIsGoneIsKeptAside() throws IOException {
    byte[] lost = Files.readAllBytes(journal);
    Files.delete(song);
    assertThatThrownBy(this::load).hasMessageContaining("There is no song file");
    new SongFile(song).save(content(saved.getFirst()));
    assertThat(load()).isEqualTo(saved.getFirst());
    assertThat(Files.readAllBytes(folder.resolve("song.loopmind.json.journal.old")))
        .isEqualTo(lost);
  }

  @Test
  void damageInTheMiddleOfTheJournalIsSaidInsteadOfDroppingTurns() throws IOException {
    String whole = Files.readString(journal);
    List<String> lines = whole.lines().toList();
    Files.writeString(journal, whole.replace("gain -3", "gain -2"));
    assertThatThrownBy(this::load)
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("line 3 is damaged")
        .hasMessageContaining("Move it away");
    Files.writeString(journal, whole.replace(lines.get(2) + "\n", ""));
    assertThatThrownBy(this::load).hasMessageContaining("line 3 is damaged");
  }

  private History load() {
    return new SongFile(song).load().history();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static SongFile.Content content(History history) {
    return new SongFile.Content(history, Optional.empty());
  }
}

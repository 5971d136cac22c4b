package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loopmind.arranger.units.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SongFileTest {

  @TempDir Path folder;

  private final History history =
      History.of("a song", TestSongs.song(), Instant.parse("2026-11-25T12:00:00.123Z"))
          .with("quieter intro", edited(-3))
          .named("quiet");

  @Test
  void aHistoryComesBackAsItWasSavedWithItsConversationAndReport() {
    SongFile file = file();
    var report = JsonNodeFactory.instance.objectNode().put("passed", true);
    var calls = JsonNodeFactory.instance.arrayNode();
    calls.addObject().put("tool", "set_level");
    SongFile.Content content =
        new SongFile.Content(
            history.undone(1),
            List.of(new Saying("quieter intro", calls, "Done: “ü”.", 2)),
            Optional.of(report));
    file.save(content);
    SongFile.Content back = file().load();
    assertThat(back).isEqualTo(content);
    assertThat(back.history().redone(1).song()).isEqualTo(history.song());
    assertThat(back.history().list()).isEqualTo(history.undone(1).list());
  }

  @Test
  void everySaveAfterTheFirstIsALineOfTheJournalUntilItIsFolded() throws IOException {
    SongFile file = file();
    file.save(content(history));
    String snapshot = Files.readString(file.path());
    SongFile.Content last = content(history);
    for (int gain = -9; gain < 0; gain++) {
      last = content(last.history().with("gain " + gain, edited(gain)).undone(1));
      file.save(last);
    }
    assertThat(Files.readString(file.path())).isEqualTo(snapshot);
    assertThat(Files.readAllLines(journal())).hasSize(10);
    assertThat(file().load()).isEqualTo(last);
    file.fold();
    assertThat(names()).containsExactly("song.loopmind.json", "song.loopmind.json.1");
    assertThat(file().load()).isEqualTo(last);
    assertThat(Files.readString(folder.resolve("song.loopmind.json.1"))).isEqualTo(snapshot);
    file.fold();
    assertThat(names()).hasSize(2);
  }

  @Test
  void theFileAloneOpensWithEverythingUpToItsLastFold() throws IOException {
    SongFile file = file();
    file.save(content(history));
    file.fold();
    file.save(content(history.with("later", edited(-5))));
    Path handed = Files.copy(file.path(), folder.resolve("handed.loopmind.json"));
    assertThat(new SongFile(handed).load().history()).isEqualTo(history);
  }

  @Test
  void aChangeOfReportNameAndConversationIsALineToo() {
    SongFile file = file();
    file.save(content(history));
    SongFile.Content content =
        new SongFile.Content(
            history.at("1").named("Quiet").named("other"),
            List.of(saying(1)),
            Optional.of(JsonNodeFactory.instance.objectNode().put("passed", true)));
    file.save(content);
    assertThat(file().load()).isEqualTo(content);
    file.save(content(content.history()));
    assertThat(file().load().report()).isEmpty();
    assertThat(file().load().sayings()).isEmpty();
  }

  @Test
  void ofALongConversationTheLastTwoHundredTurnsAreKept() throws IOException {
    SongFile file = file();
    List<Saying> all = IntStream.range(0, 230).mapToObj(SongFileTest::saying).toList();
    for (int said = 190; said <= 230; said++) {
      file.save(new SongFile.Content(history, all.subList(0, said), Optional.empty()));
    }
    assertThat(Files.readAllLines(journal())).hasSize(41);
    assertThat(file().load().sayings()).isEqualTo(all.subList(30, 230));
    file.fold();
    assertThat(file().load().sayings()).isEqualTo(all.subList(30, 230));
  }

  @Test
  void aFileOfTheFirstFormatOpensAndIsKeptWhenItIsSavedInTheNewOne() throws IOException {
    SongFile file = file();
    byte[] old;
    try (InputStream in = SongFileTest.class.getResourceAsStream("format-1.loopmind.json")) {
      old = in.readAllBytes();
    }
    Files.write(file.path(), old);
    SongFile.Content content = file.load();
    assertThat(content.history().list())
        .extracting(History.Entry::message)
        .containsExactly("a song", "intro at -3 dB", "intro at -6 dB");
    assertThat(content.history().number()).isEqualTo(2);
    assertThat(content.history().song()).isEqualTo(edited(-3));
    assertThat(content.history().redone(1).song()).isEqualTo(edited(-6));
    assertThat(content.report().orElseThrow().path("passed").asBoolean()).isTrue();
    file.save(content(content.history().with("branch", edited(-9))));
    assertThat(file().load().history().branches()).hasSize(2);
    assertThat(Files.readAllBytes(folder.resolve("song.loopmind.json.1"))).isEqualTo(old);
  }

  @Test
  void anotherSongInTheSamePlaceKeepsThreeOlderOnesAndNothingElseLiesAround() throws IOException {
    SongFile file = file();
    for (int gain = 1; gain <= 6; gain++) {
      file.save(content(History.of("version " + gain, edited(gain))));
    }
    assertThat(messageOf("song.loopmind.json")).isEqualTo("version 6");
    assertThat(messageOf("song.loopmind.json.1")).isEqualTo("version 5");
    assertThat(messageOf("song.loopmind.json.3")).isEqualTo("version 3");
    assertThat(names()).hasSize(4);
  }

  @Test
  void anotherSongInTheSamePlaceDoesNotTakeTheJournalOfTheOneBefore() throws IOException {
    SongFile before = file();
    before.save(content(history));
    before.save(content(history.with("in the journal", edited(-5))));
    SongFile file = file();
    file.save(content(History.of("another", edited(1))));
    assertThat(messageOf("song.loopmind.json")).isEqualTo("another");
    assertThat(new SongFile(folder.resolve("song.loopmind.json.1")).load().history().lastMessage())
        .hasValue("in the journal");
    assertThat(Files.exists(journal())).isFalse();
  }

  @Test
  void aSecondProgramThatSavesIsRefusedInsteadOfOverwriting() {
    SongFile one = file();
    one.save(content(history));
    SongFile other = file();
    SongFile.Content seen = other.load();
    History mine = history.with("one", edited(-5));
    one.save(content(mine));
    assertThatThrownBy(() -> other.save(content(seen.history().with("other", edited(-6)))))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("was changed by another program since it was opened here");
    one.fold();
    assertThatThrownBy(() -> other.save(content(seen.history().with("other", edited(-6)))))
        .hasMessageContaining("Open it again");
    assertThat(other.load().history()).isEqualTo(mine);
    other.save(content(mine.with("other", edited(-6))));
    assertThat(file().load().history().lastMessage()).hasValue("other");
  }

  @Test
  void aFileThatWasOnlyTouchedIsTheSame() throws IOException {
    SongFile file = file();
    file.save(content(history));
    Files.setLastModifiedTime(file.path(), FileTime.fromMillis(1_000_000));
    file.save(content(history.with("later", edited(-5))));
    assertThat(file().load().history().lastMessage()).hasValue("later");
  }

  @Test
  void aJournalThatGrewTooLongIsFoldedWhileSaving() throws IOException {
    SongFile file = new SongFile(folder.resolve("song.loopmind.json"), 2_000);
    SongFile.Content last = content(history);
    for (int step = 0; step < 60; step++) {
      file.save(last);
      last = content(last.history().with("step " + step, edited(-step)));
      assertThat(Files.exists(journal()) ? Files.size(journal()) : 0).isLessThan(4_000);
    }
    file.save(last);
    assertThat(file().load()).isEqualTo(last);
  }

  @Test
  void aMissingFileSaysSo() {
    assertThatThrownBy(() -> file().load())
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("There is no song file");
  }

  @Test
  void aFolderThatCannotBeWrittenLosesNothing() throws IOException {
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file where a folder should be");
    SongFile file = new SongFile(blocked.resolve("song.loopmind.json"));
    assertThatThrownBy(() -> file.save(content(history)))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("could not be saved");
    assertThat(Files.readString(blocked)).startsWith("a file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatIsReadOnlySaysSo() {
    SongFile file = new SongFile(Path.of("/proc/song.loopmind.json"));
    assertThatThrownBy(() -> file.save(content(history)))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("Make room, or choose a folder that can be written.");
  }

  @Test
  void whoeverIsStoppedStillSavesWhatWasDone() {
    SongFile file = file();
    Thread.currentThread().interrupt();
    file.save(content(history));
    file.save(content(history.with("later", edited(-5))));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file().load().history().lastMessage()).hasValue("later");
  }

  private String messageOf(String name) {
    return new SongFile(folder.resolve(name)).load().history().versions().getFirst().message();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path journal() {
    return folder.resolve("song.loopmind.json.journal");
  }

  private SongFile file() {
    return new SongFile(folder.resolve("song.loopmind.json"));
  }

  private static Saying saying(int number) {
    return new Saying("say " + number, JsonNodeFactory.instance.arrayNode(), "answer", 1);
  }

  private static SongFile.Content content(History history) {
    return new SongFile.Content(history, Optional.empty());
  }

  static Song edited(double gainDb) {
    return TestSongs.song()
        .withSection(
            TestSongs.INTRO,
            section ->
                section.withLayers(
                    section.layers().stream()
                        .map(layer -> layer.withGain(new Decibels(gainDb)))
                        .toList()),
            Map.of());
  }
}

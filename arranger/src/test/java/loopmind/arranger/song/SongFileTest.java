package loopmind.arranger.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loopmind.arranger.units.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SongFileTest {

  @TempDir Path folder;

  private final History history =
      History.of("a song", TestSongs.song()).with("quieter intro", edited(-3));

  @Test
  void aHistoryComesBackAsItWasSaved() {
    SongFile file = file();
    var report = JsonNodeFactory.instance.objectNode().put("passed", true);
    file.save(new SongFile.Content(history.undone(1), Optional.of(report)));
    SongFile.Content back = file.load();
    assertThat(back.history()).isEqualTo(history.undone(1));
    assertThat(back.history().redone(1).song()).isEqualTo(history.song());
    assertThat(back.report()).hasValue(report);
  }

  @Test
  void threeOlderVersionsAreKeptAndNothingElseLiesAround() throws IOException {
    SongFile file = file();
    for (int gain = 1; gain <= 6; gain++) {
      file.save(content(History.of("version " + gain, edited(gain))));
    }
    assertThat(file.load().history().versions().getFirst().message()).isEqualTo("version 6");
    assertThat(messageOf("song.loopmind.json.1")).isEqualTo("version 5");
    assertThat(messageOf("song.loopmind.json.3")).isEqualTo("version 3");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void aDamagedFileIsRefusedWithASentence() throws IOException {
    SongFile file = file();
    file.save(content(history));
    String text = Files.readString(file.path());
    for (String broken :
        new String[] {
          text.substring(0, text.length() / 2), "{}", "[]", "\u0000", text.replace("120.0", "1e999")
        }) {
      Files.writeString(file.path(), broken);
      assertThatThrownBy(file::load)
          .isInstanceOf(EditRefused.class)
          .hasMessageContaining("damaged or no song");
    }
  }

  @Test
  void aSongOfALaterVersionSaysSo() throws IOException {
    SongFile file = file();
    file.save(content(history));
    Files.writeString(
        file.path(), Files.readString(file.path()).replace("\"version\" : 1", "\"version\" : 99"));
    assertThatThrownBy(file::load).hasMessageContaining("later LoopMind (format 99");
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

  private String messageOf(String name) {
    return new SongFile(folder.resolve(name)).load().history().versions().getFirst().message();
  }

  private SongFile file() {
    return new SongFile(folder.resolve("song.loopmind.json"));
  }

  private static SongFile.Content content(History history) {
    return new SongFile.Content(history, Optional.empty());
  }

  private static Song edited(double gainDb) {
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
